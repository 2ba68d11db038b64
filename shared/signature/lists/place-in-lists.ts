/** Which list of its letter a signature is in, and at which position. */

import type { SignatureRecord } from '../record.ts';
import { isCounted, isHeld, isOnPaper } from '../states.ts';
import {
  type ListPlace,
  listPosition,
  notCountedPartition,
  paperPartition,
  positionIn,
  reviewPartition,
  withdrawnPartition,
} from './index-keys.ts';

/** @returns the attributes that put a record into the indexes of its letter; none when it is in no list */
export function placeInLists(record: SignatureRecord): Partial<ListPlace> {
  if (!record.confirmedAt) return {};
  if (isCounted(record) && !isOnPaper(record)) return listPosition(record, record.confirmedAt);
  return positionIn(record, record.confirmedAt, partitionBeside(record));
}

function partitionBeside(record: SignatureRecord): string {
  if (record.withdrawnAt) return withdrawnPartition(record.letter);
  if (isCounted(record)) return paperPartition(record.letter);
  return isHeld(record) ? reviewPartition(record.letter) : notCountedPartition(record.letter);
}
