/**
 * Featured signatures, which come first under a letter. Their public fields are stored in one row beside the letter, so
 * that a page reads them with the count. The row changes in the transaction that changes a signature.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import { featuredKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import type { SignatureRecord } from '../record.ts';
import { isShown } from '../states.ts';
import type { Step } from '../update-item.ts';
import { type ListedSignature, publicRow, toListed } from './public-list.ts';

/** More would be a list of their own. */
export const maxFeatured = 12;

const featuredRow = publicRow.extend({ rank: z.int() });

/** @returns whether the signature is featured under its letter */
export const isFeatured = (record: SignatureRecord): boolean => shownOf(record) !== undefined;

/** @returns its public fields, if it is featured: only a signature that is counted and shown by name can be */
function shownOf(record: SignatureRecord) {
  if (record.featured === undefined || !isShown(record)) return undefined;
  return featuredRow.parse({ ...record, rank: record.featured });
}

/** Returns the changes of the featured rows that result from the steps; none for signatures that are not featured. */
export function featuredMoves(store: Store, steps: readonly Step[]) {
  const moved = steps.filter(({ before, after }) => !isDeepStrictEqual(shownOf(before), shownOf(after)));
  const byLetter = Map.groupBy(moved, ({ after }) => after.letter);
  return [...byLetter].map(([letter, ofLetter]) => {
    const shown = ofLetter.map(({ after }) => [after.id, shownOf(after)] as const);
    const set = shown.flatMap(([id, row], place) => (row ? [{ id, row, place }] : []));
    const removed = shown.flatMap(([id, row], place) => (row ? [] : [{ id, place }]));
    return {
      Update: {
        TableName: store.table,
        Key: featuredKey(letter),
        UpdateExpression: [
          ...(set.length > 0 ? [`SET ${set.map(({ place }) => `#s${place} = :s${place}`).join(', ')}`] : []),
          ...(removed.length > 0 ? [`REMOVE ${removed.map(({ place }) => `#s${place}`).join(', ')}`] : []),
        ].join(' '),
        ExpressionAttributeNames: Object.fromEntries(shown.map(([id], place) => [`#s${place}`, id])),
        ...(set.length > 0
          ? { ExpressionAttributeValues: Object.fromEntries(set.map(({ place, row }) => [`:s${place}`, row])) }
          : {}),
      },
    };
  });
}

/** @returns the featured signatures of a letter with their ids and ranks, in order */
export async function listFeatured(store: Store, letter: LetterSlug) {
  const { pk: _pk, sk: _sk, ...rows } = (await readItem(store, featuredKey(letter))) ?? {};
  return Object.entries(z.record(z.string(), featuredRow).parse(rows))
    .map(([id, row]) => ({ id, ...row }))
    .toSorted((a, b) => a.rank - b.rank || a.confirmedAt.localeCompare(b.confirmedAt));
}

/** @returns the featured signatures as the public sees them. One read, combined with others at the same time */
export async function readFeatured(store: Store, letter: LetterSlug): Promise<ListedSignature[]> {
  return (await listFeatured(store, letter)).slice(0, maxFeatured).map(toListed);
}

/** @returns whether there is room for one more */
export async function hasRoomForFeatured(store: Store, letter: LetterSlug, id: SignatureId): Promise<boolean> {
  const others = (await listFeatured(store, letter)).filter((one) => one.id !== id);
  return others.length < maxFeatured;
}
