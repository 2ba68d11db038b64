/** Number of signers whom a change to a letter affects: all that are counted now, by the version that they signed. */
import { readCount } from '../../../shared/count/count.ts';
import { emptyTally, type Tally } from '../../../shared/count/counted-as.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';

export interface Signers extends Tally {
  /** Organisations and individuals; signatures on paper are counted separately. */
  readonly total: number;
  /** Number of signers of each version, oldest first; without `asOf`, the number counted now. */
  readonly byVersion: readonly { readonly id: string; readonly at: string; readonly signers: number }[];
  /** When these were counted; only set when there is more than one version. */
  readonly asOf?: string | undefined;
}

/** @returns the counted signers of the letter. One BatchGetItem, and one read of the snapshot. */
export async function readSigners(store: Store, { slug, versions }: Letter): Promise<Signers> {
  const [count, snapshot] = await Promise.all([readCount(store, slug), readSnapshot(store, slug)]);
  const { organisations, individuals, offline, added } = count ?? emptyTally;
  const total = organisations + individuals;
  const [only, another] = versions;
  if (!another) return { organisations, individuals, offline, added, total, byVersion: [{ ...only, signers: total }] };
  const byVersion = snapshot ? versions.map(({ id, at }) => ({ id, at, signers: snapshot.by.version[id] ?? 0 })) : [];
  return { organisations, individuals, offline, added, total, byVersion, asOf: snapshot?.asOf };
}
