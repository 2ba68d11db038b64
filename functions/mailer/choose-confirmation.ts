/**
 * The mails that ask to confirm: the first, and the one reminder. Anyone can cause them, so caps protect the mailbox.
 */
import { type Letter, signing } from '../../shared/letter/letter.ts';
import type { HeldBecause } from '../../shared/mail/held-because.ts';
import type { MailKind, MailKindAbout } from '../../shared/mail/kind.ts';
import { addToken, dropExpiredTokens } from '../../shared/mail/lease.ts';
import { heldByScreening } from '../../shared/mail/suspicion.ts';
import type { MailboxRecord } from '../../shared/mailbox/record.ts';
import { signaturesOf } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { deniedBecause } from '../../shared/screening/lists.ts';
import { claimantOf } from '../../shared/signature/claims/claim.ts';
import { formerClaimant } from '../../shared/signature/claims/former-claimant.ts';
import { publicFieldsOf } from '../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { isAdded } from '../../shared/signature/states.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { pendingKeptFor } from '../../shared/time.ts';
import type { ComposedMail, MailSubject } from './frame/mail.ts';
import type { AskedMail } from './mail-cap.ts';
import { type Delivery, mailContextOf, manageValidFor } from './mail-context.ts';
import { composeAlreadySigned } from './mails/already-signed.ts';
import { submissionMails } from './mails/index.ts';
import { stopLink } from './stop-link.ts';

/** Time after which an unanswered confirmation gets its reminder, in milliseconds. */
const remindAfter = 48 * 3600 * 1000;
const day = 24 * 3600 * 1000;

/** @returns when the one reminder is due */
export function remindAt({ submittedAt }: SignatureRecord): Date {
  return new Date(new Date(submittedAt).getTime() + remindAfter);
}

/** @returns until when a link or code sent now works, in milliseconds since 1970 */
export function confirmableUntil({ submittedAt }: SignatureRecord, { settings }: Letter, now: number): number {
  return Math.min(now + settings.confirmWithinDays * day, new Date(submittedAt).getTime() + pendingKeptFor);
}

/**
 * @returns why a mail to confirm is held, regardless of the mailbox: the submission was suspicious, or a deny list
 *   matches
 */
export async function holdReason(
  { store, keys }: Delivery,
  { screening, email }: SignatureRecord,
  { kind, now }: { kind: MailKind; now: number },
): Promise<HeldBecause | undefined> {
  // Once the first mail was sent, the submission has passed screening or was released.
  return heldByScreening(kind, screening) ?? deniedBecause(store, keys, email, now);
}

/** A signer who has already signed is told so instead of asked again. @returns the mail, for the mailbox's caps */
export function askedMail(
  { keys }: Delivery,
  record: SignatureRecord,
  { kind, own }: { kind: MailKind; own: SignatureRecord | undefined },
): AskedMail {
  const content = own
    ? keys.hash('content', 'already-signed', own.id)
    : keys.hash('content', kind === 'reminder' ? record.id : '', contentOf(record));
  return { mail: record.id, content };
}

/** @returns the confirmed signature of the same mailbox for the same claimant, which must not be signed again */
export async function ownSignature({ store, keys }: Delivery, record: SignatureRecord, mailbox: MailboxRecord) {
  // The previous release may have stored the claimant under its former key.
  const claimants = [claimantOf(keys, record), await formerClaimant(keys, record)];
  const own = signaturesOf(mailbox).confirmed.find(
    (one) => one.letter === record.letter && claimants.includes(one.claimant),
  );
  const found = own && (await readSignature(store, own.id));
  // People whom the secretariat added may still sign.
  return found?.confirmedAt && !found.withdrawnAt && !isAdded(found) ? found : undefined;
}

/** @returns whether it is too late to ask again */
export function isOver(kind: MailKind, letter: Letter, now: number): boolean {
  if (letter.state === 'delivered') return true;
  return kind === 'reminder' && signing(letter, new Date(now)) === 'closed';
}

/** @returns the mail with its link and code */
export function confirmationMail(
  { keys }: Delivery,
  subject: MailSubject,
  {
    kind,
    token,
    code,
    expiresAt,
  }: { kind: MailKindAbout<'submission'>; token: string; code: string; expiresAt: number },
): Promise<ComposedMail> {
  const { record } = subject;
  return submissionMails[kind](subject, {
    proof: { token, code, expiresAt: new Date(expiresAt) },
    stopUrl: stopLink(keys, subject.publicUrl, record.id),
  });
}

/** @returns a new link to the owner's page of the signature */
export function manageToken({ id }: SignatureRecord, now: number) {
  return makeToken(id, 'manage', now + manageValidFor);
}

/** "You have signed, here is your link." The link works immediately. */
export async function alreadySignedMail(
  delivery: Delivery,
  own: SignatureRecord,
  { token, stored }: ReturnType<typeof makeToken>,
  now: number,
): Promise<ComposedMail> {
  await dropExpiredTokens(delivery.store, own, now);
  await addToken(delivery.store, own.id, { of: 'manageTokens', stored });
  return composeAlreadySigned(await mailContextOf(delivery, own), { manageToken: token });
}

/** Everything that the signer chose. Two submissions that differ in any of it are two requests. */
function contentOf(record: SignatureRecord): string {
  return JSON.stringify([{ letter: record.letter, ...publicFieldsOf(record) }, record.consents, record.comment]);
}
