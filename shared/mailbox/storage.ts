/**
 * What is kept of a mailbox, under a keyed hash of it: which confirmation mails went there, so that strangers cannot
 * use us to flood it (DESIGN rule 4), and the codes printed in them. Gone 30 days after the last mail.
 */
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../letter/slug.ts';
import { type SignatureId, signatureId } from '../signature/id.ts';
import { confirmationValidFor, type HeldBecause, pendingKeptFor } from '../signature/record.ts';
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
  signature: signatureId,
  letter: letterSlug,
  /** Keyed hash of all that the signer said: tells a repeat from a corrected submission. */
  content: z.string(),
  codeHash: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** How many codes had been tried on this mailbox when this one was made. */
  triesBefore: z.number(),
});
type SentMail = z.infer<typeof sentMail>;

const mailboxRecord = z.object({ mails: z.array(sentMail), tries: z.number(), revision: z.number() });

/** @returns the keyed hash under which a mailbox is found */
function hashMailbox(keys: Keys, email: string): string {
  return keys.hash('mailbox', canonicalMailbox(email));
}

async function readMailbox(store: Store, hash: string) {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: mailboxKey(hash), ConsistentRead: true }),
  );
  return Item ? mailboxRecord.parse(Item) : { mails: [], tries: 0, revision: 0 };
}

export type MailPermit = { allowed: true; code: string } | { allowed: false; because: HeldBecause };

/**
 * Asks whether a confirmation mail may go to the mailbox, and notes that it does, with a fresh code. Asking again for
 * the same signature (a mail in flight when a process died) is always allowed and counts once.
 *
 * @param content keyed hash of what the signer said
 * @returns the code to print, or why no mail may go
 */
export async function permitMail(
  store: Store,
  keys: Keys,
  mail: { email: string; signature: SignatureId; letter: LetterSlug; content: string },
  now: number,
): Promise<MailPermit> {
  const hash = hashMailbox(keys, mail.email);
  for (let attempt = 1; ; attempt += 1) {
    const { mails, tries, revision } = await readMailbox(store, hash);
    const others = mails.filter(({ signature }) => signature !== mail.signature);
    if (others.some(({ content, at }) => content === mail.content && at > now - sameContentFor)) {
      return { allowed: false, because: 'mail-just-sent' };
    }
    const unanswered = new Set(others.filter(({ at }) => at > now - day).map(({ signature }) => signature));
    if (unanswered.size >= mostUnanswered) return { allowed: false, because: 'mailbox-cap' };

    const code = makeCode();
    const { signature, letter, content } = mail;
    const sent: SentMail = {
      signature,
      letter,
      content,
      codeHash: hashCode(keys, signature, code),
      at: now,
      triesBefore: tries,
    };
    const usable = mails.filter(({ at }) => at > now - confirmationValidFor);
    try {
      await store.client.send(
        new PutCommand({
          TableName: store.table,
          Item: {
            ...mailboxKey(hash),
            mails: [...usable, sent],
            tries,
            revision: revision + 1,
            ttl: Math.ceil((now + pendingKeptFor) / 1000),
          },
          ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision AND tries = :tries',
          ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':revision': revision, ':tries': tries } }),
        }),
      );
      return { allowed: true, code };
    } catch (error) {
      if (!isConditionFailed(error) || attempt >= 20) throw error;
      await backOff(attempt);
    }
  }
}

/** Notes that a mail was answered: it no longer counts against the mailbox's day, and its code is spent. */
export async function noteAnswer(
  store: Store,
  keys: Keys,
  answered: { email: string; signature: SignatureId },
): Promise<void> {
  const hash = hashMailbox(keys, answered.email);
  for (let attempt = 1; ; attempt += 1) {
    const { mails, revision } = await readMailbox(store, hash);
    const left = mails.filter(({ signature }) => signature !== answered.signature);
    if (left.length === mails.length) return;
    try {
      await store.client.send(
        new UpdateCommand({
          TableName: store.table,
          Key: mailboxKey(hash),
          UpdateExpression: 'SET mails = :mails, revision = :next',
          ConditionExpression: 'revision = :revision',
          ExpressionAttributeValues: { ':mails': left, ':revision': revision, ':next': revision + 1 },
        }),
      );
      return;
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
      .filter((mail) => mail.letter === letter && mail.at > now - confirmationValidFor)
      .filter(({ triesBefore }) => tries - triesBefore <= mostWrongTries)
      .find(({ signature, codeHash }) => sameHash(codeHash, hashCode(keys, signature, code)))?.signature;
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
}
