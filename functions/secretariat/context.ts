/** Dependencies of the console's routes. */
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

export interface ConsoleContext {
  readonly store: Store;
  readonly keys: () => Promise<Keys>;
  /** Accepted secrets of the edge; undefined without an edge in front of us. */
  readonly edge?: (() => Promise<readonly string[]>) | undefined;
  /** Origin of the pages, without a trailing slash. */
  readonly publicUrl: string;
  readonly mailFrom: string;
  /** Mailbox of the first owner. */
  readonly secretariatEmail: string;
  readonly now: () => Date;
}
