/** Reading one signature. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { signatureKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { SignatureId } from './id.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';

/** @returns the signature as it is now; undefined also when it was forgotten. One strongly consistent read. */
export async function readSignature(store: Store, id: SignatureId): Promise<SignatureRecord | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: signatureKey(id), ConsistentRead: true }),
  );
  return Item && Item['forgottenAt'] === undefined ? signatureRecord.parse(Item) : undefined;
}
