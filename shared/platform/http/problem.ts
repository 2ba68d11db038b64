/** Errors as RFC 9457 problem details, each with a type that never changes. */
import type { Context } from 'hono';
import * as z from 'zod';
import { faultCode, faultIn, faultSentence, isAbsent } from './faults.ts';

/** Every problem: its HTTP status and a title for people. Documented at /docs. */
export const problems = {
  'letter-not-found': { status: 404, title: 'Letter not found' },
  'letter-not-open': { status: 409, title: 'This letter is not open for signing yet' },
  'signing-paused': { status: 409, title: 'Signing is paused' },
  'letter-delivered': { status: 409, title: 'This letter was delivered and can no longer be signed' },
  'letter-closed': { status: 409, title: 'This letter is closed' },
  'kind-not-accepted': { status: 422, title: 'This letter does not accept this kind of co-signatory' },
  'unknown-version': { status: 422, title: 'Unknown version of the letter' },
  'partner-unknown': { status: 422, title: 'This partner is not registered for the letter' },
  'origin-not-registered': { status: 403, title: 'This site is not registered for the letter' },
  'redirect-not-registered': {
    status: 422,
    title: 'The redirect address is not registered for the partner',
  },
  'invalid-fields': { status: 422, title: 'Some fields are missing or invalid' },
  'invalid-query': { status: 400, title: 'Invalid query' },
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'malformed-body': { status: 400, title: 'The body could not be read' },
  'not-utf-8': {
    status: 400,
    title: 'The form was not sent in UTF-8: check the letters with accents and send it again',
  },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON or a plain HTML form, in UTF-8' },
  'invalid-idempotency-key': { status: 400, title: 'Invalid Idempotency-Key' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'token-unknown': { status: 404, title: 'This link does not work' },
  'token-expired': { status: 410, title: 'This link has expired' },
  'code-wrong': { status: 422, title: 'This code does not match' },
  'domain-not-proven': { status: 422, title: 'The line that verifies the domain was not found' },
  'domain-not-provable': { status: 422, title: 'Only an organisation with its own domain can be verified this way' },
  'domain-checked-too-often': { status: 422, title: 'The domain was checked too often; try again in an hour' },
  'corrected-too-often': { status: 422, title: 'The signature was corrected too often today; try again later' },
  'organisation-changed-too-often': {
    status: 422,
    title: 'The organisation was changed too often today; change something else, or try again later',
  },
  'network-over-cap': {
    status: 429,
    title: 'Too many forms without JavaScript came from this network; turn on JavaScript or try again later',
  },
  'format-not-supported': { status: 501, title: 'Only JSON is supported' },
  'not-through-edge': { status: 403, title: 'Use the public address of this site' },
  'not-signed-in': { status: 401, title: 'Sign in, or send a valid key' },
  'not-allowed': { status: 403, title: 'Your role or key does not allow this' },
  'form-not-ours': { status: 403, title: 'This form has expired' },
  'changed-meanwhile': { status: 409, title: 'Someone else changed this in the meantime' },
  'not-possible': { status: 409, title: 'This is not possible in its current state' },
  'last-owner': {
    status: 409,
    title: 'At least one owner of all letters has to remain; make someone else an owner first',
  },
  'not-found': { status: 404, title: 'Page not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  unavailable: { status: 503, title: 'Too busy right now; please try again' },
  internal: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof problems;

/**
 * An invalid field: a JSON pointer into the body (RFC 6901, as a URI fragment), the error as a sentence, and as a code
 * from which programs make their own messages.
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
