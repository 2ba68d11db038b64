/**
 * Sends all mails except those that ask to confirm. They tell the owner of a confirmed signature what happened to it.
 */

import type { HeldBecause } from '../../shared/mail/held-because.ts';
import { type MailRequest, mailFacts } from '../../shared/mail/kind.ts';
import { dropExpiredTokens, releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { type Carried, type Next, settleDueMail } from '../../shared/mail/outbox.ts';
import { type MailboxRecord, readMailbox, type Suppression } from '../../shared/mailbox/record.ts';
import { noteAnswer, releaseLease } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { makeToken, type StoredToken, type TokenPurpose } from '../../shared/platform/token/token.ts';
import { withMail } from '../../shared/signature/due-mail.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { withdrawnKeptFor } from '../../shared/time.ts';
import { changeSignature } from './change-signature.ts';
import { noteDomainAnswer } from './domain-cap.ts';
import { type Delivery, followingLetter, mailContextOf, manageValidFor, newTextOf } from './mail-context.ts';
import { type SignatureMail, signatureMails } from './mails/index.ts';
import { mayInvite, mayStillInvite } from './may-invite.ts';
import { isDueStill, keepTokens, type Ready, sendOrRelease } from './send-with-lease.ts';
import { NoLongerWanted } from './ses.ts';
import { noteRefused, suppressionOf } from './suppression.ts';

/**
 * @param record as it was read, with this mail due
 * @returns `due-again` when something happened while the mail was composed or sent that it does not mention
 */
export async function sendNotification(
  delivery: Delivery,
  request: MailRequest & { mail: SignatureMail },
  record: SignatureRecord,
  now: number,
): Promise<'done' | 'due-again'> {
  const [subject, mailbox] = await Promise.all([
    mailContextOf(delivery, record),
    ownsMailbox(request.mail) ? readMailbox(delivery.store, delivery.keys, record.email, 'eventual') : undefined,
  ]);
  await dropExpiredTokens(delivery.store, record, now);
  const { token, stored } = makeToken(record.id, purposeOf(request.mail, record), now + manageValidFor);
  const held = await (ownsMailbox(request.mail) ? leaseReceipt : leaseOther)(
    delivery,
    request,
    { record, mailbox },
    stored,
    now,
  );
  if (typeof held === 'string') return held;
  const isFollowUp = request.mail === 'follow-up';
  const compose = async (): Promise<Ready | HeldBecause> =>
    (await suppressionOf(delivery, record, await held.suppression(), now)) ??
    (isFollowUp && !(await mayInvite(delivery, record, now)) ? 'letter-closed' : undefined) ?? {
      to: record.email,
      ...(isFollowUp ? { lastCheck: () => mayStillInvite(delivery, record, now) } : {}),
      mail: await signatureMails[request.mail](subject, {
        // Its purpose is that of the mail.
        manageToken: token,
        followToken: token,
        newText: () => newTextOf(delivery, subject),
        following: () => followingLetter(delivery, record),
      }),
    };
  const about = { mail: request.mail, signature: record.id };
  let sent: 'sent' | 'refused' | HeldBecause;
  try {
    sent = await sendOrRelease<SignatureMail, HeldBecause>(held.release, delivery, { about, now }, compose);
  } catch (error) {
    // Composed again from the current row, or dropped.
    if (error instanceof NoLongerWanted) return 'due-again';
    throw error;
  }
  if (sent === 'refused') await noteRefused(delivery, record, now);
  return settleTold(delivery, request, record, held.carried, now);
}

/** Mails after which the mailbox gets links to the signature on request. */
const ownsMailbox = (mail: SignatureMail) => mail === 'receipt' || mail === 'added';

/** The link of a mail about a letter that follows opens the form of that letter, and nothing else. */
function purposeOf(mail: SignatureMail, { followAsked }: SignatureRecord): TokenPurpose {
  const following = mail === 'follow-up' ? followAsked?.at(-1) : undefined;
  return following === undefined ? 'manage' : `follow:${following}`;
}

/** A signature, and the row of its mailbox if it was read with it. */
interface Recipient {
  readonly record: SignatureRecord;
  readonly mailbox: MailboxRecord | undefined;
}

/** A mail locked by this mailer. */
interface Held {
  readonly suppression: () => Promise<Suppression | undefined>;
  readonly release: (isPerhapsOut: boolean) => Promise<void>;
  /** Data to store with the signature once the mail is sent. */
  readonly carried?: Carried;
}

/** Also records that the mailbox owns the signature, whether or not the receipt is sent. */
async function leaseReceipt(
  delivery: Delivery,
  request: MailRequest,
  { record, mailbox }: Recipient,
  stored: StoredToken,
  now: number,
): Promise<Held | 'done' | 'due-again'> {
  const { store, keys } = delivery;
  const { id, letter, email, claimant = '' } = record;
  const mail = { signature: id, mail: request.mail, token: stored, noted: record.manageTokens };
  const noted = await noteAnswer(store, keys, { email, own: { id, letter, claimant }, known: mailbox }, mail, now);
  // The mailer that is sending it also sends what becomes due meanwhile.
  if (!noted) return 'done';
  // Nobody has answered for one that the secretariat added.
  if (request.mail === 'receipt') noteDomainAnswer(store, email, now);
  const { suppressed, inProgress } = noted;
  const release = (isPerhapsOut: boolean) =>
    releaseLease(store, keys, { email, inProgress, token: stored, isPerhapsOut }, now);
  if (noted.again && !(await isDueStill(delivery, request, record))) {
    await release(false);
    return 'due-again';
  }
  return {
    suppression: async () => suppressed,
    release,
    carried: { of: 'manageTokens', tokens: inProgress.tokens },
  };
}

async function leaseOther(
  { store, keys }: Delivery,
  request: MailRequest,
  { record: { email } }: Recipient,
  stored: StoredToken,
  now: number,
): Promise<Held | 'done'> {
  const list = mailFacts(request.mail).tokens;
  const token = list === 'manageTokens' ? { of: list, stored } : undefined;
  const lease = await takeLease(store, request, token, now);
  if (!lease) return 'done';
  return {
    suppression: async () => (await readMailbox(store, keys, email)).suppressed,
    release: (isPerhapsOut) => releaseLeaseOf(store, lease, isPerhapsOut),
  };
}

async function settleTold(
  delivery: Delivery,
  request: MailRequest,
  record: SignatureRecord,
  carried: Carried | undefined,
  now: number,
): Promise<'done' | 'due-again'> {
  const { store } = delivery;
  let known: SignatureRecord | undefined = record;
  while (known?.due === request.mail && known.dueAt === record.dueAt) {
    const [mail, ...queued] = known.dueNext;
    const last: Next =
      request.mail === 'withdrawn' ? { due: 'expiry', at: endOfWithdrawn(now), queued: [] } : undefined;
    const next: Next = mail ? { due: mail, at: new Date(now), queued } : last;
    if (await settleDueMail(store, request, { next, read: known, carried })) return 'done';
    // Something else became due in the meantime.
    known = await readSignature(store, request.signature);
  }
  if (carried) await keepTokens(delivery, record, carried, now);
  if (known && isTakenBack(request, known)) await tellHowItStands(delivery, known, now);
  return known?.due === request.mail ? 'due-again' : 'done';
}

/** Whether the secretariat undid what the mail reports before it was sent. */
function isTakenBack({ mail }: MailRequest, { withdrawnAt, displacedAt, moderation }: SignatureRecord): boolean {
  return (
    (mail === 'withdrawn' && !withdrawnAt) ||
    (mail === 'displaced' && !displacedAt) ||
    (mail === 'listed' && moderation !== 'approved') ||
    (mail === 'not-listed' && moderation !== 'rejected')
  );
}

async function tellHowItStands({ store }: Delivery, { id }: SignatureRecord, now: number): Promise<void> {
  const at = new Date(now);
  await changeSignature(store, id, (record) => (record.withdrawnAt ? record : withMail(record, 'receipt', at)), at);
}

/** Signers told of a withdrawal have until then to say that it was not them; then the signature is forgotten. */
function endOfWithdrawn(now: number): Date {
  return new Date(now + withdrawnKeptFor);
}
