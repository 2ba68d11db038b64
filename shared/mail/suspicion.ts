/**
 * What looked wrong about a submission, as a string that is always of the same length: so that what is written shows
 * nothing by its size. It alone can decide that the first mail is not sent (DESIGN rule 4).
 */
import * as z from 'zod';

/**
 * Each with its letter, in the order of the string; the first that applies is what the secretariat is told. Two that
 * share a place are never both written: the first of them is.
 */
const marks = [
  { suspicion: 'honeypot', place: 0, letter: 'h' },
  { suspicion: 'too-fast', place: 1, letter: 't' },
  { suspicion: 'forged-proof', place: 2, letter: 'f' },
  { suspicion: 'network-denied', place: 3, letter: 'n' },
  { suspicion: 'network-cap', place: 4, letter: 'c' },
  { suspicion: 'letter-cap', place: 4, letter: 'l' },
] as const;
const places = [0, 1, 2, 3, 4] as const;
export type Suspicion = (typeof marks)[number]['suspicion'];

/** As it is kept: a letter or a hyphen in each place, `h-t--` for two suspicions. */
export const screening = z.string().regex(/^[h-][t-][f-][n-][cl-]$/);

/** @returns the string for what was found */
export function writeFlags(found: Readonly<Record<Suspicion, boolean>>): string {
  return places
    .map((at) => marks.find(({ suspicion, place }) => place === at && found[suspicion])?.letter ?? '-')
    .join('');
}

/** @returns the first suspicion in the string, or nothing when there is none */
export function suspicionIn(flags: string): Suspicion | undefined {
  return marks.find(({ place, letter }) => flags.charAt(place) === letter)?.suspicion;
}

/**
 * Whether the first mail of a submission is held for what the submission looked like: no mailbox, list or letter has to be
 * read for that. So the relay puts no message on a queue, and the sweep holds it.
 *
 * @param due what is due of the signature
 * @param flags as they are kept with it; whoever releases a submission removes them
 * @returns why it is held, or nothing where the mail may go out
 */
export function heldByScreening(due: string | undefined, flags: string | undefined): Suspicion | undefined {
  return due === 'confirmation' && flags !== undefined ? suspicionIn(flags) : undefined;
}
