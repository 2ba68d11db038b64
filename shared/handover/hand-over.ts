/** Actions of the secretariat on a handover: send, record, cancel. Each is one transaction. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Actor, type AuditAction, auditPut } from '../audit/audit.ts';
import type { Delivery, Progress } from '../delivery/delivery.ts';
import { documentDue } from '../delivery/due.ts';
import { type LetterSlug, makeSignatureId, type SignatureId, toBase32 } from '../ids.ts';
import { canonicalMailbox } from '../mailbox/address.ts';
import { deliveryKey, handoverKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { languageTag } from '../text/language-tag.ts';
import { line } from '../text/plain-text.ts';
import {
  type ByHand,
  type ByHandFields,
  type Handover,
  hasFailed,
  mailIds,
  maxAddressees,
  maxByHand,
  type SentCopy,
  wasHandedOver,
} from './handover.ts';
import { coverNote, handoverMailPut, readHandoverMails } from './handover-mail.ts';

const email = z.email('an email address, such as office@town.example').max(254);

/** A mail to send: the words, the language, and the readers. */
export const sendRequest = coverNote.extend({
  language: languageTag,
  addressees: z
    .array(z.strictObject({ name: line(200), email, addressee: z.int().min(0).max(19).optional() }))
    .min(1)
    .max(maxAddressees),
  /** The convener's mailbox. */
  copyTo: email.optional(),
});
export type SendRequest = z.infer<typeof sendRequest>;

export type Outcome<Done> =
  | ({ readonly outcome: 'done' } & Done)
  /** Somebody else changed it since it was read. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly why: string };

const wasCancelled = 'This delivery was cancelled.';
const refused = (why: string) => ({ outcome: 'refused', why }) as const;

/** The handover as it was read, with its delivery and the actor. */
export interface Acting {
  readonly store: Store;
  readonly letter: LetterSlug;
  readonly delivery: Delivery;
  readonly handover: Handover;
  readonly by: Actor;
  readonly now: Date;
}

/**
 * Makes the mails due. Whoever has the letter already gets no second mail, unless the first one could not reach them;
 * so pressing a button twice sends once.
 *
 * @returns how many mails are due now, and how many readers have one already
 */
export async function sendHandover(
  acting: Acting,
  request: SendRequest,
): Promise<Outcome<{ readonly queued: number; readonly already: number }>> {
  const { store, letter, delivery, handover, now } = acting;
  if (delivery.progress.state !== 'ready') return refused('The document is not ready yet.');
  if (delivery.cancelledAt) return refused(wasCancelled);
  const reachedBefore = await reachedMailboxes(store, handover);
  const wanted = readersOf(request);
  const fresh = wanted.filter((one) => !reachedBefore.has(canonicalMailbox(one.email)));
  const already = wanted.length - fresh.length;
  if (fresh.length === 0) return { outcome: 'done', queued: 0, already };
  const reached = Object.values(handover.mails).filter((copy) => !copy.isCopy && !hasFailed(copy)).length;
  if (reached + fresh.filter(({ isCopy }) => !isCopy).length > maxAddressees) {
    return refused(`A delivery is sent to at most ${maxAddressees} addressees.`);
  }
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
  const isWritten = await write(acting, { added, language, did: 'handover.sent' }, also);
  return isWritten ? { outcome: 'done', queued: mails.length, already } : { outcome: 'stale' };
}

interface Reader {
  readonly name: string;
  readonly email: string;
  readonly addressee?: number | undefined;
  readonly isCopy: boolean;
}

/** @returns the readers, each mailbox once: an addressee who is also to get a copy gets the letter */
function readersOf({ addressees, copyTo }: SendRequest): Reader[] {
  const all: Reader[] = [
    ...addressees.map((one) => ({ ...one, isCopy: false })),
    ...(copyTo === undefined ? [] : [{ name: 'Copy', email: copyTo, isCopy: true }]),
  ];
  const mailboxes = all.map((one) => canonicalMailbox(one.email));
  return all.filter((_, place) => mailboxes.indexOf(mailboxes[place] ?? '') === place);
}

/** @returns the mailboxes that have the letter already, or soon will. One BatchGetItem */
async function reachedMailboxes(store: Store, { mails }: Handover): Promise<ReadonlySet<string>> {
  const reached = mailIds({ mails: Object.fromEntries(Object.entries(mails).filter(([, copy]) => !hasFailed(copy))) });
  return new Set((await readHandoverMails(store, reached)).map((mail) => canonicalMailbox(mail.email)));
}

/** Records that it was handed over in person, or posted. */
export async function recordByHand(acting: Acting, fields: ByHandFields): Promise<Outcome<{ readonly id: string }>> {
  const { handover, now, delivery } = acting;
  if (!delivery.frozen) return refused('The list is not frozen yet.');
  if (delivery.cancelledAt) return refused(wasCancelled);
  if (Object.keys(handover.byHand).length >= maxByHand) return refused(`At most ${maxByHand} can be recorded.`);
  // East of UTC it may be tomorrow already.
  if (fields.on > new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10)) {
    return refused('That day has not come yet.');
  }
  const id = toBase32(randomBytes(12));
  const record: ByHand = { ...fields, recordedAt: now.toISOString() };
  const also = [onDelivery(acting, 'attribute_not_exists(cancelledAt)')];
  const isWritten = await write(acting, { added: [['byHand', id, record]], did: 'handover.recorded' }, also);
  return isWritten ? { outcome: 'done', id } : { outcome: 'stale' };
}

/**
 * Cancels a delivery that nobody has yet, also one that failed or is being made. It stays in the console, and nothing of
 * it is public any more. The function that is at work on it stops, and removes what it has made.
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
      // The progress changes without the run only while it goes on; the reader decides again then.
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
  const isWritten = await write(acting, { added: [], did: 'handover.cancelled' }, also);
  return isWritten ? { outcome: 'done' } : { outcome: 'stale' };
}

type Added =
  | readonly [list: 'mails', id: SignatureId, one: SentCopy]
  | readonly [list: 'byHand', id: string, one: ByHand];

interface Change {
  readonly added: readonly Added[];
  readonly language?: string;
  readonly did: AuditAction;
}

/**
 * Adds to the handover unless it changed since it was read. Entries are written one by one, as the mailer writes the
 * states of others meanwhile.
 */
async function write(acting: Acting, { added, language, did }: Change, also: TransactItems = []) {
  const { store, letter, delivery, handover, by, now } = acting;
  const Key = handoverKey(letter, delivery.id);
  const more = language ? { language } : {};
  const only = (list: Added[0]) =>
    Object.fromEntries(added.flatMap(([name, id, one]) => (name === list ? [[id, one]] : [])));
  const first = {
    Put: {
      TableName: store.table,
      Item: { ...handover, ...more, ...Key, mails: only('mails'), byHand: only('byHand'), revision: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
  const set = [
    ...added.map(([list], place) => `${list}.#id${place} = :one${place}`),
    ...Object.keys(more).map((name) => `#${name} = :${name}`),
  ];
  const later = {
    Update: {
      TableName: store.table,
      Key,
      UpdateExpression: `SET ${[...set, 'revision = :next'].join(', ')}`,
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeNames: orNone({
        ...Object.fromEntries(added.map(([, id], place) => [`#id${place}`, id])),
        ...Object.fromEntries(Object.keys(more).map((name) => [`#${name}`, name])),
      }),
      ExpressionAttributeValues: {
        ':seen': handover.revision,
        ':next': handover.revision + 1,
        ...Object.fromEntries(added.map(([, , one], place) => [`:one${place}`, one])),
        ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
  const line = auditPut(store, { by, did, scope: letter, subject: delivery.id, after: { number: added.length } }, now);
  const { written } = await transact(store, [handover.revision === 0 ? first : later, line, ...also]);
  return written;
}

/** DynamoDB refuses an empty map of names. */
const orNone = <Names extends object>(names: Names): Names | undefined =>
  Object.keys(names).length > 0 ? names : undefined;

/** The documents still exist (an erasure makes them again), and nobody cancelled the delivery. */
function isReady(acting: Acting) {
  return onDelivery(acting, 'progress.#state = :ready AND attribute_not_exists(cancelledAt)', {
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':ready': 'ready' },
  });
}

function onDelivery({ store, letter, delivery }: Acting, ConditionExpression: string, more: object = {}) {
  return {
    ConditionCheck: {
      TableName: store.table,
      Key: deliveryKey(letter, delivery.id),
      ConditionExpression,
      ...more,
    },
  };
}
