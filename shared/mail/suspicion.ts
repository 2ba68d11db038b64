/**
 * Suspicions about a submission, as a string of fixed length, so that the size of a write reveals nothing. They alone
 * can hold back the first mail (rule 4).
 */
import * as z from 'zod';

/**
 * Suspicions with their letters, in the order of the string. The first that applies is shown to the secretariat. Of two
 * that share a position, only the first is written.
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

/** The stored form: a letter or a hyphen in each position, `h-t--` for two suspicions. */
export const screening = z.string().regex(/^[h-][t-][f-][n-][cl-]$/);

/** @returns the string for these suspicions */
export function writeFlags(found: Readonly<Record<Suspicion, boolean>>): string {
  return places
    .map((at) => marks.find(({ suspicion, place }) => place === at && found[suspicion])?.letter ?? '-')
    .join('');
}

/** @returns the first suspicion in the string, if any */
export function suspicionIn(flags: string): Suspicion | undefined {
  return marks.find(({ place, letter }) => flags.charAt(place) === letter)?.suspicion;
}

/**
 * Whether the first mail of a submission is held because of suspicions, which takes no read of mailbox, list or letter.
 * The relay does not queue such a mail, and the sweep marks it as held.
 *
 * @param due what is due for the signature
 * @param flags the stored suspicions; releasing a submission removes them
 * @returns the reason why it is held, or undefined when the mail may go out
 */
export function heldByScreening(due: string | undefined, flags: string | undefined): Suspicion | undefined {
  return due === 'confirmation' && flags !== undefined ? suspicionIn(flags) : undefined;
}
