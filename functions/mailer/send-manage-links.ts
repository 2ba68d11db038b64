/** Answers a request for links: one mail with a link to each signature of the mailbox, if there are any. */

import type { SignatureId } from '../../shared/ids.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { addToken, dropExpiredTokens, dropToken, releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { removeAttempt, signaturesOf } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { makeToken, type StoredToken } from '../../shared/platform/token/token.ts';
import { deniedBecause } from '../../shared/screening/lists.ts';
import { dropLinkRequest, type LinkRequest, readLinkRequest } from '../../shared/signature/owner/link-request.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { confirmableUntil } from './choose-confirmation.ts';
import type { ComposedMail, MailSubject } from './frame/mail.ts';
import { checkMailCap } from './mail-cap.ts';
import { type Delivery, mailContextOf } from './mail-context.ts';
import { composeLinks, type LinkItem } from './mails/links.ts';
import { sendOrRelease } from './send-with-lease.ts';

/** Maximum of links in one mail, the newest signatures first. */
const maxLinks = 50;
/** Short, since a stranger can ask for it every day and another can be requested at any time. In milliseconds. */
const linkValidFor = 30 * 24 * 3600 * 1000;

/** @throws when the mail could not be sent; the request stays */
export async function sendManageLinks(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, keys } = delivery;
  const asked = await readLinkRequest(store, request.signature);
  if (!asked) return;
  // A mailbox without signatures gets no mail, so it need not be locked against other mailers.
  const { confirmed, pending } = signaturesOf(await readMailbox(store, keys, asked.email));
  if (confirmed.length + pending.length === 0) return dropLinkRequest(store, asked.id);
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  const added: AddedToken[] = [];
  const takeBack = async (isPerhapsOut: boolean) => {
    await releaseLeaseOf(store, lease, isPerhapsOut);
    if (isPerhapsOut) return;
    await removeAttempt(store, keys, { email: asked.email, mail: asked.id }, now);
    for (const { id, ...token } of added) await dropToken(store, id, token);
  };
  await sendOrRelease(takeBack, delivery, { about: { mail: 'link', signature: asked.id }, now }, async () => {
    const mail = await linksMail(delivery, asked, added, now);
    return mail ? { to: asked.email, mail, allowedBy: 'mailbox' as const } : 'nothing';
  });
  await dropLinkRequest(store, asked.id);
}

/** A token in the mail, and the signature it belongs to. */
interface AddedToken {
  readonly id: SignatureId;
  readonly of: 'confirmTokens' | 'manageTokens';
  readonly stored: StoredToken;
}

/** @param added collects the tokens that are stored for the mail */
async function linksMail(
  delivery: Delivery,
  asked: LinkRequest,
  added: AddedToken[],
  now: number,
): Promise<ComposedMail | undefined> {
  const { store, keys } = delivery;
  const [denied, mailbox] = await Promise.all([
    deniedBecause(store, keys, asked.email, now),
    readMailbox(store, keys, asked.email),
  ]);
  if (denied) return undefined;
  const known = signaturesOf(mailbox);
  const ids = [...new Set([...known.confirmed.map(({ id }) => id), ...known.pending])].reverse().slice(0, maxLinks);
  const records = (await Promise.all(ids.map((id) => readSignature(store, id)))).filter(
    (record) => record !== undefined,
  );
  if (records.length === 0) return undefined;
  const subjects = await Promise.all(records.map((record) => mailContextOf(delivery, record)));
  const confirms = subjects
    .filter(({ record }) => !record.confirmedAt)
    .map(({ record: { id, letter }, record, letter: kept }) => ({
      id,
      letter,
      expiresAt: confirmableUntil(record, kept, now),
    }));
  // Two requests within minutes get one mail.
  const content = keys.hash('content', 'links', ...ids);
  const ask = { email: asked.email, mail: asked.id, content, mailbox, links: true } as const;
  const check = await checkMailCap(store, keys, ask, confirms, now);
  if (!check.allowed) return undefined;
  const items = await Promise.all(
    subjects.map((subject) => linkTo(delivery, subject, { code: check.codes.get(subject.record.id), added }, now)),
  );
  return composeLinks(items, await textsFor(asked.language));
}

/** @param code confirms the signature, unless it is confirmed */
async function linkTo(
  { store }: Delivery,
  subject: MailSubject,
  { code, added }: { code: string | undefined; added: AddedToken[] },
  now: number,
): Promise<LinkItem> {
  const { record, letter } = subject;
  if (code === undefined) {
    const { token, stored } = makeToken(record.id, 'manage', now + linkValidFor);
    added.push({ id: record.id, of: 'manageTokens', stored });
    await dropExpiredTokens(store, record, now);
    await addToken(store, record.id, { of: 'manageTokens', stored });
    return { subject, opens: 'manage', manageToken: token };
  }
  const expiresAt = confirmableUntil(record, letter, now);
  const { token, stored } = makeToken(record.id, 'confirm', expiresAt);
  added.push({ id: record.id, of: 'confirmTokens', stored });
  await addToken(store, record.id, { of: 'confirmTokens', stored });
  return { subject, opens: 'confirm', proof: { token, code, expiresAt: new Date(expiresAt) } };
}
