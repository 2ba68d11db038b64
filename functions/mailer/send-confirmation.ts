/** Sends the mails that ask to confirm: the first, and the one reminder. */
import { publicationPolicy } from '../../shared/letter/publication-policy.ts';
import type { HeldBecause } from '../../shared/mail/held-because.ts';
import type { MailKindAbout, MailRequest } from '../../shared/mail/kind.ts';
import { dropToken } from '../../shared/mail/lease.ts';
import { type Carried, type Next, settleDueMail } from '../../shared/mail/outbox.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { releaseLease } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { policyToStore } from '../../shared/signature/evidence.ts';
import { countFirstMail, expiryDue, holdFirstMail } from '../../shared/signature/first-mail.ts';
import { noteHeld } from '../../shared/signature/lists/held-rows.ts';
import { findOrganisation } from '../../shared/signature/organisation-key.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import {
  alreadySignedMail,
  askedMail,
  confirmableUntil,
  confirmationMail,
  holdReason,
  isOver,
  manageToken,
  ownSignature,
  remindAt,
} from './choose-confirmation.ts';
import { isDomainBusy } from './domain-cap.ts';
import { checkMailCapAndStart, mailRefusal, noteWaiting } from './mail-cap.ts';
import { type Delivery, mailContextOf } from './mail-context.ts';
import { isDueStill, keepTokens, sendOrRelease } from './send-with-lease.ts';

const day = 24 * 3600 * 1000;

/** @param record as it was read, with this mail due */
export async function sendConfirmation(
  delivery: Delivery,
  request: MailRequest & { mail: MailKindAbout<'submission'> },
  record: SignatureRecord,
  now: number,
): Promise<void> {
  const { store, keys } = delivery;
  const kind = request.mail;
  const { email } = record;
  const holdIt = (why: HeldBecause) => holdFirstMail(delivery, request, record, why);
  // Asked for at the same moment, so that one call reads all of it.
  const [suspicion, mailbox, about] = await Promise.all([
    holdReason(delivery, record, { kind, now }),
    readMailbox(store, keys, email, 'eventual'),
    mailContextOf(delivery, record),
  ]);
  if (suspicion) return holdIt(suspicion);
  const organisation = kind === 'confirmation' ? await findOrganisation(record) : {};
  const known = { ...record, ...organisation };
  const own = await ownSignature(delivery, known, mailbox);
  // It was confirmed after it was read.
  if (own?.id === record.id) return;
  const asked = { ...askedMail(delivery, record, { kind, own }), email: record.email, mailbox };
  // The row may be a second old. Nobody answers a mail and causes the next one within that time.
  const refused = mailRefusal(mailbox, asked, now);
  const holdOver = async (why: HeldBecause) => {
    // When the owner asks for links by the mailbox, they get one for this signature, too.
    if (why === 'mailbox-cap' && !own) await noteWaiting(store, keys, { email, mailbox, signature: record.id }, now);
    return holdIt(why);
  };
  if (refused) return holdOver(refused);
  if (await isDomainBusy(store, keys, record.email, now)) {
    // It stays due, and the sweep queues it again for a day.
    return now < Date.parse(record.submittedAt) + day ? undefined : holdIt('domain-cap');
  }
  const { letter } = about;
  const found =
    kind === 'confirmation' ? { ...organisation, ...policyToStore(record, publicationPolicy(letter.settings)) } : {};
  const subject = { ...about, record: { ...known, ...found } };
  if (!own && isOver(kind, letter, now)) return holdIt('letter-closed');
  const expiresAt = confirmableUntil(record, letter, now);
  const { token, stored } = makeToken(record.id, 'confirm', expiresAt);
  const confirms = own ? [] : [{ id: record.id, letter: record.letter, expiresAt }];
  const mail = { signature: record.id, mail: kind, token: stored, noted: record.confirmTokens };
  const check = await checkMailCapAndStart(store, keys, asked, { confirms, mail }, now);
  if (!check.allowed) return check.because === 'in-progress' ? undefined : holdOver(check.because);
  const { codes, inProgress, again } = check;
  if (again && !(await isDueStill(delivery, request, record))) return;
  const forOwn = own && manageToken(own, now);
  const code = codes.get(record.id) ?? '';
  const compose = async () => ({
    to: email,
    allowedBy: 'mailbox' as const,
    mail: await (own && forOwn
      ? alreadySignedMail(delivery, own, forOwn, now)
      : confirmationMail(delivery, subject, { kind, token, code, expiresAt })),
  });
  const takeBack = async (isPerhapsOut: boolean) => {
    await releaseLease(store, keys, { email, inProgress, token: stored, isPerhapsOut }, now);
    if (own && forOwn && !isPerhapsOut) await dropToken(store, own.id, { of: 'manageTokens', stored: forOwn.stored });
  };
  const sent = await sendOrRelease(takeBack, delivery, { about: { mail: kind, signature: record.id }, now }, compose);
  const carried = { of: 'confirmTokens', tokens: inProgress.tokens, found } as const;
  const remind = kind === 'confirmation' && !own;
  // There is one reminder; after it the signature only expires.
  const isRefused = sent === 'refused';
  const next: Next = remind && !isRefused ? { due: 'reminder', at: remindAt(record), queued: [] } : expiryDue(record);
  const held = isRefused ? 'refused' : own && 'already-signed';
  await settleFirst(delivery, request, record, { next, held, carried, now });
}

/** Records that the mail was sent, or refused for good. The process that records it also counts it, once. */
async function settleFirst(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  { next, held, carried, now }: { next: Next; held: HeldBecause | undefined; carried: Carried; now: number },
): Promise<void> {
  const isFirst = request.mail === 'confirmation';
  const because = isFirst || held === 'refused' ? held : undefined;
  if (because) await noteHeld(delivery.store, record);
  const settled = await settleDueMail(delivery.store, request, { next, read: record, because, carried });
  if (!settled) return keepTokens(delivery, record, carried, now);
  if (isFirst) await countFirstMail(delivery, record, held);
}
