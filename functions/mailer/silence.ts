/** Nothing is sent to a mailbox that takes no mail, or whose owner wants none. */
import type { MailRequest } from '../../shared/mail/kind.ts';
import { noteAnswer } from '../../shared/mailbox/own.ts';
import { readSuppression } from '../../shared/mailbox/suppression.ts';
import { change } from '../../shared/signature/change.ts';
import type { HeldBecause, SignatureRecord } from '../../shared/signature/record.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import type { Delivery } from './subject.ts';

/**
 * Asked before the owner of a confirmed signature is told anything. With the receipt the mailbox is noted to own the
 * signature, whether or not the receipt goes out.
 *
 * @returns why no mail may go, if none may
 */
export async function silenced(
  { store, keys }: Delivery,
  { mail }: MailRequest,
  { id, letter, email, claimant = '' }: SignatureRecord,
  now: number,
): Promise<HeldBecause | undefined> {
  const suppressed =
    mail === 'receipt'
      ? await noteAnswer(store, keys, email, { id, letter, claimant }, now)
      : await readSuppression(store, keys, email);
  if (!suppressed) return undefined;
  if (suppressed.because !== 'asked') {
    // It was not there, or not confirmed, when a mail to this mailbox came back: now the secretariat sees it, too.
    const state = suppressed.because === 'bounce' ? 'bounced' : 'complained';
    await change(store, id, (record) => undeliverable(record, { state, at: suppressed.at }), new Date(now));
  }
  return 'suppressed';
}
