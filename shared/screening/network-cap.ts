/** Whether a network may use a door of strangers once more: asking for links, signing in, complaining, typing a code. */
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { standingOf } from './lists.ts';
import { type Client, isOwnMachine } from './network.ts';
import { countUse, type Door } from './network-use.ts';

/**
 * Counts one use. Who is over the cap gets the answer of everybody, and nothing more is done: it depends on the network
 * alone, so it tells nobody anything about somebody else.
 *
 * @returns whether the network is over its cap. One UpdateItem, for IPv6 up to three, and now and then a read of the lists
 */
export async function isOverCap(store: Store, keys: Keys, client: Client, door: Door, now: Date): Promise<boolean> {
  const isExempt = isOwnMachine(client) || (await standingOf(store, client, now.getTime())) === 'allowed';
  const counted = await countUse(store, keys, client, { door, isExempt, now });
  return counted.overUntil(door) !== undefined;
}
