/** Answers a sign-in request: sends a link to members, and nothing to anybody else. */

import type { MailRequest } from '../../shared/mail/kind.ts';
import { releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import type { Member } from '../../shared/member/member.ts';
import { readSignIn, type SignInRequest, settleSignIn, signInFor } from '../../shared/member/sign-in.ts';
import { findMember, writeMember } from '../../shared/member/storage.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { firstOwner } from './first-owner.ts';
import type { Delivery } from './mail-context.ts';
import { composeSignIn } from './mails/sign-in.ts';
import { sendOrRelease } from './send-with-lease.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
/**
 * Maximum of sign-in mails to a member within an hour, so that a stranger's repeated requests cannot fill the mailbox.
 * After some within a day it is one, not none: a link works for an hour, so there is always one that works.
 */
const maxAnHour = 5;
const manyADay = 10;

/** @throws when the mail could not be sent; the request stays */
export async function sendSignInLink(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, publicUrl } = delivery;
  const asked = await readSignIn(store, request.signature);
  if (!asked) return;
  // A mailbox that is not a member's gets no mail, so it need not be locked against other mailers.
  if (!(await memberOf(delivery, asked, now))) return settleSignIn(store, asked.id);
  const { token, stored } = makeToken(asked.id, 'sign-in', now + signInFor);
  const lease = await takeLease(store, request, { of: 'tokens', stored }, now);
  if (!lease) return;
  const takeBack = async (isPerhapsOut: boolean) => {
    await releaseLeaseOf(store, lease, isPerhapsOut);
    if (!isPerhapsOut) await removeAttempt(delivery, asked, now);
  };
  await sendOrRelease(takeBack, delivery, { about: { mail: 'sign-in' }, now }, async () => {
    const member = await memberOf(delivery, asked, now);
    if (!member || !(await countSignInMail(delivery, member, now))) return 'nobody';
    const url = `${publicUrl}/console/enter/${token}`;
    const mail = await composeSignIn({ url, publicUrl }, await textsFor('en'));
    return { to: member.email, mail, allowedBy: 'member' as const };
  });
  await settleSignIn(store, asked.id);
}

async function memberOf(
  { store, keys }: Delivery,
  { email, first }: SignInRequest,
  now: number,
): Promise<Member | undefined> {
  const member = first ? await firstOwner(store, keys, email, new Date(now)) : await findMember(store, keys, email);
  return member?.revokedAt === undefined ? member : undefined;
}

/** @returns whether one more mail may be sent now; if so, records it */
async function countSignInMail({ store }: Delivery, member: Member, now: number): Promise<boolean> {
  const recent = member.signInMails.filter((sent) => sent > now - day);
  const lastHour = recent.filter((sent) => sent > now - hour);
  if (lastHour.length >= (recent.length < manyADay ? maxAnHour : 1)) return false;
  // Fails when another write changed the member first. A cap that is one too high for a moment is harmless.
  await writeMember(store, { ...member, signInMails: [...recent, now] });
  return true;
}

/** Removes a mail that was not sent from those counted for the member. */
async function removeAttempt({ store, keys }: Delivery, { email }: SignInRequest, now: number): Promise<void> {
  const member = await findMember(store, keys, email);
  if (!member?.signInMails.includes(now)) return;
  await writeMember(store, { ...member, signInMails: member.signInMails.filter((sent) => sent !== now) });
}
