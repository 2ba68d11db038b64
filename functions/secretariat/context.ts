/** What the routes of the console take. */
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

export interface ConsoleContext {
  readonly store: Store;
  readonly keys: () => Promise<Keys>;
  /** What the edge may send to show that it is the edge; undefined where nothing stands in front of us. */
  readonly edge?: (() => Promise<readonly string[]>) | undefined;
  /** Origin of the pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly mailFrom: string;
  /** Whose mailbox the first owner has. */
  readonly secretariatEmail: string;
  readonly now: () => Date;
}
