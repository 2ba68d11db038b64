/** The short code that a mail prints for people who type. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LetterSlug } from '../letter/slug.ts';
import type { SignatureId } from '../signature/id.ts';
import { mailboxKey } from '../store/keys.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, sameHash } from '../token/token.ts';
import { hashMailbox, mailboxRecord } from './record.ts';

/** Wrong tries after which a code is void. The link in the same mail goes on working. */
const mostWrongTries = 10;

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
