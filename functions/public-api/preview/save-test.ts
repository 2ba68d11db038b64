/** Stores a test signature, after the same screening as a submission. */

import { makeSignatureId, type SignatureId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { languagesOf } from '../../../shared/letter/letter.ts';
import { dueRow } from '../../../shared/mail/due-row.ts';
import { suspicionIn } from '../../../shared/mail/suspicion.ts';
import { listedTestKey, testSignatureKey } from '../../../shared/platform/store/keys.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { transact } from '../../../shared/platform/store/transaction.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import type { Submission } from '../../../shared/signature/submission.ts';
import { type TestSignature, testKeptFor } from '../../../shared/test-signature/test-signature.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import { type SubmissionContext, screen } from '../sign/screen.ts';

/**
 * Writes what `screen` writes, then one TransactWriteItems of two rows (once more for a proof of work that was used
 * before). A suspicious test is stored without a mail; from a network that sends many times its limit nothing is.
 *
 * @param link hash of the preview link
 * @returns when the network may send another plain form, if it is over its cap; nothing is stored then
 */
export async function saveTest(
  store: Store,
  keys: Keys,
  { letter, link }: { letter: Letter; link: string },
  sent: Submission,
  context: SubmissionContext,
): Promise<'accepted' | { readonly comeBackAt: Date }> {
  const screened = await screen(store, keys, letter.slug, sent, context);
  if (screened.outcome === 'retry-later') return { comeBackAt: screened.until };
  if (screened.outcome === 'drop') return 'accepted';
  const { id, screening, screeningIfSpent } = screened;
  const test = testOf(letter, link, sent, context.now);
  // A signature with the same proof of work must not have the id of the test: the mailbox knows both by their ids.
  if (await put(store, { ...test, id: idOfTest(keys, id) }, screening, context.now)) return 'accepted';
  if (await put(store, { ...test, id: makeSignatureId() }, screeningIfSpent, context.now)) return 'accepted';
  throw new Error('a random id was taken');
}

const idOfTest = (keys: Keys, id: SignatureId) =>
  makeSignatureId(Buffer.from(keys.hash('proof', 'test', id), 'base64url'));

type NewTest = Omit<TestSignature, 'tokens' | 'due'>;

/** Only the data that its mail and its pages show. Consents are not stored, because they have no effect. */
function testOf(letter: Letter, link: string, sent: Submission, now: Date): Omit<NewTest, 'id'> {
  const wanted = [sent.textLanguage, sent.language].flatMap((tag) => tag ?? []);
  const textLanguage = bestLanguage(wanted, languagesOf(letter), letter.language);
  return {
    letter: letter.slug,
    link,
    language: sent.language ?? textLanguage,
    textLanguage,
    kind: sent.kind,
    organisationName: sent.organisation?.name,
    signatoryName: sent.signatory.name,
    signatoryRole: sent.signatory.role,
    email: sent.signatory.email,
    submittedAt: now.toISOString(),
    expiresAt: now.getTime() + testKeptFor,
  };
}

/** @returns whether it was stored; false when another test has that id */
async function put(store: Store, test: NewTest, screening: string, now: Date): Promise<boolean> {
  const { id, letter, link, expiresAt } = test;
  const { ttl, ...due } = dueRow(id, testKeptFor, now);
  const mail = suspicionIn(screening) ? {} : { ...due, due: 'test' };
  const { written } = await transact(store, [
    {
      Put: {
        TableName: store.table,
        Item: { ...testSignatureKey(id), ...test, ...mail, ttl },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Put: { TableName: store.table, Item: { ...listedTestKey(letter, id), id, link, expiresAt, ttl } } },
  ]);
  return written;
}
