/** Where a signature stands in the indexes of a letter: in its lists, or beside them. */
import { createHash } from 'node:crypto';
import type { CountedAs } from '../../count/counted-as.ts';
import type { LetterSlug } from '../../ids.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../../letter/letter.ts';
import { cutToBytes } from '../../platform/store/bytes.ts';
import { foldName } from '../../text/fold.ts';
import { formerFold } from '../../text/former-fold.ts';
import { inOneScript } from '../../text/one-script.ts';
import { coSignatoryName, type SignatureRecord } from '../record.ts';

/**
 * Where a confirmed signature stands in the list indexes. Kinds have partitions of their own; the withheld, which are
 * counted but never shown, stand beside them, where a recount finds them.
 */
export function listPosition(record: SignatureRecord, confirmedAt: string): ListPlace {
  const partition = listPartition(record.letter, record.kind);
  return positionIn(record, confirmedAt, record.display === 'withheld' ? withheldOf(partition) : partition);
}

/** The keys of the list indexes. `newestSort` stands on rows of the previous release alone. */
export type ListPlace = { readonly listKey: string; readonly nameSort: string } & (
  | { readonly listedAt: string; readonly newestSort?: never }
  | { readonly newestSort: string; readonly listedAt?: never }
);

/** By time and by name; those that no list shows stand in partitions that no list reads, where the secretariat finds them. */
export function positionIn(record: SignatureRecord, confirmedAt: string, partition: string): ListPlace {
  const time = timePosition(record, confirmedAt);
  return {
    listKey: partition,
    nameSort: namePosition(record),
    ...(record.earlierForm ? { newestSort: time } : { listedAt: time }),
  };
}

/** @returns where it stands in a list by time */
export function timePosition(record: SignatureRecord, confirmedAt: string): string {
  return `${confirmedAt}#${tailOf(record)}`;
}

/** @returns where it stands in a list by name */
export function namePosition(record: SignatureRecord): string {
  const name = coSignatoryName(record);
  return `${record.earlierForm ? formerPlace(name) : namePlace(name)}#${tailOf(record)}`;
}

/** Lists by name sort and search by so many bytes of a folded name. */
const nameBytes = 240;

/** @returns where a name begins to stand in a list by name, or where a search for the start of one begins */
export function namePlace(name: string): string {
  return cutPlace(inOneScript(foldName(name)));
}

/** @returns the beginning of a folded name, as much of it as such a place holds */
export function cutPlace(folded: string): string {
  return cutToBytes(folded, nameBytes);
}

const formerPlace = (name: string) => formerFold(name).slice(0, 100);

/**
 * @returns where a search for the start of a name has to look: also where the release before would have put it, as long as
 *   rows of that release stand there. Empty for what shows nothing
 */
export function searchPlaces(start: string): string[] {
  return [...new Set([namePlace(start), formerPlace(start)])].filter((place) => place !== '');
}

/** @returns the folded name with which such a position begins */
export function nameInPosition(position: string): string {
  return position.slice(0, position.lastIndexOf('#'));
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
export function notCountedPartition(letter: LetterSlug): string {
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
