/** The secretariat's search for signatures by the name of the co-signatory. */
import type { LetterSlug } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { foldName } from '../../text/fold.ts';
import { matchesWords } from '../../text/name-words.ts';
import type { SignatureRecord } from '../record.ts';
import { coSignatoryName } from '../states.ts';
import { readSignature } from '../storage.ts';
import { makeCursor } from './moderation-cursor.ts';
import {
  fitsFields,
  type ModerationListPage,
  type ModerationListQuery,
  rowsAtOnce,
  timeLimit,
} from './moderation-query.ts';
import { placeInLists } from './place-in-lists.ts';
import { searchNames } from './search-names.ts';

/** Candidates that are read at once. */
const candidatesAtOnce = 50;

/**
 * A search by name. Candidates come from the indexes, which may be older than the signatures, so each signature is read
 * and compared.
 */
export async function searchList(
  store: Store,
  letter: LetterSlug,
  query: ModerationListQuery & { readonly q: string },
  { partitions, start }: { partitions: readonly string[]; start: string | undefined },
): Promise<ModerationListPage> {
  const { q, limit, person = '', withNames } = query;
  const began = performance.now();
  const fitting = (record: SignatureRecord) =>
    partitions.includes(placeInLists(record).listKey ?? '') &&
    matchesWords(coSignatoryName(record), q) &&
    (person === '' || foldName(record.signatoryName).includes(foldName(person))) &&
    (withNames || record.display === 'public') &&
    fitsFields(record, query);
  const found: { readonly record: SignatureRecord; readonly position: string }[] = [];
  let after = start;
  let isOver = false;
  do {
    const { entries, end } = await searchNames(store, letter, {
      q,
      partitions,
      scopes: withNames ? ['public', 'other'] : ['public'],
      most: 'all',
      after,
      limit: rowsAtOnce.name,
    });
    const candidates = entries.filter(({ position }) => position !== after);
    isOver = end === undefined;
    after = end ?? after;
    for (let at = 0; at < candidates.length && found.length <= limit; at += candidatesAtOnce) {
      const some = candidates.slice(at, at + candidatesAtOnce);
      const records = await Promise.all(some.map(({ id }) => readSignature(store, id)));
      for (const [place, { position }] of some.entries()) {
        const record = records[place];
        if (record?.letter === letter && fitting(record)) found.push({ record, position });
      }
    }
  } while (!isOver && found.length <= limit && performance.now() - began < timeLimit);
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1)?.position : isOver ? undefined : after;
  return {
    records: shown.map(({ record }) => record),
    next: end === undefined ? undefined : makeCursor(end, 'name'),
    lookedUntil: undefined,
  };
}
