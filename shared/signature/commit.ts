/**
 * Writes changes of signatures: the records, their claims and the resulting counts change in one transaction, or
 * nothing does (rules 5 to 7). Every change of a confirmed signature goes through this file.
 */
import { isDeepStrictEqual } from 'node:util';
import { type CountMove, countMoves, letterDelivered } from '../count/count.ts';
import { type ShownMove, shownMoves } from '../delivery/leave.ts';
import type { SignatureId } from '../ids.ts';
import { backOff, conflictError, type Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { addedMoves } from './added-rows.ts';
import { claimItems } from './claims/move-claim.ts';
import { fileMoves } from './files.ts';
import { featuredMoves } from './lists/featured.ts';
import { heldRowMoves } from './lists/held-rows.ts';
import { undeliverableMoves } from './lists/undeliverable.ts';
import { withoutLostLogo } from './logo.ts';
import { changeRowMoves } from './moderation/changes-in-review.ts';
import { sameNameMoves } from './same-name-rows.ts';
import { figuresWith, isShown } from './states.ts';
import { type Step, updateItem } from './update-item.ts';

/**
 * - `done`: everything is written
 * - `changed`: one of the signatures changed since it was read; read again
 * - `claimed`: another signature holds the claim
 */
export type Committed = { outcome: 'done' } | { outcome: 'changed' } | { outcome: 'claimed'; by: SignatureId };

/** Items to write in the same transaction: the audit entries. */
export type Also = (steps: readonly Step[]) => TransactItems;

/** Maximum number of attempts when a signature changes concurrently; with full jitter about 4 s at most. */
export const maxAttempts = 10;

/**
 * Writes the steps, unless a signature changed since it was read. One TransactWriteItems without contention, after two
 * reads if a claim changes hands.
 *
 * @throws `letterDelivered` when another signature would be counted under a delivered letter, and DynamoDB's error when
 *   it stays unavailable; nothing is half done then
 */
export async function commit(store: Store, steps: readonly Step[], also: Also = () => []): Promise<Committed> {
  const changed = steps.map(withoutLostLogo).filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (changed.length === 0) return { outcome: 'done' };
  const counts = countMoves(store, countChanges(changed));
  const others = [
    ...changed.flatMap(({ before, after }) => (after.confirmedAt ? heldRowMoves(store, before) : [])),
    ...undeliverableMoves(store, changed),
    ...featuredMoves(store, changed),
    ...changeRowMoves(store, changed),
    ...sameNameMoves(store, changed),
    ...fileMoves(store, changed),
    ...addedMoves(store, changed),
    ...(await shownMoves(store, changed.flatMap(shownChange))),
    ...also(changed),
  ];
  for (let attempt = 1; ; attempt += 1) {
    const claims = await claimItems(store, changed);
    if ('claimedBy' in claims) return { outcome: 'claimed', by: claims.claimedBy };
    const { written, failed } = await transact(store, [
      ...changed.map((step) => updateItem(store, step)),
      ...claims.items,
      ...counts,
      ...others,
    ]);
    if (written) return { outcome: 'done' };
    const isClaim = ({ index }: { index: number }) =>
      index >= changed.length && index < changed.length + claims.items.length;
    const afterClaims = changed.length + claims.items.length;
    const isCount = ({ index }: { index: number }) => index >= afterClaims && index < afterClaims + counts.length;
    // Only final rows have a condition.
    if (failed.some(isCount) && failed.every((one) => isCount(one) || isClaim(one))) throw letterDelivered();
    if (!failed.every(isClaim)) return { outcome: 'changed' };
    // The claim changed hands since it was read.
    if (attempt >= maxAttempts) throw conflictError('the claim changed hands');
    await backOff(attempt);
  }
}

/** @returns the changes of the counts that result from the steps */
export function countChanges(steps: readonly Step[]): CountMove[] {
  return steps.flatMap(countChange);
}

/** @returns the change for frozen lists; none for a signature that was not confirmed before, since no list names it */
export function shownChange({ before, after }: Step): ShownMove[] {
  if (before.confirmedAt === undefined || isShown(before) === isShown(after)) return [];
  return [{ letter: after.letter, id: after.id, left: isShown(after) ? -1 : 1 }];
}

function countChange({ before, after }: Step): CountMove[] {
  const was = figuresWith(before);
  const is = figuresWith(after);
  const { letter, id } = after;
  return [
    ...was.filter((as) => !is.includes(as)).map((as) => ({ letter, id, as, change: -1 as const })),
    ...is.filter((as) => !was.includes(as)).map((as) => ({ letter, id, as, change: 1 as const })),
  ];
}
