/** The short code in a mail, for people who type it. */
import * as z from 'zod';
import { type LetterSlug, type SignatureId, signatureId } from '../../../shared/ids.ts';
import { hashMailbox, mailboxOf, type SentMail } from '../../../shared/mailbox/record.ts';
import { changeIf } from '../../../shared/platform/store/change.ts';
import { codeTriesKey, mailboxKey } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { hashCode, sameHash } from '../../../shared/platform/token/token.ts';

/** Wrong tries after which a code is void. The link in the same mail keeps working. */
const maxWrongTries = 10;
const hour = 3600 * 1000;
/** Time that tries are remembered, in milliseconds: longer than any code works. */
const triesKeptFor = 60 * 24 * 3600 * 1000;
/**
 * Number of latest codes that are compared: more than five mails a day for a week, the time that codes work by default.
 */
const comparedAtOnce = 40;

/**
 * Number of tries: an attribute for each code that was the newest at the time, and one for each hour without a code.
 */
const counters = z.record(z.string(), z.unknown()).transform((row) => {
  return new Map(Object.entries(row).flatMap(([name, tries]) => (typeof tries === 'number' ? [[name, tries]] : [])));
});

/**
 * Checks a typed code. The try is counted first, so that simultaneous guesses count too, and on a row of its own, so
 * that it delays no mail. A wrong code, a void or expired one and an unknown mailbox cannot be told apart: each reads,
 * counts and compares the same (rule 4). After ten tries nothing more is written.
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

/** Compared when there is no code: shaped like an id and a hash, but matching nothing. */
const noId = signatureId.parse('0'.repeat(20));
const noHash = '0'.repeat(43);
const nobodys: SentMail = { mail: noId, content: '', at: 0 };

function isCodeOf(keys: Keys, { signature = noId, codeHash = noHash }: SentMail, code: string): boolean {
  return sameHash(codeHash, hashCode(keys, signature, code));
}

/** Names of equal length, so that the size of a request reveals nothing. */
const counterOf = ({ codeHash = noHash }: SentMail) => `code${codeHash.slice(0, 12)}`;
const counterOfHour = (now: number) => `none${String(Math.floor(now / hour)).padStart(12, '0')}`;

/** Each try is stored with the code that was newest at the time. @returns the number of tries since `at` */
function triesSince(at: number, sent: readonly SentMail[], tries: ReadonlyMap<string, number>): number {
  const names = new Set(sent.filter((mail) => mail.at >= at).map(counterOf));
  return [...names].reduce((sum, name) => sum + (tries.get(name) ?? 0), 0);
}

/** @returns whether it is one of the ten allowed tries */
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
