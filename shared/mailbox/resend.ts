/** Whether the secretariat may send somebody the same mail again: it is limited like any stranger to the mailbox. */
import type { SignatureId } from '../ids.ts';
import type { MailboxRecord } from './record.ts';

const day = 24 * 3600 * 1000;
const pause = 10 * 60 * 1000;
/** Maximum number of confirmation mails to a mailbox within a day, regardless of the sender of the request. */
const maxWithinDay = 5;

/** @returns why the mail may not be sent now, if it may not */
export function resendRefusal({ mails, suppressed }: MailboxRecord, signature: SignatureId, now: number) {
  if (suppressed) return 'mailbox-takes-none';
  const today = mails.filter(({ at }) => at > now - day);
  const justSent = today.some((sent) => sent.mail === signature && sent.at > now - pause);
  return justSent || today.length >= maxWithinDay ? 'mailed-too-often' : undefined;
}
