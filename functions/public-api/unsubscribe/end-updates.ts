/** Ends the updates of a letter for a mailbox, and nothing else. */
import type { SignatureId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { wordingOf } from '../../../shared/letter/own-texts.ts';
import { mailboxOf } from '../../../shared/mailbox/record.ts';
import { readSubscriber, type Subscriber, unsubscribe } from '../../../shared/mailbox/subscriber.ts';
import { mailboxKey } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import { isDerivedToken } from '../../../shared/platform/token/derived.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import { change } from '../../../shared/signature/change-signature.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { withConsents } from '../../../shared/signature/transitions.ts';
import type { ApiContext } from '../context.ts';

/**
 * Does nothing when the token is not one of that letter. A token that we did not make costs no read, so guessing costs
 * us nothing; one that was used before costs one read.
 *
 * @throws DynamoDB's error when it stays unavailable; a mail program then tries again
 */
export async function endUpdates(api: ApiContext, letter: Letter, text: string): Promise<void> {
  const read = readToken(text);
  if (!read || !isDerivedToken(await api.keys(), 'unsubscribe', read)) return;
  const subscriber = await readSubscriber(api.store, read.id);
  if (subscriber?.letter !== letter.slug) return;
  const now = api.now();
  // Holds at once, whatever happens to the rest: everything that sends updates asks here.
  await unsubscribe(api.store, read.id, now.toISOString());
  for (const id of await signaturesOf(api, subscriber)) {
    await change(api.store, id, (record) => withoutUpdates(record, letter, now), now);
  }
}

/** @returns the signatures of the mailbox under the letter: their owner's page must say the same */
async function signaturesOf({ store }: ApiContext, { subscribedMailbox, letter, foundBy }: Subscriber) {
  const mailbox = mailboxOf(await readItem(store, mailboxKey(subscribedMailbox)));
  const own = mailbox.signatures.filter((one) => one.letter === letter).map(({ id }) => id);
  const ids: SignatureId[] = [...new Set([foundBy, ...own])];
  const records = await Promise.all(ids.map((id) => readSignature(store, id)));
  return records.flatMap((record) => (record?.consents.updates ? [record.id] : []));
}

function withoutUpdates(record: SignatureRecord, letter: Letter, now: Date): SignatureRecord {
  if (!record.consents.updates) return record;
  const consents = { ...record.consents, updates: false };
  return withConsents(record, { consents, wording: wordingOf(letter, record.language), now });
}
