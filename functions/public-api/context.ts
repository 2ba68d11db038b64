/** What the routes of the public API take. */

import type { Network } from '../../shared/platform/fetch/network.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import type { Letters } from './letter-cache.ts';

export interface ApiContext {
  readonly store: Store;
  readonly letters: Letters;
  readonly keys: () => Promise<Keys>;
  /** The way to other people's sites; asked for only when somebody wants a domain to be looked at. */
  readonly network: () => Promise<Network>;
  /** What the edge may send to show that it is the edge; undefined where nothing stands in front of us. */
  readonly edge?: (() => Promise<readonly string[]>) | undefined;
  /** Origin of the pages, without a slash at the end. */
  readonly publicUrl: string;
  /** The address that mails come from, to tell people what to look for. */
  readonly mailFrom: string;
  readonly now: () => Date;
}
