/** Thousands of people who signed, for tests of what is sent to all of them. */

import { makeSignatureId } from '../../shared/ids.ts';
import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { BatchWriteCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';
import type { World } from '../fixtures/world.ts';

const day = 24 * 3600 * 1000;
export const addressOf = (number: number, who = 'reader') => `${who}${number}@told-once.example`;

export interface People {
  readonly who: string;
  readonly count: number;
  readonly change?: Partial<SignatureRecord>;
}

/** Adds signatures as they are after their receipts, written without the way there. */
export async function addSigners(
  { store, clock }: World,
  found: Letter,
  { who, count, change = {} }: People,
): Promise<void> {
  const at = new Date(clock.now - day).toISOString();
  const rows = Array.from({ length: count }, (_, number) => {
    const id = makeSignatureId();
    const record = signatureRecord.parse({
      id,
      letter: found.slug,
      letterVersion: currentVersion(found).id,
      language: 'en',
      kind: 'individual',
      signatoryName: `Signer ${number}`,
      email: addressOf(number, who),
      display: 'public',
      consents: { publication: true, updates: true, partner: false },
      attestation: false,
      wording: 'en-1',
      submittedAt: at,
      confirmedAt: at,
      confirmedBy: 'link',
      moderation: 'approved',
      verification: 'mailbox',
      claimant: `individual:${id}`,
      revision: 1,
      ...change,
    });
    return { PutRequest: { Item: { ...signatureKey(id), ...storedForm(record) } } };
  });
  for (let start = 0; start < rows.length; start += 25) {
    const some = rows.slice(start, start + 25);
    await store.client.send(new BatchWriteCommand({ RequestItems: { [store.table]: some } }));
  }
}
