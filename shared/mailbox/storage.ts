/**
 * What is kept of a mailbox, under a keyed hash of it: which confirmation mails went there, so that strangers cannot
 * use us to flood it (DESIGN rule 4), and the codes printed in them. Gone 30 days after the last mail; but that a mailbox
 * takes no mail, or wants none, is kept.
 */
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { moment } from '../letter/letter.ts';
import { type LetterSlug, letterSlug } from '../letter/slug.ts';
import { type SignatureId, signatureId } from '../signature/id.ts';
import { type HeldBecause, pendingKeptFor } from '../signature/record.ts';
import { mailboxKey } from '../store/keys.ts';
import { backOff, isConditionFailed, type Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, makeCode, sameHash } from '../token/token.ts';
import { canonicalMailbox } from './address.ts';

/** Unanswered confirmation mails that a mailbox gets within a day, over all letters. */
const mostUnanswered = 5;
const day = 24 * 3600 * 1000;
/** The same content again within this time gets no second mail: a double click is not two requests. */
const sameContentFor = 10 * 60 * 1000;
/** Wrong tries after which a code is void. The link in the same mail goes on working. */
const mostWrongTries = 10;

const sentMail = z.object({
  /** Which mail it was: the id of the signature that it confirms, or of the request that it answers. */
  mail: signatureId,
  /** Keyed hash of all that was asked for: tells a repeat from a corrected submission. */
  content: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** What it can confirm; a mail that only brings links to confirmed signatures has none. */
  signature: signatureId.optional(),
  letter: letterSlug.optional(),
  codeHash: z.string().optional(),
  /** Until when the code works, milliseconds since 1970. */
  expiresAt: z.number().optional(),
  /** How many codes had been tried on this mailbox when this one was made. */
  triesBefore: z.number().default(0),
});
type SentMail = z.infer<typeof sentMail>;

/** A confirmed signature of the mailbox: to find it when its owner asks for a link, or signs once more. */
const ownSignature = z.object({ id: signatureId, letter: letterSlug, claimant: z.string() });
export type OwnSignature = z.infer<typeof ownSignature>;

const suppression = z.object({ at: moment, because: z.enum(['bounce', 'complaint', 'asked']) });
/** Why nothing at all is sent to a mailbox, and since when. */
export type Suppression = z.infer<typeof suppression>;

const mailboxRecord = z.object({
  mails: z.array(sentMail),
  signatures: z.array(ownSignature).default([]),
  suppressed: suppression.optional(),
  tries: z.number(),
  revision: z.number(),
});

type MailboxRecord = z.infer<typeof mailboxRecord>;

/** @returns the keyed hash under which a mailbox is found */
export function hashMailbox(keys: Keys, email: string): string {
  return keys.hash('mailbox', canonicalMailbox(email));
}

export async function readMailbox(store: Store, hash: string) {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: mailboxKey(hash), ConsistentRead: true }),
  );
  return mailboxRecord.parse(Item ?? { mails: [], tries: 0, revision: 0 });
}

export type MailPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string> }
  | { allowed: false; because: HeldBecause };

/**
 * Asks whether a mail that anybody could have asked for may go to the mailbox, and notes that it does, with a fresh
 * code for each signature that it can confirm. Asking again for the same mail (in flight when a process died) is always
 * allowed and counts once.
 *
 * @param mail which mail it is, and the keyed hash of what was asked for
 * @param confirms the pending signatures that it can confirm
 * @returns the codes to print, or why no mail may go
 */
export async function permitMail(
  store: Store,
  keys: Keys,
  mail: { email: string; mail: SignatureId; content: string },
  confirms: readonly { id: SignatureId; letter: LetterSlug; expiresAt: number }[],
  now: number,
): Promise<MailPermit> {
  const codes = new Map(confirms.map(({ id }) => [id, makeCode()]));
  const written = await changeMailbox(
    store,
    keys,
    mail.email,
    (mailbox) => {
      if (mailbox.suppressed) return 'suppressed';
      const others = mailbox.mails.filter((sent) => sent.mail !== mail.mail);
      if (others.some(({ content, at }) => content === mail.content && at > now - sameContentFor))
        return 'mail-just-sent';
      const unanswered = new Set(others.filter(({ at }) => at > now - day).map((sent) => sent.mail));
      if (unanswered.size >= mostUnanswered) return 'mailbox-cap';
      const sent: SentMail = { mail: mail.mail, content: mail.content, at: now, triesBefore: mailbox.tries };
      const added = confirms.map(({ id, letter, expiresAt }) => ({
        ...sent,
        signature: id,
        letter,
        expiresAt,
        codeHash: hashCode(keys, id, codes.get(id) ?? ''),
      }));
      const usable = mailbox.mails.filter(({ at }) => at > now - pendingKeptFor);
      return { ...mailbox, mails: [...usable, ...(added.length > 0 ? added : [sent])] };
    },
    now,
  );
  return typeof written === 'string' ? { allowed: false, because: written } : { allowed: true, codes };
}

/**
 * Notes that a signature was confirmed: its mails no longer count against the mailbox's day, their codes are spent, and
 * the mailbox is found to own it.
 *
 * @returns why no mail may go there, if none may
 */
export async function noteAnswer(
  store: Store,
  keys: Keys,
  email: string,
  own: OwnSignature,
  now: number,
): Promise<Suppression | undefined> {
  const { suppressed } = await changeMailbox<never>(
    store,
    keys,
    email,
    (mailbox) => {
      const mails = mailbox.mails.filter(({ signature }) => signature !== own.id);
      if (mails.length === mailbox.mails.length && mailbox.signatures.some(({ id }) => id === own.id)) return;
      return { ...mailbox, mails, signatures: [...mailbox.signatures.filter(({ id }) => id !== own.id), own] };
    },
    now,
  );
  return suppressed;
}

/** Forgets that the mailbox ever had to do with that signature. */
export async function forgetSignature(
  store: Store,
  keys: Keys,
  { email, signature }: { email: string; signature: SignatureId },
  now: number,
): Promise<void> {
  await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      const mails = mailbox.mails.filter((sent) => sent.signature !== signature);
      const signatures = mailbox.signatures.filter(({ id }) => id !== signature);
      if (mails.length + signatures.length === mailbox.mails.length + mailbox.signatures.length) return;
      return { ...mailbox, mails, signatures };
    },
    now,
  );
}

/** @returns what is known of a mailbox: its confirmed signatures, those that a mail asked it to confirm, and why it gets none */
export async function signaturesOf(
  store: Store,
  keys: Keys,
  email: string,
): Promise<{ confirmed: OwnSignature[]; pending: SignatureId[]; suppressed?: Suppression | undefined }> {
  const { signatures, mails, suppressed } = await readMailbox(store, hashMailbox(keys, email));
  const pending = [...new Set(mails.flatMap(({ signature }) => signature ?? []))];
  return { confirmed: signatures, pending, suppressed };
}

/**
 * Reads, changes and writes the row of a mailbox, again when somebody was faster.
 *
 * @param change gives the row as it shall be; nothing when it is right as it is; or a word when it must stay so
 */
export async function changeMailbox<Refusal extends string = never>(
  store: Store,
  keys: Keys,
  email: string,
  change: (mailbox: MailboxRecord) => MailboxRecord | Refusal | undefined,
  now: number,
): Promise<MailboxRecord | Refusal> {
  const hash = hashMailbox(keys, email);
  for (let attempt = 1; ; attempt += 1) {
    const mailbox = await readMailbox(store, hash);
    const { revision, tries } = mailbox;
    const next = change(mailbox);
    if (next === undefined) return mailbox;
    if (typeof next === 'string') return next;
    // Who has signed is found as long as the signature is there, and no mail means for good; the rest goes by itself.
    const ttl = next.signatures.length > 0 || next.suppressed ? undefined : Math.ceil((now + pendingKeptFor) / 1000);
    try {
      await store.client.send(
        new PutCommand({
          TableName: store.table,
          Item: { ...mailboxKey(hash), ...next, revision: revision + 1, ttl },
          ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision AND tries = :tries',
          ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':revision': revision, ':tries': tries } }),
        }),
      );
      return next;
    } catch (error) {
      if (!isConditionFailed(error) || attempt >= 20) throw error;
      await backOff(attempt);
    }
  }
}

/**
 * Tries a typed code. The try is counted before it is looked at, so that guesses sent at once count too. A wrong, a
 * void, an expired code and a mailbox that we do not know are told apart by nobody.
 *
 * One UpdateItem.
 *
 * @returns the signature that the code confirms, or undefined
 */
export async function tryCode(
  store: Store,
  keys: Keys,
  { letter, email, code }: { letter: LetterSlug; email: string; code: string },
  now: number,
): Promise<SignatureId | undefined> {
  try {
    const { Attributes } = await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: mailboxKey(hashMailbox(keys, email)),
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    const { mails, tries } = mailboxRecord.parse(Attributes);
    return mails
      .filter((mail) => mail.letter === letter && (mail.expiresAt ?? 0) > now)
      .filter(({ triesBefore }) => tries - triesBefore <= mostWrongTries)
      .find(({ signature, codeHash }) => signature && codeHash && sameHash(codeHash, hashCode(keys, signature, code)))
      ?.signature;
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
}
