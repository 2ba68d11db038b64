/** Deliveries of a letter that failed: documents that could not be made, and mails that did not arrive. */
import { readDeliveries } from '../delivery/storage.ts';
import type { LetterSlug } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import { hasFailed } from './handover.ts';
import { readHanded } from './storage.ts';

/** @returns how many deliveries failed. Two Queries of few rows */
export async function countFailedDeliveries(store: Store, letter: LetterSlug): Promise<number> {
  const [{ deliveries }, { handovers }] = await Promise.all([readDeliveries(store, letter), readHanded(store, letter)]);
  const broken = deliveries.filter(({ progress, cancelledAt }) => progress.state === 'failed' && !cancelledAt);
  return broken.length + handovers.filter(({ mails }) => Object.values(mails).some(hasFailed)).length;
}
