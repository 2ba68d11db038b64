/** Actions of the secretariat on a handover: send, record, cancel. Each is one transaction. */
import { randomBytes } from 'node:crypto';
import type { Progress } from '../delivery/delivery.ts';
import { documentDue } from '../delivery/due.ts';
import { makeSignatureId, toBase32 } from '../ids.ts';
import { canonicalMailbox } from '../mailbox/address.ts';
import { deliveryKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import {
  type ByHand,
  type ByHandFields,
  byHandFields,
  type Handover,
  hasFailed,
  mailIds,
  maxAddressees,
  maxByHand,
  type SentCopy,
  wasHandedOver,
} from './handover.ts';
import { handoverMailPut, readHandoverMails } from './handover-mail.ts';
import { type Reader, readersOf, type SendRequest } from './send-request.ts';
import {
  type Acting,
  type Added,
  frozenText,
  isReady,
  isUnknown,
  type Outcome,
  onDelivery,
  writeHandover,
} from './write-handover.ts';

const wasCancelled = 'This delivery was cancelled.';
const refused = (why: string) => ({ outcome: 'refused', why }) as const;

interface SendPlan {
  /** Recipients of a mail. */
  readonly fresh: readonly Reader[];
  /** Number of readers who have one already. */
  readonly already: number;
}

/**
 * An addressee who has the letter gets no second mail, unless the first one could not reach them; so pressing a button
 * twice sends once.
 *
 * @returns what `sendHandover` would do at this moment
 */
export async function planSend(acting: Acting, request: SendRequest): Promise<Outcome<SendPlan>> {
  const { store, delivery, handover } = acting;
  if (delivery.progress.state !== 'ready') return refused('The document is not ready yet.');
  if (delivery.cancelledAt) return refused(wasCancelled);
  const text = await frozenText(acting, request.language);
  if (!text) return refused('The document is not made in that language.');
  if (request.addressees.some((one) => isUnknown(one, text))) return refused(noSuchAddressee);
  const reachedBefore = await reachedMailboxes(store, handover);
  const wanted = readersOf(request);
  const fresh = wanted.filter((one) => !reachedBefore.has(canonicalMailbox(one.email)));
  const reached = Object.values(handover.mails).filter((copy) => !copy.isCopy && !hasFailed(copy)).length;
  if (reached + fresh.filter(({ isCopy }) => !isCopy).length > maxAddressees) {
    return refused(`A delivery is sent to at most ${maxAddressees} addressees.`);
  }
  return { outcome: 'done', fresh, already: wanted.length - fresh.length };
}

/**
 * Makes the mails due that `planSend` names.
 *
 * @returns how many mails are due now, and how many readers have one already
 */
export async function sendHandover(
  acting: Acting,
  request: SendRequest,
): Promise<Outcome<{ readonly queued: number; readonly already: number }>> {
  const { store, letter, delivery, now } = acting;
  const plan = await planSend(acting, request);
  if (plan.outcome !== 'done') return plan;
  const { fresh, already } = plan;
  if (fresh.length === 0) return { outcome: 'done', queued: 0, already };
  const { subject, note, language } = request;
  const copyOf = request.addressees.map(({ name }) => name);
  const mails = fresh.map(({ name, isCopy, addressee, email: mailbox }) => {
    const id = makeSignatureId();
    const copy: SentCopy = { name, isCopy, addressee, queuedAt: now.toISOString() };
    const about = { id, letter, delivery: delivery.id, language, email: mailbox, subject, note };
    return { id, copy, put: handoverMailPut(store, { ...about, ...(isCopy ? { copyOf } : {}) }, now) };
  });
  const added = mails.map(({ id, copy }): Added => ['mails', id, copy]);
  const also = [isReady(acting), ...mails.map(({ put }) => put)];
  const isWritten = await writeHandover(acting, { added, language, did: 'handover.sent' }, also);
  return isWritten ? { outcome: 'done', queued: mails.length, already } : { outcome: 'stale' };
}

const noSuchAddressee = 'The letter has no addressee with that number.';

/** @returns the mailboxes that have the letter already, or soon will. One BatchGetItem */
async function reachedMailboxes(store: Store, { mails }: Handover): Promise<ReadonlySet<string>> {
  const reached = mailIds({ mails: Object.fromEntries(Object.entries(mails).filter(([, copy]) => !hasFailed(copy))) });
  return new Set((await readHandoverMails(store, reached)).map((mail) => canonicalMailbox(mail.email)));
}

/** Records that it was handed over in person, or posted. The same fields again are the same handover. */
export async function recordByHand(acting: Acting, fields: ByHandFields): Promise<Outcome<{ readonly id: string }>> {
  const { handover, now, delivery } = acting;
  if (!delivery.frozen) return refused('The list is not frozen yet.');
  if (delivery.cancelledAt) return refused(wasCancelled);
  const text = await frozenText(acting, delivery.frozen.language);
  if (text && isUnknown(fields, text)) return refused(noSuchAddressee);
  const before = Object.entries(handover.byHand).find(([, one]) => isSame(one, fields));
  if (before) return { outcome: 'done', id: before[0] };
  if (Object.keys(handover.byHand).length >= maxByHand) return refused(`At most ${maxByHand} can be recorded.`);
  // East of UTC it may be tomorrow already.
  if (fields.on > new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10)) {
    return refused('That day has not come yet.');
  }
  const id = toBase32(randomBytes(12));
  const record: ByHand = { ...fields, recordedAt: now.toISOString() };
  const also = [onDelivery(acting, 'attribute_not_exists(cancelledAt)')];
  const isWritten = await writeHandover(acting, { added: [['byHand', id, record]], did: 'handover.recorded' }, also);
  return isWritten ? { outcome: 'done', id } : { outcome: 'stale' };
}

function isSame(one: ByHandFields, other: ByHandFields): boolean {
  return byHandFields.keyof().options.every((field) => one[field] === other[field]);
}

/**
 * Cancels a delivery that nobody has yet, also one that failed or is being made. It stays in the console, and nothing
 * of it is public any more. A function that is working on it stops, and removes its files.
 */
export async function cancelHandover(acting: Acting): Promise<Outcome<object>> {
  const { store, letter, delivery, handover, now } = acting;
  if (delivery.cancelledAt) return { outcome: 'done' };
  if (wasHandedOver(handover)) return refused('It was handed over already, so it can no longer be cancelled.');
  const isReady = delivery.progress.state === 'ready';
  const at = now.toISOString();
  const progress: Progress = isReady ? delivery.progress : { state: 'stopped', since: at };
  const cancelled = {
    Update: {
      TableName: store.table,
      Key: deliveryKey(letter, delivery.id),
      UpdateExpression: 'SET cancelledAt = :now, progress = :progress, #run = :next',
      // The progress changes without the run only while it is active; the reader decides again then.
      ConditionExpression:
        'attribute_not_exists(cancelledAt) AND #run = :run AND progress.#state = :seen AND progress.since = :since',
      ExpressionAttributeNames: { '#run': 'run', '#state': 'state' },
      ExpressionAttributeValues: {
        ':now': at,
        ':progress': progress,
        ':run': delivery.run,
        ':next': delivery.run + 1,
        ':seen': delivery.progress.state,
        ':since': delivery.progress.since,
      },
    },
  };
  const also = [cancelled, ...(isReady ? [] : [documentDue(store, delivery, now)])];
  const isWritten = await writeHandover(acting, { added: [], did: 'handover.cancelled' }, also);
  return isWritten ? { outcome: 'done' } : { outcome: 'stale' };
}
