/** Reading one signature. */
import { signatureKey } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import type { Store } from '../store/store.ts';
import type { SignatureId } from './id.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';

/** @returns the signature as it is now; undefined also when it was forgotten. One strongly consistent read. */
export async function readSignature(store: Store, id: SignatureId): Promise<SignatureRecord | undefined> {
  const item = await readItem(store, signatureKey(id));
  return item && item['forgottenAt'] === undefined ? signatureRecord.parse(item) : undefined;
}
