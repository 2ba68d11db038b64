/** Faults of typed fields as issues of zod: a code, from which pages make words, and the sentence of the API for it. */
import * as z from 'zod';

/** Codes, with the API's own words. Programs use the code; people read these. */
const sentences = {
  missing: 'is missing',
  empty: 'must not be empty',
  email: 'not an email address',
  website: 'not the address of a website, such as https://example.org',
  country: 'not recognised; use its name or a two-letter code such as KZ',
  'country-unclear': 'more than one country has this name',
  'no-letter': 'must contain a letter or a digit',
  'address-in-name': 'must not contain a web address',
  damaged: 'contains a character that was damaged on its way; type it again',
  'too-long': 'at most {max} characters',
  attestation: 'confirm that you are authorised to sign for the organisation',
  publication: 'agree to be listed by name, or choose to have the name withheld',
  unsure: 'tick the box to be sure',
} as const;
export type FaultCode = keyof typeof sentences;

/** A fault of a field. `max` comes with `too-long`: how many characters it may have. */
export interface Fault {
  readonly code: FaultCode;
  readonly max?: number | undefined;
}

/** @returns the sentence of the API for a fault */
export function faultSentence({ code, max = 0 }: Fault): string {
  return sentences[code].replace('{max}', String(max));
}

const isCode = (code: string): code is FaultCode => Object.hasOwn(sentences, code);
const codes = Object.keys(sentences).filter(isCode);

/** For the schema of an answer. */
export const faultCode = z.enum(codes);

/** @returns what to pass to `refine`, so that its issue carries the code */
export function faultIs(code: FaultCode, max?: number) {
  const fault = { code, ...(max === undefined ? {} : { max }) };
  return { error: faultSentence(fault), params: { fault } };
}

/** Adds an issue with that code. */
export function addFault({ addIssue }: Pick<z.RefinementCtx, 'addIssue'>, code: FaultCode, path: string[] = []): void {
  const { error, params } = faultIs(code);
  addIssue({ code: 'custom', path, message: error, params });
}

const carried = z.object({ fault: z.object({ code: faultCode, max: z.number().optional() }) });

/** @returns the fault for an issue; undefined for one that only a program can cause */
export function faultIn(issue: z.core.$ZodIssue): Fault | undefined {
  switch (issue.code) {
    case 'custom':
      return carried.safeParse(issue.params).data?.fault;
    case 'invalid_type':
      return isAbsent(issue) ? { code: 'missing' } : undefined;
    case 'invalid_format':
      return issue.format === 'email' ? { code: 'email' } : undefined;
    case 'too_big':
      return issue.origin === 'string' ? { code: 'too-long', max: Number(issue.maximum) } : undefined;
    default:
      return undefined;
  }
}

/** Whether the value is not there at all, rather than of another type. */
export function isAbsent(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message);
}
