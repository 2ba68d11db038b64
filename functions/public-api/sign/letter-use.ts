/**
 * Counts submissions without a proof of work to a letter within an hour. Networks cost an attacker little, so these are
 * limited whatever network they come from. Counted in several rows, so that none is hot.
 */
import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { LetterSlug } from '../../../shared/ids.ts';
import { UpdateCommand } from '../../../shared/platform/store/commands.ts';
import { letterUseKey } from '../../../shared/platform/store/keys.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';

const hour = 3600 * 1000;
/** 10,000 submissions a second make about 600 writes a second to each. */
const shards = 16;
/** Only the few without JavaScript use plain forms; a busy letter gets some hundreds of them in an hour. */
const maxAnHour = 1_600;

const use = z.object({ sent: z.number() });

/**
 * One UpdateItem, even when it does not count, so that the calls reveal nothing about a submission's fate.
 *
 * @param counts whether it counts; a submission held for another reason uses up nothing
 * @returns whether the letter got more than it accepts in an hour
 */
export async function countLetterUse(
  store: Store,
  keys: Keys,
  letter: LetterSlug,
  { counts, now }: { counts: boolean; now: Date },
): Promise<boolean> {
  const current = Math.floor(now.getTime() / hour);
  const hash = keys.hash('network', 'letter', letter, String(current), String(randomInt(shards)));
  const { Attributes } = await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: letterUseKey(hash),
      UpdateExpression: 'SET #ttl = :ttl ADD #sent :counts',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#sent': 'sent' },
      ExpressionAttributeValues: { ':counts': counts ? 1 : 0, ':ttl': ((current + 1) * hour) / 1000 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const { sent } = use.parse(Attributes);
  return counts && sent > maxAnHour / shards;
}
