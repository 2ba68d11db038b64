/** Dependencies of the public API's routes. */

import type { Network } from '../../shared/platform/fetch/network.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import type { Letters } from './letter-cache.ts';

/** The organisation that runs the site, named on its home page. */
export interface Operator {
  readonly name: string;
  /** An email address. */
  readonly contact?: string | undefined;
}

export interface ApiContext {
  readonly store: Store;
  readonly letters: Letters;
  readonly keys: () => Promise<Keys>;
  /** Access to other sites; used only to check a domain. */
  readonly network: () => Promise<Network>;
  /** Accepted secrets of the edge; undefined without an edge in front of us. */
  readonly edge?: (() => Promise<readonly string[]>) | undefined;
  /** @returns a link that downloads a file of ours under that name, for some minutes */
  readonly linkToFile: (key: string, fileName: string) => Promise<string>;
  /** @returns a file of ours, or undefined when the bucket does not have it */
  readonly readFile: (key: string) => Promise<Uint8Array | undefined>;
  /** Writes a file as it was sent, which nobody but the document function reads. */
  readonly writeIncoming: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Origin of the pages, without a trailing slash. */
  readonly publicUrl: string;
  /** The address that mails come from, shown so that people know what to look for. */
  readonly mailFrom: string;
  /** The owner's choice; by default the name that mails come from. */
  readonly operator?: Operator | undefined;
  readonly now: () => Date;
}
