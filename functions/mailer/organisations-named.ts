/** Finds the signatures that the public list shows under exactly that name, however it is spelled. */
import type { LetterSlug } from '../../shared/ids.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { listPartition, searchPrefixes } from '../../shared/signature/lists/index-keys.ts';
import { readEntries } from '../../shared/signature/lists/list-index.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { isShown } from '../../shared/signature/states.ts';
import { readSignature } from '../../shared/signature/storage.ts';

/**
 * One or two Queries, and a read for each that was found.
 *
 * @param limit maximum number of signatures
 */
export async function organisationsNamed(
  store: Store,
  letter: LetterSlug,
  name: string,
  limit: number,
): Promise<SignatureRecord[]> {
  const partition = listPartition(letter, 'organisation');
  const found = await Promise.all(
    searchPrefixes(name).map((start) =>
      // A position is the folded name, this sign, and a part that tells signatures apart.
      readEntries(store, { partition, order: 'name', low: `${start}#`, high: `${start}#\u{10ffff}`, limit }),
    ),
  );
  const ids = [...new Set(found.flatMap(({ entries }) => entries.map(({ id }) => id)))].slice(0, limit);
  const records = await Promise.all(ids.map((id) => readSignature(store, id)));
  return records.flatMap((record) => (record && isShown(record) ? [record] : []));
}
