/** Pauses as the mailer sees them: those of the secretariat, and its own while SES refuses our mail. */
import type { LetterSlug } from '../../shared/ids.ts';
import { isPaused, isPausedBySes, type Pauses, readPauses } from '../../shared/pause/pause.ts';
import { changeOnce } from '../../shared/platform/store/change.ts';
import { pausesKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';

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

const minute = 60 * 1000;
/** Longest time between attempts, in milliseconds. */
const maxSesPause = 15 * minute;

/**
 * Records that SES refuses our mail for a reason that somebody has to fix: no attempts until a time that doubles. One
 * read and one UpdateItem.
 *
 * @returns whether that is new; false when another mailer recorded it before
 */
export async function pauseForSes(store: Store, now: number): Promise<boolean> {
  known.delete(store);
  const { standstill } = await readPauses(store);
  if (standstill && standstill.until > now) return false;
  const isInARow = standstill !== undefined && now - standstill.until < maxSesPause;
  const times = isInARow ? standstill.times + 1 : 0;
  const until = now + Math.min(minute * 2 ** times, maxSesPause);
  return changeOnce(store, {
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
