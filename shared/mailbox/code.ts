/** The short code that a mail prints for people who type. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LetterSlug } from '../letter/slug.ts';
import { type SignatureId, signatureId } from '../signature/id.ts';
import { codeTriesKey, mailboxKey } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, sameHash } from '../token/token.ts';
import { hashMailbox, mailboxOf, type SentMail } from './record.ts';

/** Wrong tries after which a code is void. The link in the same mail goes on working. */
const mostWrongTries = 10;
const hour = 3600 * 1000;
/** Longer than any code works, in milliseconds: until then the tries are known. */
const triesKeptFor = 60 * 24 * 3600 * 1000;
/** The latest so many are compared: more than five mails a day for a week, which is how long codes work by default. */
const comparedAtOnce = 40;

/** How many codes were typed: an attribute for each code that might have been meant, and one for the hour. */
const counters = z.record(z.string(), z.unknown()).transform((row) => {
  return new Map(Object.entries(row).flatMap(([name, tries]) => (typeof tries === 'number' ? [[name, tries]] : [])));
});

/**
 * Tries a typed code. The try is counted before it is looked at, so that guesses sent at once count too, and on a row of
 * its own, so that it delays no mail. A wrong, a void, an expired code and a mailbox that we do not know are told apart
 * by nobody: for each of them the same is read, counted and compared (DESIGN rule 4), and after ten tries nothing more is
 * written.
 *
 * One BatchGetItem and one UpdateItem.
 *
 * @returns the signature that the code confirms, or undefined
 */
export async function tryCode(
  store: Store,
  keys: Keys,
  { letter, email, code }: { letter: LetterSlug; email: string; code: string },
  now: number,
): Promise<SignatureId | undefined> {
  const mailbox = hashMailbox(keys, email);
  const [row, known] = await Promise.all([mailboxKey, codeTriesKey].map((key) => readItem(store, key(mailbox))));
  const tries = counters.parse(known ?? {});
  const { mails } = mailboxOf(row);
  const usable = mails
    .filter((mail) => mail.letter === letter && (mail.expiresAt ?? 0) > now)
    .filter((mail) => (tries.get(counterOf(mail)) ?? 0) < mostWrongTries)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, comparedAtOnce);
  const counted = [...new Set(usable.map(counterOf)), hourOf(now)];
  const over = [...tries.keys()].filter((name) => isOver(name, mails, now));
  const isCounted = await countTry(store, mailbox, { counted, over }, now);
  const compared = Array.from({ length: comparedAtOnce }, (_, index): SentMail => usable[index] ?? nobodys);
  const found = compared.filter((mail) => isCodeOf(keys, mail, code)).at(0);
  return isCounted ? found?.signature : undefined;
}

/** Compared where there is no code: in the shape of an id and of a hash, and of nothing. */
const noId = signatureId.parse('0'.repeat(20));
const noHash = '0'.repeat(43);
const nobodys: SentMail = { mail: noId, content: '', at: 0 };

function isCodeOf(keys: Keys, { signature = noId, codeHash = noHash }: SentMail, code: string): boolean {
  return sameHash(codeHash, hashCode(keys, signature, code));
}

const counterOf = ({ codeHash = '' }: SentMail) => `code${codeHash.slice(0, 12)}`;
const hourOf = (now: number) => `hour${Math.floor(now / hour)}`;

/** @returns whether nobody will count with it again, so that the row does not grow */
function isOver(name: string, mails: readonly SentMail[], now: number): boolean {
  if (name.startsWith('hour')) return name !== hourOf(now);
  return name.startsWith('code') && !mails.some((mail) => counterOf(mail) === name);
}

/**
 * @param counted where the latest code that may be meant has its counter; the hour where there is none
 * @returns whether it is one of the ten that this one allows
 */
async function countTry(
  store: Store,
  mailbox: string,
  { counted, over }: { counted: readonly string[]; over: readonly string[] },
  now: number,
): Promise<boolean> {
  try {
    await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: codeTriesKey(mailbox),
        UpdateExpression: [
          'SET #ttl = :ttl',
          over.length > 0 ? `REMOVE ${over.map((_, index) => `#over${index}`).join(', ')}` : '',
          `ADD ${counted.map((_, index) => `#tries${index} :one`).join(', ')}`,
        ].join(' '),
        ConditionExpression: 'attribute_not_exists(#tries0) OR #tries0 < :most',
        ExpressionAttributeNames: {
          '#ttl': 'ttl',
          ...Object.fromEntries(counted.map((name, index) => [`#tries${index}`, name])),
          ...Object.fromEntries(over.map((name, index) => [`#over${index}`, name])),
        },
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': mostWrongTries,
          ':ttl': Math.ceil((now + triesKeptFor) / 1000),
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
