/** Reads signatures by id. */

import type { SignatureId } from '../ids.ts';
import { signatureKey } from '../platform/store/keys.ts';
import { readItem, readItems } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import type { SignatureRecord } from './record.ts';
import { storedSignature } from './stored.ts';

/** @returns the current signature; undefined also when it was erased. One strongly consistent read. */
export async function readSignature(store: Store, id: SignatureId): Promise<SignatureRecord | undefined> {
  const item = await readItem(store, signatureKey(id));
  return item && item['forgottenAt'] === undefined ? storedSignature.parse(item) : undefined;
}

/** @returns the signatures of these ids that exist and were not erased, a moment old at most */
export async function readSignatures(store: Store, ids: readonly SignatureId[]): Promise<SignatureRecord[]> {
  const items = await readItems(store, ids.map(signatureKey), { consistent: false });
  return items.flatMap((item) => (item && item['forgottenAt'] === undefined ? [storedSignature.parse(item)] : []));
}
