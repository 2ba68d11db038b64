/** Dependencies of the console's routes. */
import type { UploadForm, WantedForm } from '../../shared/platform/bucket/form.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

/** Uploaded files in the bucket. */
export interface ConsoleFiles {
  /** @returns a form that sends one file straight to the bucket, and then leads to `redirect` */
  form: (wanted: WantedForm) => Promise<UploadForm>;
  /** @returns a link that downloads a file of ours under that name, for some minutes */
  link: (key: string, fileName: string) => Promise<string>;
  read: (key: string) => Promise<Uint8Array | undefined>;
}

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
  readonly files: ConsoleFiles;
  readonly now: () => Date;
}
