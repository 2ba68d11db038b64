/**
 * The mail that a mailer has in hand stands on the row of its mailbox, which is written anyway before the mail leaves:
 * who else finds it there sends nothing, and the hash of its token is kept before anybody can have it. When the mail is
 * out the token goes to the signature; until then, and after a crash, a link is looked for here, too.
 */
import * as z from 'zod';
import { type SignatureId, signatureId } from '../ids.ts';
import { mailKind } from '../mail/kind.ts';
import { leaseFor } from '../mail/lease.ts';
import { type StoredToken, storedToken } from '../platform/token/token.ts';
import type { MailboxRecord } from './record.ts';

export const mailInHand = z.object({
  signature: signatureId,
  mail: mailKind,
  /** Milliseconds since 1970 until which one mailer works on it. */
  until: z.number(),
  /** Of each time that it was in hand. */
  tokens: z.array(storedToken),
});
export type MailInHand = z.infer<typeof mailInHand>;

/** A mail to be taken in hand. */
export interface OwnMail extends Pick<MailInHand, 'signature' | 'mail'> {
  /** What it will carry. */
  readonly token: StoredToken;
  /** Tokens that stood on the signature when it was read: what carried one of these is out. */
  readonly noted: readonly StoredToken[];
}

/**
 * A mail may go out again and again when SES takes it and its answer is lost. Each of these mails has a link of its own,
 * and all of them work. The limit only keeps the row from growing without end: nobody gets this many copies.
 */
const maxTokens = 25;

/** After so long the mail is out, or its signature is gone: the sweep looks every six hours, in milliseconds. */
const keptFor = 7 * 24 * 3600 * 1000;

const has = (tokens: readonly StoredToken[], { hash }: StoredToken) => tokens.some((one) => one.hash === hash);

/** @returns the mail of that kind of the signature as it is in hand, or was */
export function findInHand(
  { inHand }: MailboxRecord,
  { signature, mail }: Pick<MailInHand, 'signature' | 'mail'>,
): MailInHand | undefined {
  return inHand.find((one) => one.signature === signature && one.mail === mail);
}

/** @returns the same, unless that one is out and noted: then it was an earlier mail of the same kind */
export function findUnsettled(mailbox: MailboxRecord, mail: OwnMail): MailInHand | undefined {
  const found = findInHand(mailbox, mail);
  return found?.tokens.every((token) => has(mail.noted, token)) ? undefined : found;
}

/** @returns the mails in hand with that one among them; or a word when somebody else is at it. Safe to repeat */
export function takeInHand(mailbox: MailboxRecord, own: OwnMail, now: number): MailInHand[] | 'in-hand' {
  const { signature, mail, token } = own;
  const known = findUnsettled(mailbox, own);
  const tokens = known?.tokens ?? [];
  const isOurs = has(tokens, token);
  if (known && known.until > now && !isOurs) return 'in-hand';
  const others = mailbox.inHand.filter(
    (one) => !(one.signature === signature && one.mail === mail) && one.until > now - keptFor,
  );
  const all = isOurs ? tokens : [...tokens, token].slice(-maxTokens);
  return [...others, { signature, mail, until: now + leaseFor, tokens: all }];
}

/**
 * The mail did not leave.
 *
 * @param isPerhapsOut no answer came, so that somebody may have the link: its token is kept
 */
export function putBack(
  inHand: readonly MailInHand[],
  known: MailInHand,
  { token, isPerhapsOut, now }: { token: StoredToken; isPerhapsOut: boolean; now: number },
): MailInHand[] {
  const tokens = isPerhapsOut ? known.tokens : known.tokens.filter(({ hash }) => hash !== token.hash);
  const others = inHand.filter((one) => one !== known);
  return tokens.length > 0 ? [...others, { ...known, tokens, until: now }] : others;
}

interface WithTokens {
  readonly id: SignatureId;
  readonly confirmTokens: StoredToken[];
  readonly manageTokens: StoredToken[];
}

/** @returns the signature with the tokens of its mails that were in hand: those in `manageTokens` are of receipts */
export function withMailsInHand<Signature extends WithTokens>(record: Signature, { inHand }: MailboxRecord): Signature {
  const own = inHand.filter(({ signature }) => signature === record.id);
  const tokensOf = (isReceipt: boolean) =>
    own.filter(({ mail }) => (mail === 'receipt') === isReceipt).flatMap(({ tokens }) => tokens);
  return {
    ...record,
    confirmTokens: withTokens(record.confirmTokens, tokensOf(false)),
    manageTokens: withTokens(record.manageTokens, tokensOf(true)),
  };
}

function withTokens(known: StoredToken[], more: readonly StoredToken[]): StoredToken[] {
  const fresh = more.filter((token) => !has(known, token));
  return fresh.length > 0 ? [...known, ...fresh] : known;
}
