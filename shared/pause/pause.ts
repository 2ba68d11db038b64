/**
 * Switches that stop signing, mails or the public list at once, for one letter or for all, without a deployment. They
 * are one row, read together with the letter, so they take effect everywhere within seconds and need no cache.
 */
import * as z from 'zod';
import { everything, type LetterSlug } from '../ids.ts';
import { pausesKey } from '../platform/store/keys.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';

/** Things that can be stopped. Due mails stay due and are sent later. Sign-in mails are always sent. */
export const pausable = z.enum(['signing', 'mails', 'list']);
export type Pausable = z.infer<typeof pausable>;

const scopes = z.set(z.string()).default(new Set<string>());
const pauses = z.object({
  signing: scopes,
  mails: scopes,
  list: scopes,
  /**
   * Set while SES refuses our mail: no attempt until then, in milliseconds since 1970, and the number of refusals in a
   * row.
   */
  standstill: z.object({ until: z.number(), times: z.number() }).optional(),
});
export type Pauses = z.infer<typeof pauses>;

/** @returns the current pauses. One read, combined with other reads at the same time */
export async function readPauses(store: Store, consistency?: Consistency): Promise<Pauses> {
  return pauses.parse((await readItem(store, pausesKey, consistency)) ?? {});
}

export function isPaused(all: Pauses, what: Pausable, letter: LetterSlug): boolean {
  return all[what].has(everything) || all[what].has(letter);
}

/** @returns whether SES refused our mail recently, so that none is tried */
export function isPausedBySes({ standstill }: Pauses, now: number): boolean {
  return standstill !== undefined && standstill.until > now;
}
