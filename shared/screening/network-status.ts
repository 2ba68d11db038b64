/** Status of a network on the lists of networks. */

import type { Store } from '../platform/store/store.ts';
import { kept, readNetworkLists } from './lists.ts';
import { type Client, isWithin, type Range, readRange } from './network.ts';

const keptNetworks = kept(async (store) => {
  const { deniedNetworks, allowedNetworks } = await readNetworkLists(store);
  return { denied: rangesOf(deniedNetworks), allowed: rangesOf(allowedNetworks) };
});

function rangesOf(list: ReadonlySet<string>): readonly Range[] {
  return [...list].map(readRange).filter((range) => range !== undefined);
}

/** Denied wins over allowed. */
export type NetworkStatus = 'denied' | 'allowed' | 'unknown';

export async function networkStatusOf(store: Store, client: Client, now: number): Promise<NetworkStatus> {
  const { denied, allowed } = await keptNetworks(store, now);
  if (isWithin(client, denied)) return 'denied';
  return isWithin(client, allowed) ? 'allowed' : 'unknown';
}
