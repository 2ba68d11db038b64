/** Sends a mail that is due. */
import { isAbout, isOfSignature, type MailRequest } from '../../shared/mail/kind.ts';
import { isForLater } from '../../shared/mail/sweep-time.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { Delivery } from './mail-context.ts';
import { areMailsPausedBySes, mailsPaused } from './mail-pause.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { sendNotification } from './send-notification.ts';

/**
 * Maximum number of mails sent in a row when one becomes due while another is being sent; after that, the queue
 * delivers it.
 */
const maxInARow = 3;

/**
 * Sends the mail if it is still due and nobody else is sending it; otherwise does nothing. Safe to call any number of
 * times for the same request.
 *
 * @param now milliseconds since 1970
 * @throws when the mail could not be sent; it stays due
 */
export async function deliver(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  // Read together, so that both go in one call.
  const [standStill, first] = await Promise.all([
    areMailsPausedBySes(delivery.store, now),
    isOfSignature(request.mail) ? readSignature(delivery.store, request.signature) : undefined,
  ]);
  // It stays due, and the sweep queues it again.
  if (standStill) return;
  const { signature, mail } = request;
  // These are rarely needed, so they are loaded on demand.
  if (isAbout(mail, 'link-request'))
    return (await import('./send-manage-links.ts')).sendManageLinks(delivery, request, now);
  if (isAbout(mail, 'sign-in-request'))
    return (await import('./send-sign-in-link.ts')).sendSignInLink(delivery, request, now);
  if (isAbout(mail, 'notice')) return (await import('./send-member-mail.ts')).sendMemberMail(delivery, request, now);
  if (isAbout(mail, 'handover')) return (await import('./send-handover.ts')).sendHandover(delivery, request, now);
  if (isAbout(mail, 'dispute'))
    return (await import('./send-dispute-mail.ts')).sendDisputeMail(delivery, { signature, mail }, now);
  if (isAbout(mail, 'test'))
    return (await import('./send-test-mail.ts')).sendTestMail(delivery, { signature, mail }, now);
  if (isAbout(mail, 'subscriber')) return (await import('./send-update.ts')).sendUpdate(delivery, request, now);
  for (let time = 1; time <= maxInARow; time += 1) {
    const record = time === 1 ? first : await readSignature(delivery.store, request.signature);
    if (record?.due !== request.mail) return;
    // A receipt that follows many others is delayed; an earlier message may still ask for it.
    if (request.mail === 'receipt' && record.dueAt && isForLater(record.dueAt, new Date(now))) return;
    // It stays due, and the sweep queues it again.
    if (await mailsPaused(delivery.store, record.letter, now)) return;
    // No mail to confirm becomes due while one is being sent.
    if (isAbout(mail, 'submission')) return sendConfirmation(delivery, { signature, mail }, record, now);
    if ((await sendNotification(delivery, { signature, mail }, record, now)) === 'done') return;
  }
  throw new Error('a mail kept becoming due');
}
