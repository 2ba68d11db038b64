/** Adds the row by which the console counts submissions that are held: the previous release wrote none. */
import { signatureKey } from '../platform/store/keys.ts';
import { transact } from '../platform/store/transaction.ts';
import { heldRowPut } from '../signature/lists/held-rows.ts';
import { expireAt } from '../signature/record.ts';
import { storedSignature } from '../signature/stored.ts';
import type { UpgradeStep } from './upgrade.ts';

export const heldRows: UpgradeStep = {
  name: '2026-held-rows',
  title: 'Submissions held as likely spam',
  rows: 'SIGNATURE',
  visit: async ({ store, now }, row) => {
    if (row['heldBecause'] === undefined || row['confirmedAt'] !== undefined || row['forgottenAt'] !== undefined) {
      return undefined;
    }
    const record = storedSignature.parse(row);
    if (expireAt(record) <= now) return undefined;
    const put = heldRowPut(store, record);
    const stillHeld = {
      TableName: store.table,
      Key: signatureKey(record.id),
      ConditionExpression: 'attribute_exists(heldBecause) AND attribute_not_exists(confirmedAt)',
    };
    // Somebody may release it at the same moment.
    const { written } = await transact(store, [
      { Put: { ...put, ConditionExpression: 'attribute_not_exists(pk)' } },
      { ConditionCheck: stillHeld },
    ]);
    return written ? 'counted in the console' : undefined;
  },
  // The previous release does not read them, and they expire.
  back: async () => undefined,
};
