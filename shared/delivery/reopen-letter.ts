/** Reopens a letter that was closed, or marked as delivered, by mistake. */
import { type Actor, auditPut } from '../audit/audit.ts';
import { countsAgain } from '../count/count.ts';
import type { LetterSlug } from '../ids.ts';
import { closedSince, type Letter } from '../letter/letter.ts';
import { changedMeanwhile, type StateChange } from '../letter/lifecycle.ts';
import { neverOpen } from '../letter/refusals.ts';
import { readLetter } from '../letter/storage.ts';
import { writeLetter } from '../letter/write-letter.ts';
import type { Store } from '../platform/store/store.ts';
import { sameNumber } from './leave.ts';
import { finalOf } from './start.ts';
import { type Deliveries, readDeliveries } from './storage.ts';

/** In milliseconds. Afterwards people have read that it is over, and some of their data may be due for deletion. */
const day = 24 * 3600 * 1000;

/** @returns the time until which the letter can be reopened; undefined when it cannot. At most one Query */
export async function readReopenableUntil(store: Store, letter: Letter, now: Date): Promise<Date | undefined> {
  const until = reopenableUntil(letter, now);
  if (!until || until <= now) return undefined;
  return whyNotReopen(letter, await readDeliveries(store, letter.slug), now) === undefined ? until : undefined;
}

function reopenableUntil(letter: Letter, now: Date): Date | undefined {
  const closed = closedSince(letter, now);
  return closed && new Date(closed.getTime() + day);
}

/** @returns why the letter cannot be reopened; undefined when it can */
function whyNotReopen(letter: Letter, { deliveries }: Deliveries, now: Date): string | undefined {
  const until = reopenableUntil(letter, now);
  if (!until) return letter.state === 'draft' ? neverOpen : 'The letter is open.';
  if (finalOf(deliveries)) return 'The final delivery was made, so the letter stays closed.';
  return until <= now ? 'A letter can be reopened only within a day of closing.' : undefined;
}

/**
 * Opens a closed letter again, in one transaction. A closing date that has passed is removed. A letter that was marked
 * as delivered counts again; people who could not confirm meanwhile can.
 *
 * @returns the letter, or why it stays as it is
 */
export async function reopenLetter(store: Store, slug: LetterSlug, by: Actor, now: Date): Promise<StateChange> {
  const [letter, deliveries] = await Promise.all([readLetter(store, slug), readDeliveries(store, slug)]);
  if (!letter) return { ok: false, why: `There is no letter "${slug}".` };
  const why = whyNotReopen(letter, deliveries, now);
  if (why !== undefined) return { ok: false, why };
  const next = reopened(letter, now);
  const before = letter.state;
  const line = auditPut(
    store,
    { by, did: 'letter.reopened', scope: slug, before: { state: before }, after: { state: 'open' } },
    now,
  );
  const counts = before === 'delivered' ? countsAgain(store, slug) : [];
  // A final delivery that starts at the same moment either is seen here, or sees the letter changed.
  const also = [line, ...counts, sameNumber(store, slug, deliveries)];
  const written = await writeLetter(store, next, [], [], also);
  return written ? { ok: true, letter: next } : { ok: false, why: changedMeanwhile };
}

function reopened({ closedAt: _, deliveredOn: __, ...letter }: Letter, now: Date): Letter {
  const { closes, ...settings } = letter.settings;
  const isAhead = closes !== undefined && new Date(closes) > now;
  return {
    ...letter,
    state: 'open',
    settings: isAhead ? letter.settings : settings,
    revision: letter.revision + 1,
    updatedAt: now.toISOString(),
  };
}
