/** Recounts every letter once a night. A difference raises an alarm, and a person repairs it. */

import * as z from 'zod';
import { countedAs } from '../../shared/count/counted-as.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { putMetric } from '../../shared/platform/config/metric.ts';
import { GetCommand, PutCommand } from '../../shared/platform/store/commands.ts';
import { progressKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { differenceOf, type Recounting, recount } from '../../shared/signature/lists/recount.ts';
import { isoTimestamp } from '../../shared/time.ts';

const done = z.object({ at: isoTimestamp });

/** Several runs a night share the letters; none is recounted twice. In milliseconds. */
const onceIn = 12 * 3600 * 1000;

/**
 * Recounts one letter, unless that was done this night. When signatures keep arriving during the count, the next run
 * tries again.
 *
 * @returns by how many signatures the count is wrong
 */
export async function reconcile(store: Store, letter: Letter, now: Date, pause: Recounting['pause']): Promise<number> {
  if (letter.state === 'draft' || (await wasDone(store, letter, now))) return 0;
  const found = await recount(store, letter.slug, { now, pause });
  if (found.outcome === 'busy') return 0;
  const difference = differenceOf(found);
  const drift = countedAs.reduce((sum, as) => sum + Math.abs(difference[as]), 0);
  if (drift > 0) {
    logError('the count of a letter is not what its list says', { letter: letter.slug, ...difference });
  }
  putMetric('CountDrift', drift);
  await store.client.send(
    new PutCommand({
      TableName: store.table,
      Item: { ...progressKey(letter.slug, 'reconcile'), at: now.toISOString(), ...difference },
    }),
  );
  return drift;
}

async function wasDone(store: Store, { slug }: Letter, now: Date): Promise<boolean> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(slug, 'reconcile'), ConsistentRead: true }),
  );
  return Item !== undefined && now.getTime() - new Date(done.parse(Item).at).getTime() < onceIn;
}
