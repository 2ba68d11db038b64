/** Sends the mail that asks to confirm a test signature, within the caps of its mailbox. */

import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { textsOf } from '../../shared/letter/own-texts.ts';
import { readText } from '../../shared/letter/storage.ts';
import type { MailKindAbout, MailRequest } from '../../shared/mail/kind.ts';
import { releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { removeAttempt } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { changeIf } from '../../shared/platform/store/change.ts';
import { testSignatureKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { deniedBecause } from '../../shared/screening/lists.ts';
import { dropTest, findLiveTest, readTest, type TestSignature } from '../../shared/test-signature/test-signature.ts';
import { isDomainBusy } from './domain-cap.ts';
import { checkMailCap } from './mail-cap.ts';
import type { Delivery } from './mail-context.ts';
import { mailsPaused } from './mail-pause.ts';
import { composeTest } from './mails/test.ts';
import { sendOrRelease } from './send-with-lease.ts';
import { stopLink } from './stop-link.ts';

const day = 24 * 3600 * 1000;

/**
 * A test that gets no mail (denied or blocked mailbox, over a cap) can never be confirmed, so it is deleted.
 *
 * @throws when the mail could not be sent; it stays due
 */
export async function sendTestMail(
  delivery: Delivery,
  request: MailRequest & { mail: MailKindAbout<'test'> },
  now: number,
): Promise<void> {
  const { store, keys } = delivery;
  const known = await readTest(store, request.signature);
  if (known?.due !== request.mail) return;
  const found = await findLiveTest(store, known.id, now);
  if (!found) return dropTest(store, known);
  const { test, letter } = found;
  const { id, email } = test;
  // It stays due, and the sweep queues it again.
  if (await mailsPaused(store, letter.slug, now)) return;
  if (await deniedBecause(store, keys, email, now)) return dropTest(store, test);
  if (await isDomainBusy(store, keys, email, now)) {
    return now < Date.parse(test.submittedAt) + day ? undefined : dropTest(store, test);
  }
  const { token, stored } = makeToken(id, 'test', test.expiresAt);
  const lease = await takeLease(store, request, { of: 'tokens', stored }, now);
  if (!lease) return;
  const takeBack = async (isPerhapsOut: boolean) => {
    await releaseLeaseOf(store, lease, isPerhapsOut);
    if (!isPerhapsOut) await removeAttempt(store, keys, { email, mail: id }, now);
  };
  const sent = await sendOrRelease(
    takeBack,
    delivery,
    { about: { mail: request.mail, signature: id }, now },
    async () => {
      const confirms = [{ id, letter: letter.slug, expiresAt: test.expiresAt }];
      const asked = {
        email,
        mail: id,
        content: contentOf(delivery, test),
        mailbox: await readMailbox(store, keys, email),
      };
      const check = await checkMailCap(store, keys, asked, confirms, now);
      if (!check.allowed) return 'over-cap';
      const proof = { token, code: check.codes.get(id) ?? '', expiresAt: new Date(test.expiresAt) };
      return { to: email, mail: await compose(delivery, { test, letter }, proof), allowedBy: 'mailbox' as const };
    },
  );
  if (sent === 'sent') return settle(store, request);
  await dropTest(store, test);
}

/** Two tests that differ in anything typed are two requests; a double click is one. */
function contentOf(
  { keys }: Delivery,
  { letter, kind, organisationName, signatoryName, signatoryRole }: TestSignature,
) {
  return keys.hash('content', 'test', JSON.stringify([letter, kind, organisationName, signatoryName, signatoryRole]));
}

async function compose(
  { store, keys, publicUrl }: Delivery,
  { test, letter }: { test: TestSignature; letter: Letter },
  proof: Parameters<typeof composeTest>[1]['proof'],
) {
  const [stored, texts] = await Promise.all([
    readText(store, letter.slug, currentVersion(letter), test.textLanguage),
    textsOf(letter, test.language),
  ]);
  // The draft may have lost that language since.
  const shown = stored ?? (await readText(store, letter.slug, currentVersion(letter), letter.language));
  if (!shown) throw new Error('the text of a letter is missing');
  const subject = { test, letter, text: shown.text, texts, publicUrl };
  return composeTest(subject, { proof, stopUrl: stopLink(keys, publicUrl, test.id) });
}

/** Records that the mail was sent. Another mailer, or a press of the link, may have done so. */
async function settle(store: Store, { signature, mail }: MailRequest): Promise<void> {
  await changeIf(store, {
    Key: testSignatureKey(signature),
    UpdateExpression: 'REMOVE #due, dueAt, lookAt, dueShard, sweeps, leasedUntil, leaseOwner',
    ConditionExpression: '#due = :mail',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':mail': mail },
  });
}
