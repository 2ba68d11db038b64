/** Starts a delivery, or starts it again after a failure. The document function does the rest. */
import { type Actor, auditPut } from '../audit/audit.ts';
import { readCountRows, sumOf } from '../count/count.ts';
import { type DeliveryId, type LetterSlug, makeDeliveryId } from '../ids.ts';
import type { Letter } from '../letter/letter.ts';
import { changedMeanwhile, whyNotOn, writeState } from '../letter/lifecycle.ts';
import { neverOpen } from '../letter/refusals.ts';
import { readLetter } from '../letter/storage.ts';
import { isPaused, readPauses } from '../pause/pause.ts';
import { deliveryKey, deliveryNumberKey, letterKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Delivery, DeliveryKind, DocumentOptions } from './delivery.ts';
import { documentDue } from './due.ts';
import { type Deliveries, maxDeliveries, readDeliveries, readDelivery } from './storage.ts';

export interface DeliveryRequest {
  readonly kind: DeliveryKind;
  readonly by: Actor;
  readonly options: DocumentOptions;
  /** The day of the handover, for a final delivery; by default today in UTC. */
  readonly deliveredOn?: string | undefined;
}

/**
 * - `started`: the list will be frozen and the documents made
 * - `already`: there is a final delivery that was not cancelled, or one of that kind in progress
 */
export type Started =
  | { readonly outcome: 'started' | 'already'; readonly delivery: Delivery }
  | { readonly outcome: 'refused'; readonly why: string };

/**
 * Starts a delivery in one transaction. A final one marks the letter as delivered in the same transaction, so that from
 * then on nobody else is counted. Idempotent: pressing twice starts one.
 */
export async function startDelivery(
  store: Store,
  slug: LetterSlug,
  request: DeliveryRequest,
  now: Date,
): Promise<Started> {
  const [letter, known, pauses, counts] = await Promise.all([
    readLetter(store, slug),
    readDeliveries(store, slug),
    readPauses(store),
    readCountRows(store, slug),
  ]);
  if (!letter) return refused(`There is no letter "${slug}".`);
  const before = startedBefore(known, request.kind);
  if (before) return { outcome: 'already', delivery: before };
  const { organisations, individuals, offline } = sumOf(counts);
  if (organisations + individuals + offline === 0) return refused('Nobody has signed the letter yet.');
  if (isPaused(pauses, 'list', slug)) return refused('The list of names is paused. Resume it first.');
  const why = whyNot(letter, known, request, now);
  if (why !== undefined) return refused(why);
  const delivery = newDelivery(slug, known.number + 1, request, now);
  const written = await write(store, letter, delivery, request, now);
  return written ? { outcome: 'started', delivery } : refused(changedMeanwhile);
}

const refused = (why: string): Started => ({ outcome: 'refused', why });

function startedBefore({ deliveries }: Deliveries, kind: DeliveryKind): Delivery | undefined {
  if (kind === 'final') return finalOf(deliveries);
  return deliveries.find(
    ({ kind: own, frozen, progress, cancelledAt }) =>
      own === 'interim' && !frozen && progress.state !== 'failed' && !cancelledAt,
  );
}

/** @returns the final delivery of a letter: one that was cancelled before anything was sent leaves room for another */
export function finalOf(deliveries: readonly Delivery[]): Delivery | undefined {
  return deliveries.find(({ kind, cancelledAt }) => kind === 'final' && !cancelledAt);
}

function whyNot({ state }: Letter, { deliveries }: Deliveries, { kind, deliveredOn }: DeliveryRequest, now: Date) {
  if (state === 'draft') return neverOpen;
  if (kind === 'interim' && state === 'delivered') return 'The letter was delivered; no interim delivery follows.';
  if (deliveries.length >= maxDeliveries) return `A letter has at most ${maxDeliveries} deliveries.`;
  return whyNotOn(deliveredOn, now);
}

function newDelivery(letter: LetterSlug, number: number, { kind, by, options }: DeliveryRequest, now: Date): Delivery {
  const at = now.toISOString();
  const id = makeDeliveryId();
  const progress = { state: 'freezing', since: at } as const;
  return { id, letter, number, kind, at, by, options, progress, attempt: 0, left: 0, run: 1 };
}

/** @returns false when the letter or its deliveries changed since they were read; then nothing is written */
async function write(store: Store, letter: Letter, delivery: Delivery, request: DeliveryRequest, now: Date) {
  const { id, kind, number } = delivery;
  const { by, deliveredOn } = request;
  const items: TransactItems = [
    {
      Put: {
        TableName: store.table,
        Item: { ...deliveryKey(letter.slug, id), ...delivery },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Update: {
        TableName: store.table,
        Key: deliveryNumberKey(letter.slug),
        UpdateExpression: 'SET #last = :number',
        ConditionExpression: number === 1 ? 'attribute_not_exists(pk)' : '#last = :before',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':number': number, ...(number === 1 ? {} : { ':before': number - 1 }) },
      },
    },
    documentDue(store, delivery, now),
    auditPut(store, { by, did: 'delivery.started', scope: letter.slug, subject: id, after: { kind, number } }, now),
  ];
  if (kind === 'interim') return (await transact(store, items)).written;
  // It must not be reopened at the same moment.
  if (letter.state === 'delivered') return (await transact(store, [...items, sameRevision(store, letter)])).written;
  return (await writeState(store, letter, { state: 'delivered', by, deliveredOn, also: items }, now)) !== undefined;
}

function sameRevision({ table }: Store, { slug, revision }: Letter) {
  return {
    ConditionCheck: {
      TableName: table,
      Key: letterKey(slug),
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: { ':seen': revision },
    },
  };
}

/**
 * Makes the documents of a delivery again, or freezes its list again when that failed. Never changes a frozen list, and
 * does nothing for a delivery that was cancelled.
 *
 * @returns the delivery as it is now; undefined when there is none, or it changed since it was read
 */
export async function retryDelivery(
  store: Store,
  slug: LetterSlug,
  id: DeliveryId,
  { by, now }: { by: Actor; now: Date },
): Promise<Delivery | undefined> {
  const found = await readDelivery(store, slug, id);
  if (!found || found.cancelledAt) return found;
  if (found.progress.state === 'freezing' || found.progress.state === 'making') return found;
  const progress = { state: found.frozen ? 'making' : 'freezing', since: now.toISOString() } as const;
  const { written } = await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: deliveryKey(slug, id),
        UpdateExpression: 'SET progress = :progress, #run = :next',
        ConditionExpression: '#run = :run',
        ExpressionAttributeNames: { '#run': 'run' },
        ExpressionAttributeValues: { ':progress': progress, ':run': found.run, ':next': found.run + 1 },
      },
    },
    documentDue(store, found, now),
    auditPut(store, { by, did: 'delivery.retried', scope: slug, subject: id }, now),
  ]);
  return written ? { ...found, progress, run: found.run + 1 } : undefined;
}
