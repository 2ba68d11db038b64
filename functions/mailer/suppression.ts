/** Nothing is sent to a mailbox that takes no mail, or whose owner wants none. */

import type { HeldBecause } from '../../shared/mail/held-because.ts';
import type { Suppression } from '../../shared/mailbox/record.ts';
import { change } from '../../shared/signature/change-signature.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import type { Delivery } from './mail-context.ts';

/**
 * Asked before the owner of a confirmed signature is told anything.
 *
 * @param suppressed what stands on the row of the mailbox
 * @returns why no mail may go, if none may
 */
export async function suppressionOf(
  { store }: Delivery,
  { id, deliverability }: SignatureRecord,
  suppressed: Suppression | undefined,
  now: number,
): Promise<HeldBecause | undefined> {
  // Only the secretariat, who lets mail go there again, has it tried once more.
  if (deliverability?.state === 'refused') return 'suppressed';
  if (!suppressed) return undefined;
  if (suppressed.because !== 'asked') {
    // It was not there, or not confirmed, when a mail to this mailbox came back: now the secretariat sees it, too.
    const state = suppressed.because === 'bounce' ? 'bounced' : 'complained';
    await change(store, id, (record) => undeliverable(record, { state, at: suppressed.at }), new Date(now));
  }
  return 'suppressed';
}

/** SES does not take mail for that mailbox: the secretariat sees it, and no further mail is tried. */
export async function noteRefused({ store }: Delivery, { id }: SignatureRecord, now: number): Promise<void> {
  const at = new Date(now);
  await change(store, id, (record) => undeliverable(record, { state: 'refused', at: at.toISOString() }), at);
}
