/**
 * What looked wrong about a submission, as a string that is always of the same length: so that what is written shows
 * nothing by its size. The mailer reads it before it composes the first mail (DESIGN rule 4).
 */
import * as z from 'zod';

/** Each with its letter, in the order of the string; the first that applies is what the secretariat is told. */
const marks = [
  ['honeypot', 'h'],
  ['too-fast', 't'],
  ['forged-proof', 'f'],
  ['network-denied', 'n'],
  ['network-cap', 'c'],
] as const;
export type Suspicion = (typeof marks)[number][0];

/** As it is kept: a letter or a hyphen in each place, `h-t--` for two suspicions. */
export const screening = z.string().regex(/^[h-][t-][f-][n-][c-]$/);

/** @returns the string for what was found */
export function writeFlags(found: Readonly<Record<Suspicion, boolean>>): string {
  return marks.map(([suspicion, letter]) => (found[suspicion] ? letter : '-')).join('');
}

/** @returns the first suspicion in the string, or nothing when there is none */
export function suspicionIn(flags: string): Suspicion | undefined {
  return marks.find(([, letter], place) => flags.charAt(place) === letter)?.[0];
}
