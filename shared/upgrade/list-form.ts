/** Converts signatures to the form that lists read: the map `listed`, and the positions in the indexes. */

import { isDeepStrictEqual } from 'node:util';
import { UpdateCommand } from '../platform/store/commands.ts';
import { signatureKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { listAttributes, storedForm, storedSignature } from '../signature/stored.ts';
import type { Row, UpgradeStep } from './upgrade.ts';

export const listForm: UpgradeStep = {
  name: '2026-listed-by-time',
  title: 'Signatures in the lists',
  rows: 'SIGNATURE',
  visit: ({ store }, row) => untilWritten(store, row, undefined),
  back: ({ store }, row) => untilWritten(store, row, true),
};

type Form = SignatureRecord['earlierForm'];

async function untilWritten(store: Store, row: Row, form: Form): Promise<'moved' | undefined> {
  for (let found: Row | undefined = row; found; ) {
    const written = await bringIntoForm(store, found, form);
    if (written !== 'changed-meanwhile') return written;
    found = await readItem(store, signatureKey(storedSignature.parse(found).id));
  }
  return undefined;
}

async function bringIntoForm(store: Store, row: Row, form: Form): Promise<'moved' | 'changed-meanwhile' | undefined> {
  // A pending signature is in no list, and an erased one has no data left.
  if (row['confirmedAt'] === undefined || row['forgottenAt'] !== undefined) return undefined;
  const record = storedSignature.parse(row);
  const wanted = storedForm({ ...record, earlierForm: form });
  const differing = listAttributes.filter((name) => !isDeepStrictEqual(row[name], wanted[name]));
  if (differing.length === 0) return undefined;
  const set = differing.filter((name) => wanted[name] !== undefined);
  const removed = differing.filter((name) => wanted[name] === undefined);
  try {
    await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: signatureKey(record.id),
        UpdateExpression: [
          ...(set.length > 0 ? [`SET ${set.map((name) => `#${name} = :${name}`).join(', ')}`] : []),
          ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#${name}`).join(', ')}`] : []),
        ].join(' '),
        // The revision stays the same, so that neither pages nor undo entries become outdated.
        ConditionExpression: '#revision = :revision',
        ExpressionAttributeNames: Object.fromEntries([...differing, 'revision'].map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(set.map((name) => [`:${name}`, wanted[name]])),
          ':revision': record.revision,
        },
      }),
    );
    return 'moved';
  } catch (error) {
    if (isConditionFailed(error)) return 'changed-meanwhile';
    throw error;
  }
}
