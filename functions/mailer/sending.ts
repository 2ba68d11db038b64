/** The moment in which a mail leaves, and what is left to do when something else happened in it. */
import type { ComposedMail } from '../../shared/mail/frame/mail.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { addToken } from '../../shared/mail/lease.ts';
import type { Carried } from '../../shared/mail/outbox.ts';
import { sendMail } from '../../shared/mail/send.ts';
import { forgetSignature } from '../../shared/mailbox/own.ts';
import type { HeldBecause, SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { Delivery } from './subject.ts';

/** @returns whether the very mail that was due when the record was read is due still */
export async function isDueStill({ store }: Delivery, request: MailRequest, read: SignatureRecord): Promise<boolean> {
  const now = await readSignature(store, request.signature);
  return now?.due === request.mail && now.dueAt === read.dueAt;
}

/** @returns why no mail went out, if none may. When it could not be sent, it is given back, and this throws */
export async function sendOr(
  giveBack: () => Promise<void>,
  { mailing }: Delivery,
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
    await giveBack();
    throw error;
  }
}

/**
 * The signature changed while its mail went out, so the token was not kept with it: now it is, by itself. Of one that was
 * forgotten meanwhile the row of its mailbox must not tell.
 */
export async function keepTokens(
  { store, keys }: Delivery,
  { id, email }: SignatureRecord,
  { of, tokens }: Carried,
  now: number,
): Promise<void> {
  for (const stored of tokens) await addToken(store, id, { of, stored });
  if (!(await readSignature(store, id))) await forgetSignature(store, keys, { email, signature: id }, now);
}
