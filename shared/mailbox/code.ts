/** The short code that a mail prints for people who type. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LetterSlug } from '../letter/slug.ts';
import { type SignatureId, signatureId } from '../signature/id.ts';
import { codeTriesKey, mailboxKey } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, sameHash } from '../token/token.ts';
import { hashMailbox, mailboxOf, type SentMail, triesRow } from './record.ts';

/** Wrong tries after which a code is void. The link in the same mail goes on working. */
const mostWrongTries = 10;

/** In the shape of an id and of a hash, and of nothing. */
const noId = signatureId.parse('0'.repeat(20));
const noHash = '0'.repeat(43);

/** Longer than any code works, in milliseconds: until then the tries are known. */
const triesKeptFor = 60 * 24 * 3600 * 1000;
/** The latest so many are compared: more than five mails a day for a week, which is how long codes work by default. */
const comparedAtOnce = 40;

/**
 * Tries a typed code. The try is counted before it is looked at, so that guesses sent at once count too. A wrong, a
 * void, an expired code and a mailbox that we do not know are told apart by nobody: each takes the same calls and as many
 * hashes (DESIGN rule 4).
 *
 * One UpdateItem, then one strongly consistent read.
 *
 * @returns the signature that the code confirms, or undefined
 */
export async function tryCode(
  store: Store,
  keys: Keys,
  { letter, email, code }: { letter: LetterSlug; email: string; code: string },
  now: number,
): Promise<SignatureId | undefined> {
  const hash = hashMailbox(keys, email);
  const { Attributes } = await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: codeTriesKey(hash),
      UpdateExpression: 'ADD tries :one SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':ttl': Math.ceil((now + triesKeptFor) / 1000) },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const { mails, codesTried } = mailboxOf(await readItem(store, mailboxKey(hash)), triesRow.parse(Attributes).tries);
  const usable = mails
    .filter((mail) => mail.letter === letter && (mail.expiresAt ?? 0) > now)
    .filter(({ triesBefore }) => codesTried - triesBefore <= mostWrongTries)
    .slice(-comparedAtOnce);
  const compared = Array.from({ length: comparedAtOnce }, (_, index): SentMail => usable[index] ?? nobodys);
  return compared.filter((mail) => isCodeOf(keys, mail, code)).at(0)?.signature;
}

/** Compared where there is no code. */
const nobodys: SentMail = { mail: noId, content: '', at: 0, triesBefore: 0 };

function isCodeOf(keys: Keys, { signature = noId, codeHash = noHash }: SentMail, code: string): boolean {
  return sameHash(codeHash, hashCode(keys, signature, code));
}
