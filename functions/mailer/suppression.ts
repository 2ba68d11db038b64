/** Keeps mail from mailboxes that accept none, or whose owner wants none. */

import type { HeldBecause } from '../../shared/mail/held-because.ts';
import type { Suppression } from '../../shared/mailbox/record.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import { changeSignature } from './change-signature.ts';
import type { Delivery } from './mail-context.ts';

/**
 * Checked before the owner of a confirmed signature gets any mail.
 *
 * @param suppressed the suppression on the mailbox row
 * @returns why no mail may be sent, or undefined
 */
export async function suppressionOf(
  { store }: Delivery,
  { id, deliverability }: SignatureRecord,
  suppressed: Suppression | undefined,
  now: number,
): Promise<HeldBecause | undefined> {
  // Tried again only after the secretariat allows mail to it.
  if (deliverability?.state === 'refused') return 'suppressed';
  if (!suppressed) return undefined;
  if (suppressed.because !== 'asked') {
    // The signature did not exist, or was not confirmed, when a mail to this mailbox came back. Now the secretariat
    // sees it, too.
    const state = suppressed.because === 'bounce' ? 'bounced' : 'complained';
    await changeSignature(store, id, (record) => undeliverable(record, { state, at: suppressed.at }), new Date(now));
  }
  return 'suppressed';
}

/** SES refuses mail to that mailbox. Marks the signature for the secretariat; no further mail is tried. */
export async function noteRefused({ store }: Delivery, { id }: SignatureRecord, now: number): Promise<void> {
  const at = new Date(now);
  await changeSignature(store, id, (record) => undeliverable(record, { state: 'refused', at: at.toISOString() }), at);
}
