/**
 * The few signatures that stand first under a letter. What the public may see of them stands in one row beside the
 * letter, so that a page reads it with the count, and moves in the transaction that changes them.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import { featuredKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import { isShown, type SignatureRecord } from '../record.ts';
import type { Step } from '../update-item.ts';
import { type ListedSignature, publicRow, toListed } from './public-list.ts';

/** More would be a list of their own. */
export const maxFeatured = 12;

const featuredRow = publicRow.extend({ rank: z.int() });

/** @returns whether it stands first under its letter */
export const standsFirst = (record: SignatureRecord): boolean => shownOf(record) !== undefined;

/** @returns what is shown of it, if it is: only whoever is counted and shown by name stands first */
function shownOf(record: SignatureRecord) {
  if (record.featured === undefined || !isShown(record)) return undefined;
  return featuredRow.parse({ ...record, rank: record.featured });
}

/** What the steps change about the rows of letters; nothing at all for signatures that do not stand first. */
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

/** @returns the ids and ranks of those that stand first under a letter, in their order */
export async function listFeatured(store: Store, letter: LetterSlug) {
  const { pk: _pk, sk: _sk, ...rows } = (await readItem(store, featuredKey(letter))) ?? {};
  return Object.entries(z.record(z.string(), featuredRow).parse(rows))
    .map(([id, row]) => ({ id, ...row }))
    .toSorted((a, b) => a.rank - b.rank || a.confirmedAt.localeCompare(b.confirmedAt));
}

/** @returns those that stand first, as the public sees them. One read, with others that are asked for at the same time */
export async function readFeatured(store: Store, letter: LetterSlug): Promise<ListedSignature[]> {
  return (await listFeatured(store, letter)).slice(0, maxFeatured).map(toListed);
}

/** @returns whether there is room for one more */
export async function hasRoom(store: Store, letter: LetterSlug, id: SignatureId): Promise<boolean> {
  const others = (await listFeatured(store, letter)).filter((one) => one.id !== id);
  return others.length < maxFeatured;
}
