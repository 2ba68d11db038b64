/** Removes uploads. Apart from their other changes, as every change of a signature needs it. */
import { uploadKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { partitionKind, uploadDue } from './due.ts';
import type { Upload } from './upload.ts';

/** @returns the transaction items that remove an upload and have its file deleted */
export function uploadRemoval(store: Store, one: Pick<Upload, 'letter' | 'id' | 'target'>, now: Date): TransactItems {
  return [
    { Delete: { TableName: store.table, Key: uploadKey(one.letter, partitionKind(one.target), one.id) } },
    uploadDue(store, one, 'delete', now),
  ];
}
