/**
 * Limits how often a network may use what is open to strangers: asking for links, signing in, complaining, typing a
 * code.
 */
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { type Client, isOwnMachine } from './network.ts';
import { networkStatusOf } from './network-status.ts';
import { countUse, type Door } from './network-use.ts';

/**
 * Counts one use. A request over the cap gets the usual answer, and nothing more is done. This depends on the network
 * alone, so it reveals nothing about anybody else.
 *
 * @returns whether the network is over its cap. One UpdateItem, up to three for IPv6, and now and then a read of the
 *   lists
 */
export async function isOverCap(store: Store, keys: Keys, client: Client, door: Door, now: Date): Promise<boolean> {
  const isExempt = isOwnMachine(client) || (await networkStatusOf(store, client, now.getTime())) === 'allowed';
  const counted = await countUse(store, keys, client, { door, isExempt, now });
  return counted.overUntil(door) !== undefined;
}
