/** From "a mail is due" to a mail that is out. */
import { countMetric } from '../../shared/config/metric.ts';
import { composeDisplaced } from '../../shared/mail/compose/displaced.ts';
import { composeDuplicateNote } from '../../shared/mail/compose/duplicate-note.ts';
import { composeNewVersion } from '../../shared/mail/compose/new-version.ts';
import { composeReceipt } from '../../shared/mail/compose/receipt.ts';
import { composeWithdrawn } from '../../shared/mail/compose/withdrawn.ts';
import type { ComposedMail, MailSubject } from '../../shared/mail/frame/mail.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { giveBack, takeLease } from '../../shared/mail/lease.ts';
import { type Next, settle } from '../../shared/mail/outbox.ts';
import { sendMail } from '../../shared/mail/send.ts';
import { refusal } from '../../shared/mailbox/permit.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { tally } from '../../shared/partner/tally.ts';
import { mailsPaused } from '../../shared/pause/pause.ts';
import { expireAt, type HeldBecause, type SignatureRecord, withdrawnKeptFor } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { makeToken } from '../../shared/token/token.ts';
import {
  alreadySignedMail,
  askedMail,
  confirmableUntil,
  confirmationMail,
  findOrganisation,
  ownSignature,
  remindAt,
  suspected,
} from './confirmation.ts';
import { deliverLinks } from './links.ts';
import { deliverNotice } from './notice.ts';
import { deliverSignIn } from './sign-in.ts';
import { silenced } from './silence.ts';
import { type Delivery, manageValidFor, newTextOf, subjectOf } from './subject.ts';

/**
 * Sends the mail if it is still due and nobody else is sending it; otherwise does nothing. Safe to call any number of
 * times for the same request.
 *
 * @param now milliseconds since 1970
 * @throws when the mail could not be sent; it stays due
 */
export async function deliver(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  if (request.mail === 'link') return deliverLinks(delivery, request, now);
  if (request.mail === 'sign-in') return deliverSignIn(delivery, request, now);
  if (request.mail === 'invitation' || request.mail === 'digest') return deliverNotice(delivery, request, now);
  const record = await readSignature(delivery.store, request.signature);
  if (record?.due !== request.mail) return;
  // It stays due, and the sweep brings it again.
  if (await mailsPaused(delivery.store, record.letter, now)) return;
  const asks = request.mail === 'confirmation' || request.mail === 'reminder';
  await (asks ? askToConfirm : tell)(delivery, request, record, now);
}

/** The first mail and the reminder. */
async function askToConfirm(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  now: number,
): Promise<void> {
  const { store, keys } = delivery;
  const kind = request.mail;
  // What is held silently must cost little: whether it is, is found out before anything else is looked at.
  const [suspicion, mailbox] = await Promise.all([
    suspected(delivery, record, { kind, now }),
    readMailbox(store, keys, record.email),
  ]);
  if (suspicion) return hold(delivery, request, record, suspicion);
  const organisation = kind === 'confirmation' ? await findOrganisation(record) : {};
  const known = { ...record, ...organisation };
  const own = await ownSignature(delivery, known, mailbox);
  const asked = { ...askedMail(delivery, record, { kind, own }), email: record.email, mailbox };
  const refused = refusal(mailbox, asked, now);
  if (refused) return hold(delivery, request, record, refused);
  const subject = await subjectOf(delivery, known);
  const { letter } = subject;
  const found = kind === 'confirmation' ? { ...organisation, publishedFrom: letter.settings.publishedFrom } : {};
  const expiresAt = confirmableUntil(record, letter, now);
  const { token, stored } = makeToken(record.id, 'confirm', expiresAt);
  if (!(await takeLease(store, request, { token: { of: 'confirmTokens', stored }, found }, now))) return;
  const compose = () =>
    own
      ? alreadySignedMail(delivery, asked, { own, now })
      : confirmationMail(delivery, subject, asked, { kind, token, expiresAt, now });
  const because = await sendOrGiveBack(delivery, request, record, compose);
  const held = because ?? (own ? 'already-signed' : undefined);
  const remind = request.mail === 'confirmation' && !held;
  // There is one reminder; after it comes only the end.
  const next: Next = remind
    ? { due: 'reminder', at: remindAt(record), queued: [] }
    : { due: 'expiry', at: expireAt(record), queued: [] };
  await settleFirst(delivery, request, record, next, held);
}

/**
 * Once the mail was dealt with, the partner's numbers go up: once, as only one settles it. Where a process dies in
 * between they lack one.
 */
async function settleFirst(
  { store, days }: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  next: Next,
  held: HeldBecause | undefined,
): Promise<void> {
  const isFirst = request.mail === 'confirmation';
  const settled = await settle(store, request, { next, read: record, because: isFirst ? held : undefined });
  if (!settled || !isFirst) return;
  const outcome = held ? 'held' : 'mailed';
  if (held) countMetric('Held');
  days.note(record, outcome);
  if (record.partner) await tally(store, record, record.partner, outcome);
}

/** Accepted with the same answer as any other, and no mail goes out: only the secretariat sees it, until it expires. */
async function hold(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  why: HeldBecause,
): Promise<void> {
  const next: Next = { due: 'expiry', at: expireAt(record), queued: [] };
  await settleFirst(delivery, request, record, next, why);
}

/** Every other mail tells the owner of a confirmed signature what happened to it. */
async function tell(delivery: Delivery, request: MailRequest, record: SignatureRecord, now: number): Promise<void> {
  const { store } = delivery;
  const subject = await subjectOf(delivery, record);
  const { token, stored } = makeToken(record.id, 'manage', now + manageValidFor);
  // Who has withdrawn is told so, and needs no link.
  const carried = request.mail === 'withdrawn' ? undefined : ({ of: 'manageTokens', stored } as const);
  if (!(await takeLease(store, request, { token: carried }, now))) return;
  const compose = async () =>
    (await silenced(delivery, request, record, now)) ?? news(delivery, request, subject, token);
  await sendOrGiveBack(delivery, request, record, compose);
  for (let known: SignatureRecord | undefined = record; known?.due === request.mail; ) {
    const [mail, ...queued] = known.dueNext;
    const last: Next =
      request.mail === 'withdrawn' ? { due: 'expiry', at: endOfWithdrawn(now), queued: [] } : undefined;
    const next: Next = mail ? { due: mail, at: new Date(now), queued } : last;
    if (await settle(store, request, { next, read: known })) return;
    // Something else became due meanwhile.
    known = await readSignature(store, request.signature);
  }
}

/** Who was told of the withdrawal has this long to say that it was not them; then the signature is forgotten. */
function endOfWithdrawn(now: number): Date {
  return new Date(now + withdrawnKeptFor);
}

async function news(
  delivery: Delivery,
  { mail }: MailRequest,
  subject: MailSubject,
  manageToken: string,
): Promise<ComposedMail> {
  const { letter, publicUrl } = subject;
  switch (mail) {
    case 'duplicate-note':
      return composeDuplicateNote(subject, { manageToken });
    case 'displaced':
      return composeDisplaced(subject, { manageToken });
    case 'new-version': {
      const newText = await newTextOf(delivery, subject);
      return composeNewVersion(subject, { manageToken, newText, changesUrl: `${publicUrl}/${letter.slug}/changes` });
    }
    case 'withdrawn':
      return composeWithdrawn(subject);
    default:
      return composeReceipt(subject, { manageToken });
  }
}

/** @returns why no mail went out, if none may */
async function sendOrGiveBack(
  { store, mailing }: Delivery,
  request: MailRequest,
  { id, email }: SignatureRecord,
  compose: () => Promise<ComposedMail | HeldBecause>,
): Promise<HeldBecause | undefined> {
  try {
    const mail = await compose();
    if (typeof mail === 'string') return mail;
    await sendMail(mailing, email, mail, { mail: request.mail, signature: id });
    return undefined;
  } catch (error) {
    await giveBack(store, request);
    throw error;
  }
}
