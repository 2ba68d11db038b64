/** Sends a mail that is due to a member, as long as they are one. */

import type { MailRequest } from '../../shared/mail/kind.ts';
import { giveBack, takeLease } from '../../shared/mail/lease.ts';
import { dropNotice, type Notice, readNotice } from '../../shared/member/notice.ts';
import { readMember } from '../../shared/member/storage.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import type { ComposedMail } from './frame/mail.ts';
import type { Delivery } from './mail-context.ts';
import { composeDigest } from './mails/digest.ts';
import { composeInvitation } from './mails/invitation.ts';
import { sendOrRelease } from './send-with-lease.ts';

/** @throws when the mail could not be sent; it stays due */
export async function sendMemberMail(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store } = delivery;
  const notice = await readNotice(store, request.signature);
  if (notice?.due !== request.mail) return;
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  const takeBack = (isPerhapsOut: boolean) => giveBack(store, lease, isPerhapsOut);
  await sendOrRelease(takeBack, delivery, { about: { mail: notice.due }, now }, async () => {
    const member = await readMember(store, notice.member);
    // A member who was revoked, or turned the digest off, gets no mail.
    const wanted = member && !member.revokedAt && (notice.due === 'invitation' || member.digest);
    return wanted ? { to: member.email, mail: await compose(delivery, notice, member.email) } : 'unwanted';
  });
  await dropNotice(store, notice.id);
}

async function compose({ publicUrl }: Delivery, notice: Notice, email: string): Promise<ComposedMail> {
  const texts = await textsFor('en');
  return notice.due === 'invitation'
    ? composeInvitation({ invitedBy: notice.invitedBy, email, publicUrl }, texts)
    : composeDigest({ letters: notice.letters, publicUrl }, texts);
}
