/** Where a signature stands in the indexes of a letter: in its lists, or beside them. */
import { createHash } from 'node:crypto';
import { type CoSignatoryKind, coSignatoryKind } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import { foldName } from '../text/fold.ts';
import { coSignatoryName, type SignatureRecord } from './record.ts';

/**
 * Where a confirmed signature stands in the list indexes. Kinds have partitions of their own; the withheld, which are
 * counted but never shown, stand in one that no list reads and a recount can.
 */
export function listPosition(record: SignatureRecord, confirmedAt: string) {
  const tail = createHash('sha256').update(record.id).digest('base64url').slice(0, 8);
  const withheld = record.display === 'withheld';
  return {
    listKey: withheld
      ? `${listPartition(record.letter, record.kind)}#withheld`
      : listPartition(record.letter, record.kind),
    newestSort: `${confirmedAt}#${tail}`,
    nameSort: `${foldName(coSignatoryName(record)).slice(0, 100)}#${tail}`,
  };
}

/** Where a signature stands that is in no list: beside them, by time only, in a partition that no list reads. */
export function positionBeside(record: SignatureRecord, confirmedAt: string, partition: string) {
  return { listKey: partition, newestSort: listPosition(record, confirmedAt).newestSort };
}

/** What waits for the secretariat. */
export function reviewPartition(letter: LetterSlug): string {
  return `REVIEW#${letter}`;
}

/** What is neither counted nor waits: duplicates, and what the secretariat rejected. */
export function asidePartition(letter: LetterSlug): string {
  return `ASIDE#${letter}`;
}

/** @returns the partitions that together hold everybody who is counted under the letter, shown or withheld */
export function countedPartitions(letter: LetterSlug): { kind: CoSignatoryKind; partition: string }[] {
  return coSignatoryKind.options.flatMap((kind) => [
    { kind, partition: listPartition(letter, kind) },
    { kind, partition: `${listPartition(letter, kind)}#withheld` },
  ]);
}

export function listPartition(letter: LetterSlug, kind: CoSignatoryKind): string {
  return `LIST#${letter}#${kind}`;
}
