/**
 * A row beside the letter for each signature that the secretariat added and that counts: their number proves the figure
 * in the count rows, where they are part of the other kinds, too.
 */
import type { LetterSlug } from '../ids.ts';
import { addedKey, addedPartition } from '../platform/store/keys.ts';
import { queryCount } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { isAdded, isCounted } from './states.ts';
import type { Step } from './update-item.ts';

/** @returns the changes of the rows that result from the steps; none for other signatures */
export function addedMoves(store: Store, steps: readonly Step[]): TransactItems {
  return steps.flatMap(({ before, after }): TransactItems => {
    const [was, is] = [isAdded(before) && isCounted(before), isAdded(after) && isCounted(after)];
    if (was === is) return [];
    const key = addedKey(after.letter, after.id);
    return is ? [{ Put: { TableName: store.table, Item: key } }] : [{ Delete: { TableName: store.table, Key: key } }];
  });
}

/** @returns how many signatures that the secretariat added count. Reads a short row for each */
export function countAdded(store: Store, letter: LetterSlug): Promise<number> {
  return queryCount(store, table, addedPartition(letter), { consistency: 'consistent' });
}
