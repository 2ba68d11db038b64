/** Sends a mail that is due to a member, as long as they are one. */

import type { MailRequest } from '../../shared/mail/kind.ts';
import { releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { dropNotice, readNotice } from '../../shared/member/notice.ts';
import { readMember } from '../../shared/member/storage.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import type { Delivery } from './mail-context.ts';
import { composeNotice, noticeMails } from './mails/index.ts';
import { sendOrRelease } from './send-with-lease.ts';

/** @throws when the mail could not be sent; it stays due */
export async function sendMemberMail(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store } = delivery;
  const notice = await readNotice(store, request.signature);
  if (notice?.due !== request.mail) return;
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  const takeBack = (isPerhapsOut: boolean) => releaseLeaseOf(store, lease, isPerhapsOut);
  await sendOrRelease(takeBack, delivery, { about: { mail: notice.due }, now }, async () => {
    const member = await readMember(store, notice.member);
    // A member who was revoked, or turned the digest off, gets no mail.
    if (!member || member.revokedAt || !noticeMails[notice.due].isWanted(member)) return 'unwanted';
    const context = { email: member.email, publicUrl: delivery.publicUrl };
    return { to: member.email, mail: await composeNotice(notice.due, notice, context, await textsFor('en')) };
  });
  await dropNotice(store, notice.id);
}
