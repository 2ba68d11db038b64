/** How many a change to a letter concerns: who is counted now, and which version they signed. */
import { readCount } from '../../../shared/count/count.ts';
import type { Tally } from '../../../shared/count/counted-as.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';

export interface Signers extends Tally {
  /** Organisations and individuals; who signed on paper is counted apart. */
  readonly total: number;
  /** How many signed which version, oldest first; without a moment as many as are counted now. */
  readonly byVersion: readonly { readonly id: string; readonly at: string; readonly signers: number }[];
  /** When these were counted, if there was more than one version to tell apart. */
  readonly asOf?: string | undefined;
}

/** @returns who is counted under the letter. One BatchGetItem, and one read of the snapshot. */
export async function readSigners(store: Store, { slug, versions }: Letter): Promise<Signers> {
  const [count, snapshot] = await Promise.all([readCount(store, slug), readSnapshot(store, slug)]);
  const { organisations, individuals, offline } = count ?? { organisations: 0, individuals: 0, offline: 0 };
  const total = organisations + individuals;
  const [only, another] = versions;
  if (!another) return { organisations, individuals, offline, total, byVersion: [{ ...only, signers: total }] };
  const byVersion = snapshot ? versions.map(({ id, at }) => ({ id, at, signers: snapshot.by.version[id] ?? 0 })) : [];
  return { organisations, individuals, offline, total, byVersion, asOf: snapshot?.asOf };
}
