/** Sends a member the mail that is due, as long as they are one. */
import { composeDigest } from '../../shared/mail/compose/digest.ts';
import { composeInvitation } from '../../shared/mail/compose/invitation.ts';
import type { ComposedMail } from '../../shared/mail/frame/mail.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { giveBack, takeLease } from '../../shared/mail/lease.ts';
import { sendMail } from '../../shared/mail/send.ts';
import { dropNotice, type Notice, readNotice } from '../../shared/member/notice.ts';
import { readMember } from '../../shared/member/storage.ts';
import { textsFor } from '../../shared/text/messages.ts';
import type { Delivery } from './subject.ts';

/** @throws when the mail could not be sent; it stays due */
export async function deliverNotice(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, mailing } = delivery;
  const notice = await readNotice(store, request.signature);
  if (notice?.due !== request.mail) return;
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  try {
    const member = await readMember(store, notice.member);
    // Whoever was revoked, or switched it off meanwhile, gets none.
    const wanted = member && !member.revokedAt && (notice.due === 'invitation' || member.digest);
    if (wanted)
      await sendMail(mailing, member.email, await compose(delivery, notice, member.email), { mail: notice.due });
  } catch (error) {
    await giveBack(store, lease);
    throw error;
  }
  await dropNotice(store, notice.id);
}

async function compose({ publicUrl }: Delivery, notice: Notice, email: string): Promise<ComposedMail> {
  const texts = await textsFor('en');
  return notice.due === 'invitation'
    ? composeInvitation({ invitedBy: notice.invitedBy, email, publicUrl }, texts)
    : composeDigest({ letters: notice.letters, publicUrl }, texts);
}
