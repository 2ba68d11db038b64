/** Whether the secretariat may send somebody the same mail once more: it is a stranger to the mailbox, too. */
import type { SignatureId } from '../ids.ts';
import type { MailboxRecord } from './record.ts';

const day = 24 * 3600 * 1000;
const pause = 10 * 60 * 1000;
/** Mails to confirm that a mailbox gets within a day, whoever asks for them. */
const maxWithinDay = 5;

/** @returns why it may not be sent now, if it may not */
export function resendRefusal({ mails, suppressed }: MailboxRecord, signature: SignatureId, now: number) {
  if (suppressed) return 'mailbox-takes-none';
  const today = mails.filter(({ at }) => at > now - day);
  const justSent = today.some((sent) => sent.mail === signature && sent.at > now - pause);
  return justSent || today.length >= maxWithinDay ? 'mailed-too-often' : undefined;
}
