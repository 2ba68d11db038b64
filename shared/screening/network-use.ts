/**
 * Requests per network: one row for a network, an action and a day, under a keyed hash that includes the day, so that
 * rows of two days cannot be linked. A row expires after its day.
 *
 * Anybody who rents a server gets a whole /56 or /48 of IPv6, so these are counted as well, with larger caps. They are
 * counted only while the smaller network is within its own cap, so a flood uses up nothing of its neighbours' caps.
 */

import * as z from 'zod';
import { UpdateCommand } from '../platform/store/commands.ts';
import { networkUseKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { type Client, type Network, networksOf } from './network.ts';

const window = 10 * 60 * 1000;
const day = 24 * 3600 * 1000;

/** Requests of a network within ten minutes and within a day, including this one. */
interface Use {
  readonly burst: number;
  readonly day: number;
}

/**
 * Maximum number of requests from a network of the smallest size (an IPv4 address, a /64 of IPv6). A whole office or a
 * café may sign from one address, each signature with its own proof of work; the list of allowed networks is for more.
 */
const caps = {
  'with-proof': { burst: 60, day: 400 },
  'without-proof': { burst: 10, day: 40 },
  /** A code typed, right or wrong. */
  code: { burst: 60, day: 400 },
  /** Asking for the links to one's signatures. */
  links: { burst: 30, day: 200 },
  /** Asking for a link to the console. */
  'sign-in': { burst: 20, day: 100 },
  dispute: { burst: 10, day: 40 },
} as const satisfies Record<string, Use>;

/** An action that a stranger can take as often as the network's cap allows. */
export type Door = keyof typeof caps;

/** Multiple of the cap for larger networks. */
const factor = { address: 1, 64: 1, 56: 4, 48: 16 } as const satisfies Record<Network['size'], number>;

/** Multiple of the cap beyond which submissions are not even stored for the secretariat. */
const keptUpTo = 3;

/** Counts of the networks that a client is in, the smallest first. */
export interface Counted {
  /** @returns when it may send again, if it is over the cap now: at the end of the ten minutes or of the day (UTC) */
  readonly overUntil: (door: Door) => Date | undefined;
  /** @returns whether it is so far over the cap that nothing more is stored */
  readonly isFarOver: (door: Door) => boolean;
}

/**
 * Counts a request. Requests with and without a proof of work are counted separately, so that bots without one use up
 * nothing of their neighbours' caps. One UpdateItem; up to three for IPv6.
 *
 * @param isExempt the network is trusted: it is counted, but never over a cap
 */
export async function countUse(
  store: Store,
  keys: Keys,
  client: Client,
  { door, isExempt, now }: { door: Door; isExempt: boolean; now: Date },
): Promise<Counted> {
  const uses: { use: Use; size: Network['size'] }[] = [];
  for (const { name, size } of networksOf(client)) {
    const use = await countOne(store, keys, name, door, now);
    if (isExempt) return { overUntil: () => undefined, isFarOver: () => false };
    uses.push({ use, size });
    if (overUntil({ use, size }, door, now)) break;
  }
  return {
    overUntil: (asked) => uses.map((one) => overUntil(one, asked, now)).find((until) => until !== undefined),
    isFarOver: (asked) => uses.some((one) => overUntil(one, asked, now, keptUpTo) !== undefined),
  };
}

function overUntil(
  { use, size }: { use: Use; size: Network['size'] },
  door: Door,
  now: Date,
  times = 1,
): Date | undefined {
  const most = times * factor[size];
  const next = (span: number) => new Date((Math.floor(now.getTime() / span) + 1) * span);
  if (use.day > most * caps[door].day) return next(day);
  return use.burst > most * caps[door].burst ? next(window) : undefined;
}

/** Both counts of submissions share one row. */
const rows: Readonly<Partial<Record<Door, string>>> = { 'with-proof': 'p', 'without-proof': 'n' };

const counts = z.record(z.string(), z.number());

async function countOne(store: Store, keys: Keys, network: string, door: Door, now: Date): Promise<Use> {
  const today = Math.floor(now.getTime() / day);
  const of = rows[door];
  const hash = keys.hash('network', String(today), network, ...(of ? [] : [door]));
  // Two characters for each ten minutes of the day keep the row small.
  const current = Math.floor((now.getTime() % day) / window);
  const names = { day: of ?? 'd', burst: `${of ?? 'd'}${current.toString(36).padStart(2, '0')}` };
  const { Attributes } = await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: networkUseKey(hash),
      UpdateExpression: 'SET #ttl = :ttl ADD #day :one, #burst :one',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#day': names.day, '#burst': names.burst },
      ExpressionAttributeValues: { ':one': 1, ':ttl': ((today + 1) * day) / 1000 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const uses = counts.parse(Attributes);
  return { burst: uses[names.burst] ?? 0, day: uses[names.day] ?? 0 };
}
