/** Where a signature stands in the indexes of a letter: in its lists, or beside them. */
import { createHash } from 'node:crypto';
import type { CountedAs } from '../count/counted-as.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import { foldName } from '../text/fold.ts';
import { coSignatoryName, type SignatureRecord } from './record.ts';

/**
 * Where a confirmed signature stands in the list indexes. Kinds have partitions of their own; the withheld, which are
 * counted but never shown, stand beside them, where a recount finds them.
 */
export function listPosition(record: SignatureRecord, confirmedAt: string) {
  const partition = listPartition(record.letter, record.kind);
  return positionIn(record, confirmedAt, record.display === 'withheld' ? withheldOf(partition) : partition);
}

/** By time and by name; those that no list shows stand in partitions that no list reads, where the secretariat finds them. */
export function positionIn(record: SignatureRecord, confirmedAt: string, partition: string) {
  const tail = tailOf(record);
  const nameSort = `${foldName(coSignatoryName(record)).slice(0, 100)}#${tail}`;
  return { listKey: partition, newestSort: `${confirmedAt}#${tail}`, nameSort };
}

const withheldOf = (partition: string) => `${partition}#withheld`;

function tailOf({ id }: SignatureRecord): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 8);
}

/** What waits for the secretariat. */
export function reviewPartition(letter: LetterSlug): string {
  return `REVIEW#${letter}`;
}

/** What is neither counted nor waits: duplicates, and what the secretariat rejected. */
export function asidePartition(letter: LetterSlug): string {
  return `ASIDE#${letter}`;
}

/** What was withdrawn, as long as it is kept. */
export function withdrawnPartition(letter: LetterSlug): string {
  return `WITHDRAWN#${letter}`;
}

/** Who signed on paper: counted apart, shown in no list. */
export function paperPartition(letter: LetterSlug): string {
  return `PAPER#${letter}`;
}

/** @returns every partition from which the count can be told, and as what those in it are counted */
export function tallyPartitions(letter: LetterSlug): { as: CountedAs; partition: string }[] {
  const listed = countedPartitions(letter).map(({ kind, partition }) => ({
    as: kind === 'organisation' ? ('organisations' as const) : ('individuals' as const),
    partition,
  }));
  return [...listed, { as: 'offline', partition: paperPartition(letter) }];
}

/** @returns the partitions that together hold everybody who is counted under the letter with a mailbox, shown or withheld */
export function countedPartitions(letter: LetterSlug): { kind: CoSignatoryKind; partition: string }[] {
  return coSignatoryKind.options.flatMap((kind) => [
    { kind, partition: listPartition(letter, kind) },
    { kind, partition: withheldOf(listPartition(letter, kind)) },
  ]);
}

export function listPartition(letter: LetterSlug, kind: CoSignatoryKind): string {
  return `LIST#${letter}#${kind}`;
}
