/**
 * Mails in progress. While a mailer works on a mail, the mail is stored on the row of its mailbox, which is written
 * anyway before the mail leaves. Another mailer that finds it there sends nothing, and the hash of its token is stored
 * before anybody can have the link. Once the mail is sent, the token moves to the signature. Until then, and after a
 * crash, links are also looked up here.
 */
import * as z from 'zod';
import { type SignatureId, signatureId } from '../ids.ts';
import { mailFacts, mailKind } from '../mail/kind.ts';
import { leaseDuration } from '../mail/lease.ts';
import { type StoredToken, storedToken } from '../platform/token/token.ts';
import type { MailboxRecord } from './record.ts';

export const mailInProgress = z.object({
  signature: signatureId,
  mail: mailKind,
  /** End of the mailer's lease, in milliseconds since 1970. */
  until: z.number(),
  /** One for each attempt. */
  tokens: z.array(storedToken),
});
export type MailInProgress = z.infer<typeof mailInProgress>;

/** A mail that a mailer wants to work on. */
export interface OwnMail extends Pick<MailInProgress, 'signature' | 'mail'> {
  /** The token in the mail. */
  readonly token: StoredToken;
  /** Tokens of the signature when it was read. A mail that carried one of these was sent. */
  readonly noted: readonly StoredToken[];
}

/**
 * Maximum number of tokens. A mail may be sent repeatedly when SES takes it and its answer is lost; each has a link of
 * its own, and all of them work. The limit only keeps the row from growing without end: nobody gets this many copies.
 */
const maxTokens = 25;

/**
 * Retention of an entry, in milliseconds. The sweep looks every six hours, so by then the mail is sent or its signature
 * is gone.
 */
const keptFor = 7 * 24 * 3600 * 1000;

const has = (tokens: readonly StoredToken[], { hash }: StoredToken) => tokens.some((one) => one.hash === hash);

/** @returns the entry of that kind of mail for the signature, whether in progress or over */
export function findMailInProgress(
  { inHand }: MailboxRecord,
  { signature, mail }: Pick<MailInProgress, 'signature' | 'mail'>,
): MailInProgress | undefined {
  return inHand.find((one) => one.signature === signature && one.mail === mail);
}

/** @returns the same entry, unless its mail was sent and settled: then it was an earlier mail of the same kind */
export function findUnsettled(mailbox: MailboxRecord, mail: OwnMail): MailInProgress | undefined {
  const found = findMailInProgress(mailbox, mail);
  return found?.tokens.every((token) => has(mail.noted, token)) ? undefined : found;
}

/** @returns the entries with that mail added, or `in-progress` when another mailer works on it. Idempotent */
export function startMail(mailbox: MailboxRecord, own: OwnMail, now: number): MailInProgress[] | 'in-progress' {
  const { signature, mail, token } = own;
  const known = findUnsettled(mailbox, own);
  const tokens = known?.tokens ?? [];
  const isOurs = has(tokens, token);
  if (known && known.until > now && !isOurs) return 'in-progress';
  const others = mailbox.inHand.filter(
    (one) => !(one.signature === signature && one.mail === mail) && one.until > now - keptFor,
  );
  const all = isOurs ? tokens : [...tokens, token].slice(-maxTokens);
  return [...others, { signature, mail, until: now + leaseDuration, tokens: all }];
}

/**
 * Ends an attempt whose mail was not sent.
 *
 * @param isPerhapsOut there was no answer, so somebody may have the link: its token is kept
 */
export function endAttempt(
  inHand: readonly MailInProgress[],
  known: MailInProgress,
  { token, isPerhapsOut, now }: { token: StoredToken; isPerhapsOut: boolean; now: number },
): MailInProgress[] {
  const tokens = isPerhapsOut ? known.tokens : known.tokens.filter(({ hash }) => hash !== token.hash);
  const others = inHand.filter((one) => one !== known);
  return tokens.length > 0 ? [...others, { ...known, tokens, until: now }] : others;
}

interface WithTokens {
  readonly id: SignatureId;
  readonly confirmTokens: StoredToken[];
  readonly manageTokens: StoredToken[];
}

/** @returns the signature with the tokens of its mails in progress */
export function withMailsInProgress<Signature extends WithTokens>(
  record: Signature,
  { inHand }: MailboxRecord,
): Signature {
  const own = inHand.filter(({ signature }) => signature === record.id);
  const tokensFor = (list: 'confirmTokens' | 'manageTokens') =>
    own.filter(({ mail }) => mailFacts(mail).tokens === list).flatMap(({ tokens }) => tokens);
  return {
    ...record,
    confirmTokens: withTokens(record.confirmTokens, tokensFor('confirmTokens')),
    manageTokens: withTokens(record.manageTokens, tokensFor('manageTokens')),
  };
}

function withTokens(known: StoredToken[], more: readonly StoredToken[]): StoredToken[] {
  const fresh = more.filter((token) => !has(known, token));
  return fresh.length > 0 ? [...known, ...fresh] : known;
}
