/**
 * Switches that stop signing, mails or the public list at once, for one letter or for all, without a deployment. They
 * are one row, read together with the letter, so they take effect everywhere within seconds and need no cache.
 */
import * as z from 'zod';
import { type Actor, auditPut } from '../audit/audit.ts';
import { everything, type GrantScope, type LetterSlug } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { pausesKey } from '../platform/store/keys.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { transactOrThrow } from '../platform/store/transaction.ts';

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

/** @returns what is stopped. One read, combined with other reads at the same time */
export async function readPauses(store: Store, consistency?: Consistency): Promise<Pauses> {
  return pauses.parse((await readItem(store, pausesKey, consistency)) ?? {});
}

export function isPaused(all: Pauses, what: Pausable, letter: LetterSlug): boolean {
  return all[what].has(everything) || all[what].has(letter);
}

/** Stops or resumes something, with an audit entry. Idempotent. */
export async function setPause(
  store: Store,
  { what, scope, paused, by }: { what: Pausable; scope: GrantScope; paused: boolean; by: Actor },
  now: Date,
): Promise<void> {
  const before = (await readPauses(store))[what].has(scope);
  const Update = {
    TableName: store.table,
    Key: pausesKey,
    UpdateExpression: `${paused ? 'ADD' : 'DELETE'} #what :scope`,
    ExpressionAttributeNames: { '#what': what },
    ExpressionAttributeValues: { ':scope': new Set([scope]) },
  };
  const line = { by, did: 'pause.changed', scope, before: { [what]: before }, after: { [what]: paused } } as const;
  await transactOrThrow(store, [{ Update }, auditPut(store, line, now)]);
}

/** Time for which the mailer uses what it has read, in milliseconds. */
const freshFor = 2_000;
const known = new WeakMap<Store, { until: number; value: Promise<Pauses> }>();

async function recentPauses(store: Store, now: number): Promise<Pauses> {
  let kept = known.get(store);
  if (!kept || kept.until <= now || kept.until > now + freshFor) {
    kept = { until: now + freshFor, value: readPauses(store) };
    known.set(store, kept);
    kept.value.catch(() => known.delete(store));
  }
  return kept.value;
}

/** @returns whether no mail may be sent now. At most one read every two seconds; failures are not cached */
export async function mailsPaused(store: Store, letter: LetterSlug, now: number): Promise<boolean> {
  return isPaused(await recentPauses(store, now), 'mails', letter);
}

/** @returns whether SES refused our mail recently, so that none is tried. Read together with `mailsPaused` */
export async function areMailsPausedBySes(store: Store, now: number): Promise<boolean> {
  return isPausedBySes(await recentPauses(store, now), now);
}

export function isPausedBySes({ standstill }: Pauses, now: number): boolean {
  return standstill !== undefined && standstill.until > now;
}

const minute = 60 * 1000;
/** Longest time between attempts, in milliseconds. */
const maxSesPause = 15 * minute;

/**
 * Records that SES refuses our mail for a reason that somebody has to fix: no attempts until a time that doubles. One
 * read and one UpdateItem.
 *
 * @returns whether that is news; false when another mailer recorded it before
 */
export async function pauseForSes(store: Store, now: number): Promise<boolean> {
  known.delete(store);
  const { standstill } = await readPauses(store);
  if (standstill && standstill.until > now) return false;
  const isInARow = standstill !== undefined && now - standstill.until < maxSesPause;
  const times = isInARow ? standstill.times + 1 : 0;
  const until = now + Math.min(minute * 2 ** times, maxSesPause);
  return changeIf(store, {
    Key: pausesKey,
    UpdateExpression: 'SET standstill = :standstill',
    ConditionExpression: standstill ? 'standstill.#until = :seen' : 'attribute_not_exists(standstill)',
    ...(standstill ? { ExpressionAttributeNames: { '#until': 'until' } } : {}),
    ExpressionAttributeValues: {
      ':standstill': { until, times },
      ...(standstill ? { ':seen': standstill.until } : {}),
    },
  });
}
