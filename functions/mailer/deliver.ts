/** From "a mail is due" to a mail that is out. */
import type { Letter } from '../../shared/letter/letter.ts';
import { findVersion } from '../../shared/letter/letter.ts';
import { readLetter, readText } from '../../shared/letter/storage.ts';
import {
  type ComposedMail,
  composeConfirmation,
  composeReceipt,
  type MailSubject,
} from '../../shared/mail/compose.tsx';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { giveBack, settle, takeLease } from '../../shared/mail/outbox.ts';
import { type Mailing, sendMail } from '../../shared/mail/send.ts';
import { noteAnswer, permitMail } from '../../shared/mailbox/storage.ts';
import { organisationKey } from '../../shared/organisation/key.ts';
import { confirmationValidFor, type HeldBecause, type SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { Store } from '../../shared/store/store.ts';
import { bestLanguage } from '../../shared/text/language.ts';
import type { Keys } from '../../shared/token/keys.ts';
import { makeToken } from '../../shared/token/token.ts';

export interface Delivery {
  readonly store: Store;
  readonly keys: Keys;
  readonly mailing: Mailing;
  readonly publicUrl: string;
}

/** How long the link in a receipt works, in milliseconds. */
const manageValidFor = 365 * 24 * 3600 * 1000;

/**
 * Sends the mail if it is still due and nobody else is sending it; otherwise does nothing. Safe to call any number of
 * times for the same request.
 *
 * @param now milliseconds since 1970
 * @throws when the mail could not be sent; it stays due
 */
export async function deliver(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, mailing } = delivery;
  const record = await readSignature(store, request.signature);
  if (record?.due !== request.mail) return;
  const subject = await subjectOf(delivery, record);
  if (!subject) throw new Error('the letter of a signature is missing');

  const isConfirmation = request.mail === 'confirmation';
  const expiresAt = now + (isConfirmation ? confirmationValidFor : manageValidFor);
  const { token, stored } = makeToken(record.id, isConfirmation ? 'confirm' : 'manage', expiresAt);
  const organisation = isConfirmation ? keyOf(record) : undefined;
  if (!(await takeLease(store, request, { token: stored, organisationKey: organisation }, now))) return;
  try {
    const mail = isConfirmation
      ? await confirmationMail(delivery, subject, { token, expiresAt, now })
      : await receiptMail(delivery, subject);
    if (typeof mail === 'string') return await settle(store, request, mail);
    await sendMail(mailing, record.email, mail, { mail: request.mail, signature: record.id });
  } catch (error) {
    await giveBack(store, request);
    throw error;
  }
  await settle(store, request);
}

/** @returns the mail, or why none may go to this mailbox now */
async function confirmationMail(
  { store, keys }: Delivery,
  subject: MailSubject,
  { token, expiresAt, now }: { token: string; expiresAt: number; now: number },
): Promise<ComposedMail | HeldBecause> {
  const { record } = subject;
  const mail = { email: record.email, signature: record.id, letter: record.letter, content: contentOf(keys, record) };
  const permit = await permitMail(store, keys, mail, now);
  if (!permit.allowed) return permit.because;
  return composeConfirmation(subject, { token, code: permit.code, expiresAt: new Date(expiresAt) });
}

/** The receipt follows an answered mail: that mail no longer counts against the mailbox. */
async function receiptMail({ store, keys }: Delivery, subject: MailSubject): Promise<ComposedMail> {
  await noteAnswer(store, keys, { email: subject.record.email, signature: subject.record.id });
  return composeReceipt(subject);
}

async function subjectOf({ store, publicUrl }: Delivery, record: SignatureRecord): Promise<MailSubject | undefined> {
  const letter: Letter | undefined = await readLetter(store, record.letter);
  const version = letter && findVersion(letter, record.letterVersion);
  if (!letter || !version) return undefined;
  const language = bestLanguage([record.language], Object.keys(version.texts), letter.language);
  const stored = await readText(store, letter.slug, version, language);
  return stored && { record, letter, text: stored.text, publicUrl };
}

function keyOf({ kind, organisationName, organisationWebsite, country }: SignatureRecord): string | undefined {
  if (kind !== 'organisation' || organisationName === undefined) return undefined;
  return organisationKey({ name: organisationName, website: organisationWebsite, country });
}

/** Everything that the signer chose; two submissions that differ in any of it are two requests. */
function contentOf(keys: Keys, record: SignatureRecord): string {
  const { letter, kind, organisationName, organisationWebsite, country, signatoryName, signatoryRole, display } =
    record;
  const chosen = {
    letter,
    kind,
    organisationName,
    organisationWebsite,
    country,
    signatoryName,
    signatoryRole,
    display,
  };
  return keys.hash('content', JSON.stringify([chosen, record.consents, record.comment]));
}
