/** Handles bounces and complaints. Never changes the list or the count. */

import { noteOnCopy, readHandoverMail } from '../../shared/handover/handover-mail.ts';
import type { SignatureId } from '../../shared/ids.ts';
import { canonicalMailbox } from '../../shared/mailbox/address.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { signaturesOf } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { closeBounced } from '../../shared/signature/lists/undeliverable.ts';
import type { Deliverability } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { undeliverable } from '../../shared/signature/transitions.ts';
import type { Feedback } from './event.ts';

interface Taking {
  readonly store: Store;
  readonly keys: Keys;
  readonly now: Date;
}

/**
 * Suppresses the mailbox. Marks its confirmed signatures for the secretariat, and closes those that a bounce leaves
 * without a way to be confirmed. Repeats, and another order of events, lead to the same result.
 *
 * @throws what DynamoDB throws when it stays unavailable; then everything must be done again
 */
export async function handleFeedback(taking: Taking, feedback: Feedback): Promise<void> {
  if (feedback.what === 'delivered') return noteHandover(taking.store, feedback.handover, 'deliveredAt', feedback.at);
  if (feedback.what !== 'bounced' && feedback.what !== 'complained') return;
  if (feedback.handover) return takeHandover(taking, feedback, feedback.handover);
  for (const mailbox of feedback.mailboxes) await takeOne(taking, feedback, mailbox);
  if (!feedback.update) return;
  // Few mails are updates, so it is loaded on demand.
  const { noteReturned } = await import('./updates.ts');
  await noteReturned(taking, feedback.what, feedback.update);
}

type Bad = Extract<Feedback, { what: 'bounced' | 'complained' }>;

/** Shows the state of the mail to the secretariat. An address that returns a letter gets no other mail either. */
async function takeHandover(
  { store, keys, now }: Taking,
  { what, at, mailboxes }: Bad,
  id: SignatureId,
): Promise<void> {
  await noteHandover(store, id, what === 'bounced' ? 'bouncedAt' : 'complainedAt', at);
  const because = what === 'bounced' ? 'bounce' : 'complaint';
  for (const mailbox of mailboxes) await suppressMailbox(store, keys, mailbox, { at, because }, now.getTime());
}

async function noteHandover(
  store: Store,
  id: SignatureId,
  told: 'deliveredAt' | 'bouncedAt' | 'complainedAt',
  at: string,
): Promise<void> {
  const mail = await readHandoverMail(store, id);
  if (mail) await noteOnCopy(store, mail, told, at);
}

async function takeOne({ store, keys, now }: Taking, { what, at, about }: Bad, mailbox: string): Promise<void> {
  const isAbout = about !== undefined && (await belongsTo(store, about, mailbox));
  // The signature was forgotten, has expired, or now has another address, so the event is not about it.
  if (about !== undefined && !isAbout) return;
  const row = await readMailbox(store, keys, mailbox);
  const { confirmed, pending } = signaturesOf(row);
  const concerned = new Set([...(isAbout ? [about] : []), ...confirmed.map(({ id }) => id), ...pending]);
  // A suppressed mailbox no longer knows its mails, yet an event about an earlier mail may still arrive.
  if (concerned.size === 0 && !row.suppressed) return;
  for (const id of concerned) await mark({ store, now }, { id, mailbox, news: { state: what, at } });
  // Last, because it deletes the record of sent mails; until then, everything can be repeated.
  const because = what === 'bounced' ? 'bounce' : 'complaint';
  await suppressMailbox(store, keys, mailbox, { at, because }, now.getTime());
}

const isSame = (one: string, other: string) => canonicalMailbox(one) === canonicalMailbox(other);

async function belongsTo(store: Store, id: SignatureId, mailbox: string): Promise<boolean> {
  const record = await readSignature(store, id);
  return record !== undefined && isSame(record.email, mailbox);
}

async function mark(
  { store, now }: Omit<Taking, 'keys'>,
  { id, mailbox, news }: { id: SignatureId; mailbox: string; news: Deliverability },
): Promise<void> {
  const record = await readSignature(store, id);
  if (!record || !isSame(record.email, mailbox)) return;
  // Without a bounce there is nothing to close: a person who complains about the mail and then confirms has confirmed.
  const settled = !record.confirmedAt && (news.state === 'complained' || (await closeBounced(store, record)));
  if (settled) return;
  // It is confirmed, perhaps since a moment ago.
  await change(store, id, (found) => (isSame(found.email, mailbox) ? undeliverable(found, news) : found), now);
}
