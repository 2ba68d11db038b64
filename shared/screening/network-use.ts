/**
 * How much a network has sent: one row for a network and a day, under a keyed hash with the day in it, so that the rows
 * of two days cannot be linked. It is over with the day.
 */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { networkUseKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';

const window = 10 * 60 * 1000;
const day = 24 * 3600 * 1000;

/** Submissions of a network within ten minutes and within a day, this one included. */
export interface NetworkUse {
  readonly burst: number;
  readonly day: number;
}

/**
 * More than this is held. A whole office or a café may sign from one address, each with a proof of work of their own;
 * for more there is the list of networks that are allowed.
 */
const caps = {
  'with-proof': { burst: 60, day: 400 },
  'without-proof': { burst: 10, day: 40 },
} as const satisfies Record<string, NetworkUse>;

/** @returns whether a network has sent more than it may */
export function isOver(use: NetworkUse, cap: keyof typeof caps): boolean {
  return use.burst > caps[cap].burst || use.day > caps[cap].day;
}

/**
 * Counts a submission, apart for those with and without a proof: bots without one use up nothing of what their
 * neighbours have. One UpdateItem.
 *
 * @param network what `networkName` says
 */
export async function countUse(
  store: Store,
  keys: Keys,
  network: string,
  { hasProof, now }: { hasProof: boolean; now: Date },
): Promise<NetworkUse> {
  const today = Math.floor(now.getTime() / day);
  const of = hasProof ? 'p' : 'n';
  // Two characters for each ten minutes of the day, so that the row stays small.
  const current = Math.floor((now.getTime() % day) / window);
  const names = { day: of, burst: `${of}${current.toString(36).padStart(2, '0')}` };
  const { Attributes } = await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: networkUseKey(keys.hash('network', String(today), network)),
      UpdateExpression: 'SET #ttl = :ttl ADD #day :one, #burst :one',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#day': names.day, '#burst': names.burst },
      ExpressionAttributeValues: { ':one': 1, ':ttl': ((today + 1) * day) / 1000 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const counted = z.record(z.string(), z.number()).parse(Attributes);
  return { burst: counted[names.burst] ?? 0, day: counted[names.day] ?? 0 };
}
