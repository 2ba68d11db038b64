/** Errors as RFC 9457 problem details, each with a type that never changes. */
import type { Context } from 'hono';
import * as z from 'zod';
import { faultCode, faultIn, faultSentence, isAbsent } from './faults.ts';

/** Every problem: its HTTP status and a title for people. Documented at /docs. */
export const problems = {
  'letter-not-found': { status: 404, title: 'There is no such letter' },
  'letter-not-open': { status: 409, title: 'The letter cannot be signed yet' },
  'signing-paused': { status: 409, title: 'Signing is paused for the moment' },
  'letter-delivered': { status: 409, title: 'The letter was delivered, so no more names can be added' },
  'letter-closed': { status: 409, title: 'The letter is closed' },
  'kind-not-accepted': { status: 422, title: 'This letter is not signed by this kind of co-signatory' },
  'unknown-version': { status: 422, title: 'The letter never had this version' },
  'partner-unknown': { status: 422, title: 'This partner is not registered for the letter' },
  'origin-not-registered': { status: 403, title: 'The site that this comes from is not registered for the letter' },
  'redirect-not-registered': {
    status: 422,
    title: 'The address to go to afterwards is not registered for the partner',
  },
  'invalid-fields': { status: 422, title: 'Some fields are missing or not valid' },
  'invalid-query': { status: 400, title: 'The query is not valid' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'malformed-body': { status: 400, title: 'The body could not be read' },
  'not-utf-8': {
    status: 400,
    title: 'The form was not sent in UTF-8: check the letters with accents and send it again',
  },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON or a plain HTML form, in UTF-8' },
  'invalid-idempotency-key': { status: 400, title: 'The Idempotency-Key is not valid' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'token-unknown': { status: 404, title: 'This link cannot be used' },
  'token-expired': { status: 410, title: 'This link is too old' },
  'code-wrong': { status: 422, title: 'This code does not fit' },
  'domain-not-proven': { status: 422, title: 'The domain does not show the line that proves control of it' },
  'domain-not-provable': { status: 422, title: 'The signature stands for no organisation with a domain of its own' },
  'domain-checked-too-often': { status: 422, title: 'The domain was looked at too often; try again in an hour' },
  'corrected-too-often': { status: 422, title: 'The signature was corrected too often today; try again later' },
  'organisation-changed-too-often': {
    status: 422,
    title: 'The organisation was changed too often today; change something else, or try again later',
  },
  'network-over-cap': {
    status: 429,
    title: 'Too many plain forms came from this network; use JavaScript, or come back later',
  },
  'format-not-supported': { status: 501, title: 'The answer is given as JSON only' },
  'not-through-edge': { status: 403, title: 'Use the public address of this site' },
  'not-signed-in': { status: 401, title: 'Sign in, or send a key that is valid' },
  'not-allowed': { status: 403, title: 'Your role or key does not allow that' },
  'form-not-ours': { status: 403, title: 'The form did not come from a page of this session' },
  'changed-meanwhile': { status: 409, title: 'Somebody changed it meanwhile; look at it again' },
  'not-possible': { status: 409, title: 'This cannot be done to it as it is' },
  'last-owner': { status: 409, title: 'Somebody has to own everything: name another owner first' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not answer to that method' },
  unavailable: { status: 503, title: 'Too busy at the moment; please try again' },
  internal: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof problems;

/**
 * An invalid field: a JSON pointer into the body (RFC 6901, as a URI fragment), what is wrong with it in a sentence, and
 * as a code from which programs make words of their own.
 */
const fieldError = z.object({
  pointer: z.string(),
  detail: z.string(),
  code: faultCode.optional().describe('What is wrong, where it is something that people do'),
  max: z.int().optional().describe('With `too-long`: how many characters the field may have'),
});
export type FieldError = z.infer<typeof fieldError>;

/** The body of every error. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(fieldError).optional(),
});

/** @returns the stable identifier of a problem */
export function problemType(name: string): string {
  return `urn:problem-type:undersigned:${name}`;
}

/** @returns the response for a problem; it repeats nothing of the request */
export function problem<Name extends ProblemName>(
  c: Context,
  name: Name,
  more: { detail?: string; errors?: FieldError[] } = {},
) {
  const status: (typeof problems)[Name]['status'] = problems[name].status;
  const body: z.infer<typeof problemBody> = { type: problemType(name), title: problems[name].title, status, ...more };
  return c.json(body, status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}

/** More than anybody reads; a body can contain a million errors. */
const maxErrors = 100;

/** @returns the field errors of a failed validation, the first hundred */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.slice(0, maxErrors).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [errorFor(issue)];
    return issue.keys
      .slice(0, maxErrors)
      .map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: 'is not a known field' }));
  });
  return errors.slice(0, maxErrors);
}

function errorFor(issue: z.core.$ZodIssue): FieldError {
  const detail = isAbsent(issue) ? faultSentence({ code: 'missing' }) : issue.message;
  return { pointer: pointerTo(issue.path), detail, ...faultIn(issue) };
}

function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) =>
    encodeURIComponent(String(part).slice(0, 80).replace(/~/g, '~0').replace(/\//g, '~1').toWellFormed()),
  );
  return `#/${parts.join('/')}`;
}
