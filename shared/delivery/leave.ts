/**
 * Tells the deliveries of a letter that a listed name is no longer shown, or shown again, and erases people from frozen
 * lists. The items are written in the transaction that changes the signature, so the number of withdrawn names is
 * exact, and an erasure never leaves a name behind in a frozen list.
 */
import type { LetterSlug, SignatureId } from '../ids.ts';
import { deliveryKey, deliveryNumberKey, frozenKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import type { Delivery } from './delivery.ts';
import { documentDue } from './due.ts';
import { type FrozenName, frozenErasure, frozenName } from './frozen-names.ts';
import { type Deliveries, readDeliveries } from './storage.ts';

/** A signature that was confirmed before and now changes. */
export interface ShownMove {
  readonly letter: LetterSlug;
  readonly id: SignatureId;
  /** 1 when its name is no longer shown, -1 when it is shown again. */
  readonly left: 1 | 0 | -1;
}

/**
 * One Query for each letter, and a read for each delivery and signature. Nothing for letters without deliveries.
 *
 * @returns the transaction items for signatures whose names appear or disappear
 */
export async function shownMoves(store: Store, moves: readonly ShownMove[]): Promise<TransactItems> {
  const byLetter = Map.groupBy(moves, ({ letter }) => letter);
  const items = [...byLetter].map(async ([letter, ofLetter]) => {
    const known = await readDeliveries(store, letter);
    if (known.number === 0) return [];
    const each = known.deliveries.map((one) => movesOf(store, one, ofLetter));
    return [sameNumber(store, letter, known), ...(await Promise.all(each)).flat()];
  });
  return (await Promise.all(items)).flat();
}

async function movesOf(store: Store, delivery: Delivery, moves: readonly ShownMove[]): Promise<TransactItems> {
  const rows = await Promise.all(moves.map(async (move) => ({ move, row: await readRow(store, delivery, move.id) })));
  const left = rows.reduce((sum, { move, row }) => sum + (row?.attempt === delivery.attempt ? move.left : 0), 0);
  const isNamed = rows.some(({ row }) => row?.attempt === delivery.attempt);
  return [
    ...(isNamed && left !== 0 ? [leftUpdate(store, delivery, left)] : []),
    // It must not be frozen at this moment with fields that are about to change.
    ...rows.flatMap(({ move, row }) => (delivery.frozen || row !== undefined ? [] : [noRow(store, delivery, move.id)])),
  ];
}

/**
 * Reads one row per delivery.
 *
 * @returns the transaction items that erase a signature from the frozen lists of its letter and make the documents of
 *   these deliveries due again; written with the erasure of the signature itself
 */
export async function frozenErasures(store: Store, { letter, id, left }: ShownMove, now: Date): Promise<TransactItems> {
  const known = await readDeliveries(store, letter);
  const each = known.deliveries.map(async (delivery) => {
    const row = await readRow(store, delivery, id);
    if (!row) return delivery.frozen ? [] : [noRow(store, delivery, id)];
    if (row.salt === undefined) return [];
    const belongs = row.attempt === delivery.attempt;
    return [
      frozenErasure(store, delivery.id, id, row.attempt),
      ...(belongs && delivery.frozen ? [madeAgain(store, delivery, left, now), documentDue(store, delivery, now)] : []),
      ...(belongs && !delivery.frozen ? [leftUpdate(store, delivery, left, ' AND attribute_not_exists(frozen)')] : []),
    ];
  });
  return [sameNumber(store, letter, known), ...(await Promise.all(each)).flat()];
}

async function readRow(store: Store, { id: delivery }: Delivery, id: SignatureId): Promise<FrozenName | undefined> {
  const item = await readItem(store, frozenKey(delivery, id));
  return item && frozenName.parse(item);
}

/** Fails when another delivery was started since: it may freeze this very signature. */
export function sameNumber({ table }: Store, letter: LetterSlug, { number }: Deliveries) {
  return {
    ConditionCheck: {
      TableName: table,
      Key: deliveryNumberKey(letter),
      ...(number === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#last = :number',
            ExpressionAttributeNames: { '#last': 'last' },
            ExpressionAttributeValues: { ':number': number },
          }),
    },
  };
}

function noRow({ table }: Store, { id: delivery }: Delivery, id: SignatureId) {
  return {
    ConditionCheck: {
      TableName: table,
      Key: frozenKey(delivery, id),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

function leftUpdate({ table }: Store, { letter, id, attempt }: Delivery, left: number, andAlso = '') {
  return {
    Update: {
      TableName: table,
      Key: deliveryKey(letter, id),
      UpdateExpression: 'ADD #left :left',
      ConditionExpression: `attempt = :attempt${andAlso}`,
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':left': left, ':attempt': attempt },
    },
  };
}

/** No document with the name is offered from this moment on. */
function madeAgain({ table }: Store, { letter, id }: Delivery, left: number, now: Date) {
  return {
    Update: {
      TableName: table,
      Key: deliveryKey(letter, id),
      UpdateExpression: 'SET progress = :making ADD #run :one, #left :left',
      ExpressionAttributeNames: { '#run': 'run', '#left': 'left' },
      ExpressionAttributeValues: {
        ':making': { state: 'making', since: now.toISOString() },
        ':one': 1,
        ':left': left,
      },
    },
  };
}
