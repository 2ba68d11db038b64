/** Keys of a signature in the indexes of a letter: in its lists, or in partitions beside them. */
import { createHash } from 'node:crypto';
import type { CountedAs } from '../../count/counted-as.ts';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../../letter/letter.ts';
import { cutToBytes } from '../../platform/store/bytes.ts';
import { foldName } from '../../text/fold.ts';
import { formerFold } from '../../text/former-fold.ts';
import { inOneScript } from '../../text/one-script.ts';
import type { SignatureRecord } from '../record.ts';
import { coSignatoryName } from '../states.ts';

/**
 * Returns the keys of a counted signature. Each kind has its own partition. Withheld signatures, which are counted but
 * never shown, are in separate partitions, where a recount finds them.
 */
export function listPosition(record: SignatureRecord, confirmedAt: string): ListPlace {
  const partition = listPartition(record.letter, record.kind);
  return positionIn(record, confirmedAt, record.display === 'withheld' ? withheldOf(partition) : partition);
}

/** The keys of the list indexes. Only rows of the previous release have `newestSort`. */
export type ListPlace = { readonly listKey: string; readonly nameSort: string } & (
  | { readonly listedAt: string; readonly newestSort?: never }
  | { readonly newestSort: string; readonly listedAt?: never }
);

/**
 * By time and by name. Signatures that no list shows are in partitions that no public list reads, where the secretariat
 * finds them.
 */
export function positionIn(record: SignatureRecord, confirmedAt: string, partition: string): ListPlace {
  const time = timePosition(record, confirmedAt);
  return {
    listKey: partition,
    nameSort: namePosition(record),
    ...(record.earlierForm ? { newestSort: time } : { listedAt: time }),
  };
}

/** @returns its position in a list by time */
export function timePosition(record: SignatureRecord, confirmedAt: string): string {
  return `${confirmedAt}#${tailOf(record)}`;
}

/** @returns its position in a list by name */
export function namePosition(record: SignatureRecord): string {
  const name = coSignatoryName(record);
  return `${record.earlierForm ? formerNameStart(name) : nameStart(name)}#${tailOf(record)}`;
}

/** @returns the position in a list by name of a signature with that name */
export function namePositionOf(name: string, id: SignatureId): string {
  return `${nameStart(name)}#${tailOf({ id })}`;
}

/** Number of bytes of a folded name that lists by name sort and search by. */
const nameBytes = 240;

/**
 * @returns the start of the positions of a name in a list by name, which is also where a search for its beginning
 *   starts
 */
export function nameStart(name: string): string {
  return cutName(inOneScript(foldName(name)));
}

/** @returns the folded name, cut to the length that a position holds */
export function cutName(folded: string): string {
  return cutToBytes(folded, nameBytes);
}

const formerNameStart = (name: string) => formerFold(name).slice(0, 100);

/**
 * @returns the prefixes to search for names that begin so: also that of the previous release, as long as rows of it
 *   exist. Empty for text with no visible characters
 */
export function searchPrefixes(start: string): string[] {
  return [...new Set([nameStart(start), formerNameStart(start)])].filter((place) => place !== '');
}

/** @returns the folded name at the start of a position */
export function nameInPosition(position: string): string {
  return position.slice(0, position.lastIndexOf('#'));
}

const withheldOf = (partition: string) => `${partition}#withheld`;

function tailOf({ id }: Pick<SignatureRecord, 'id'>): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 8);
}

/** Signatures that await review. */
export function reviewPartition(letter: LetterSlug): string {
  return `REVIEW#${letter}`;
}

/** Signatures that are neither counted nor await review: duplicates and rejected ones. */
export function notCountedPartition(letter: LetterSlug): string {
  return `ASIDE#${letter}`;
}

/** Withdrawn signatures, as long as they are kept. */
export function withdrawnPartition(letter: LetterSlug): string {
  return `WITHDRAWN#${letter}`;
}

/** Signatures on paper: counted separately, in no list. */
export function paperPartition(letter: LetterSlug): string {
  return `PAPER#${letter}`;
}

/** @returns every partition that counts, with the kind under which its entries are counted */
export function tallyPartitions(letter: LetterSlug): { as: CountedAs; partition: string }[] {
  const listed = countedPartitions(letter).map(({ kind, partition }) => ({
    as: kind === 'organisation' ? ('organisations' as const) : ('individuals' as const),
    partition,
  }));
  return [...listed, { as: 'offline', partition: paperPartition(letter) }];
}

/** @returns the partitions that together hold everybody counted under the letter with a mailbox, shown or withheld */
export function countedPartitions(letter: LetterSlug): { kind: CoSignatoryKind; partition: string }[] {
  return coSignatoryKind.options.flatMap((kind) => [
    { kind, partition: listPartition(letter, kind) },
    { kind, partition: withheldOf(listPartition(letter, kind)) },
  ]);
}

/** @returns the partitions of those who are counted under the letter and withhold their names */
export function withheldPartitions(letter: LetterSlug): string[] {
  return coSignatoryKind.options.map((kind) => withheldOf(listPartition(letter, kind)));
}

export function listPartition(letter: LetterSlug, kind: CoSignatoryKind): string {
  return `LIST#${letter}#${kind}`;
}
