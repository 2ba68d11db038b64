/** The short code that a mail prints for people who type. */
import * as z from 'zod';
import { type LetterSlug, type SignatureId, signatureId } from '../../../shared/ids.ts';
import { hashMailbox, mailboxOf, type SentMail } from '../../../shared/mailbox/record.ts';
import { changeIf } from '../../../shared/platform/store/change.ts';
import { codeTriesKey, mailboxKey } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { hashCode, sameHash } from '../../../shared/platform/token/token.ts';

/** Wrong tries after which a code is void. The link in the same mail goes on working. */
const maxWrongTries = 10;
const hour = 3600 * 1000;
/** Longer than any code works, in milliseconds: until then the tries are known. */
const triesKeptFor = 60 * 24 * 3600 * 1000;
/** The latest so many are compared: more than five mails a day for a week, which is how long codes work by default. */
const comparedAtOnce = 40;

/** How many codes were typed: an attribute for each code that was the newest then, and one for each hour without one. */
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
  const sent = mails
    .filter((mail) => mail.letter === letter && mail.codeHash && (mail.expiresAt ?? 0) > now)
    .toSorted((one, other) => other.at - one.at);
  const [newest] = sent;
  const isCounted = await countTry(store, mailbox, newest ? counterOf(newest) : counterOfHour(now), now);
  const usable = sent.filter(({ at }) => triesSince(at, sent, tries) < maxWrongTries).slice(0, comparedAtOnce);
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

/** Names of the same length, so that a request shows nothing by its size. */
const counterOf = ({ codeHash = noHash }: SentMail) => `code${codeHash.slice(0, 12)}`;
const counterOfHour = (now: number) => `none${String(Math.floor(now / hour)).padStart(12, '0')}`;

/** Each try stands with the newest code that could be meant then. @returns how many there were since that time */
function triesSince(at: number, sent: readonly SentMail[], tries: ReadonlyMap<string, number>): number {
  const names = new Set(sent.filter((mail) => mail.at >= at).map(counterOf));
  return [...names].reduce((sum, name) => sum + (tries.get(name) ?? 0), 0);
}

/** @returns whether it is one of ten */
function countTry(store: Store, mailbox: string, counter: string, now: number): Promise<boolean> {
  return changeIf(store, {
    Key: codeTriesKey(mailbox),
    UpdateExpression: 'SET #ttl = :ttl ADD #tries :one',
    ConditionExpression: 'attribute_not_exists(#tries) OR #tries < :most',
    ExpressionAttributeNames: { '#ttl': 'ttl', '#tries': counter },
    ExpressionAttributeValues: {
      ':one': 1,
      ':most': maxWrongTries,
      ':ttl': Math.ceil((now + triesKeptFor) / 1000),
    },
  });
}
