/** Answers a request for links: one mail with a link to each signature of the mailbox, if there is any. */
import { type ComposedMail, composeLinks, type LinkItem, type MailSubject } from '../../shared/mail/compose.tsx';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { addToken, giveBack, takeLease } from '../../shared/mail/outbox.ts';
import { sendMail } from '../../shared/mail/send.ts';
import { permitMail, signaturesOf } from '../../shared/mailbox/storage.ts';
import { deniedBecause } from '../../shared/screening/lists.ts';
import { dropLinkRequest, type LinkRequest, readLinkRequest } from '../../shared/signature/link-request.ts';
import { coSignatoryName } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { makeToken } from '../../shared/token/token.ts';
import { confirmableUntil } from './confirmation.ts';
import { type Delivery, manageValidFor, subjectOf } from './subject.ts';

/** One mail holds so many links at the most, the newest signatures first. */
const mostLinks = 50;

/** @throws when the mail could not be sent; the request stays */
export async function deliverLinks(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, mailing } = delivery;
  const asked = await readLinkRequest(store, request.signature);
  if (!asked || !(await takeLease(store, request, {}, now))) return;
  try {
    const mail = await linksMail(delivery, asked, now);
    if (mail) await sendMail(mailing, asked.email, mail, { mail: 'link', signature: asked.id });
  } catch (error) {
    await giveBack(store, request);
    throw error;
  }
  await dropLinkRequest(store, asked.id);
}

async function linksMail(delivery: Delivery, asked: LinkRequest, now: number): Promise<ComposedMail | undefined> {
  const { store, keys, publicUrl } = delivery;
  if (await deniedBecause(store, keys, asked.email, now)) return undefined;
  const known = await signaturesOf(store, keys, asked.email);
  const ids = [...known.confirmed.map(({ id }) => id), ...known.pending].reverse().slice(0, mostLinks);
  const records = (await Promise.all(ids.map((id) => readSignature(store, id)))).filter(
    (record) => record !== undefined,
  );
  if (records.length === 0) return undefined;
  const subjects = await Promise.all(records.map((record) => subjectOf(delivery, record)));
  const confirms = subjects
    .filter(({ record }) => !record.confirmedAt)
    .map(({ record: { id, letter }, record, letter: kept }) => ({
      id,
      letter,
      expiresAt: confirmableUntil(record, kept, now),
    }));
  // Whoever asks twice within minutes gets one mail.
  const content = keys.hash('content', 'links', ...ids);
  const permit = await permitMail(store, keys, { email: asked.email, mail: asked.id, content }, confirms, now);
  if (!permit.allowed) return undefined;
  const items = await Promise.all(
    subjects.map((subject) => linkTo(delivery, subject, permit.codes.get(subject.record.id), now)),
  );
  return composeLinks({ language: asked.language, publicUrl, items });
}

async function linkTo(
  delivery: Delivery,
  { record, letter, text }: MailSubject,
  code: string | undefined,
  now: number,
): Promise<LinkItem> {
  const about = { title: text.title, name: coSignatoryName(record) };
  if (record.confirmedAt || code === undefined) {
    const { token, stored } = makeToken(record.id, 'manage', now + manageValidFor);
    await addToken(delivery.store, record.id, { of: 'manageTokens', stored });
    return { ...about, state: 'confirmed', manageToken: token };
  }
  const expiresAt = confirmableUntil(record, letter, now);
  const { token, stored } = makeToken(record.id, 'confirm', expiresAt);
  await addToken(delivery.store, record.id, { of: 'confirmTokens', stored });
  return { ...about, state: 'pending', token, code, expiresAt: new Date(expiresAt), letter: record.letter };
}
