/** From "a mail is due" to a mail that is out. */
import type { MailKind, MailRequest } from '../../shared/mail/kind.ts';
import { isForLater } from '../../shared/mail/sweep-time.ts';
import { mailsPaused, mailsStandStill } from '../../shared/pause/pause.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { Delivery } from './mail-context.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { sendManageLinks } from './send-manage-links.ts';
import { sendMemberMail } from './send-member-mail.ts';
import { sendNotification } from './send-notification.ts';
import { sendSignInLink } from './send-sign-in-link.ts';

/** What becomes due again while its mail is on its way is sent at once, so often at the most; then the queue brings it. */
const maxInARow = 3;
/** Mails that have a row of their own. */
const ofNoSignature: ReadonlySet<MailKind> = new Set(['link', 'sign-in', 'invitation', 'digest']);

/**
 * Sends the mail if it is still due and nobody else is sending it; otherwise does nothing. Safe to call any number of
 * times for the same request.
 *
 * @param now milliseconds since 1970
 * @throws when the mail could not be sent; it stays due
 */
export async function deliver(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  // Asked for at the same moment, so that one call reads both.
  const [standStill, first] = await Promise.all([
    mailsStandStill(delivery.store, now),
    ofNoSignature.has(request.mail) ? undefined : readSignature(delivery.store, request.signature),
  ]);
  // It stays due, and the sweep brings it again.
  if (standStill) return;
  if (request.mail === 'link') return sendManageLinks(delivery, request, now);
  if (request.mail === 'sign-in') return sendSignInLink(delivery, request, now);
  if (request.mail === 'invitation' || request.mail === 'digest') return sendMemberMail(delivery, request, now);
  for (let time = 1; time <= maxInARow; time += 1) {
    const record = time === 1 ? first : await readSignature(delivery.store, request.signature);
    if (record?.due !== request.mail) return;
    // A receipt after many others waits; an earlier message may ask for it.
    if (request.mail === 'receipt' && record.dueAt && isForLater(record.dueAt, new Date(now))) return;
    // It stays due, and the sweep brings it again.
    if (await mailsPaused(delivery.store, record.letter, now)) return;
    // Nothing makes a mail to confirm due while one is on its way.
    const asks = request.mail === 'confirmation' || request.mail === 'reminder';
    if (asks) return sendConfirmation(delivery, request, record, now);
    if ((await sendNotification(delivery, request, record, now)) === 'done') return;
  }
  throw new Error('a mail became due again and again');
}
