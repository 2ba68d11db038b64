/** Deliveries in the table. */
import * as z from 'zod';
import type { DeliveryId, LetterSlug } from '../ids.ts';
import { deliveriesPartition, deliveryKey, deliveryNumberKey } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { type Delivery, delivery } from './delivery.ts';

/**
 * Maximum number of deliveries of a letter. An erasure changes the frozen lists of all of them in one transaction,
 * which takes at most 100 items.
 */
export const maxDeliveries = 25;

/** @returns the delivery, or undefined when the letter has none with that id. One strongly consistent read. */
export async function readDelivery(store: Store, slug: LetterSlug, id: DeliveryId): Promise<Delivery | undefined> {
  const item = await readItem(store, deliveryKey(slug, id));
  return item && delivery.parse(item);
}

export interface Deliveries {
  /** Oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Number of deliveries that the letter ever had; it changes with each new one. */
  readonly number: number;
}

const numberRow = z.object({ last: z.int() });

/** @returns the deliveries of a letter. One strongly consistent Query, also when there are none */
export async function readDeliveries(store: Store, slug: LetterSlug): Promise<Deliveries> {
  const range = { consistency: 'consistent' } as const;
  const rows = await queryAll(store, table, deliveriesPartition(slug), range, z.looseObject({}));
  const { sk } = deliveryNumberKey(slug);
  const register = rows.find((row) => row['sk'] === sk);
  const deliveries = z.array(delivery).parse(rows.filter((row) => row['sk'] !== sk));
  return {
    deliveries: deliveries.toSorted((a, b) => a.number - b.number),
    number: register ? numberRow.parse(register).last : 0,
  };
}
