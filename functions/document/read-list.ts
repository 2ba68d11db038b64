/**
 * Reads the list of a letter as it stands at one moment. Ids come from the index, which lags behind the table; each
 * signature is then read itself, and the numbers are compared with the exact count. So missing index entries are
 * noticed, and names that are no longer shown are left out.
 */
import * as z from 'zod';
import { readCountRows, sumOf } from '../../shared/count/count.ts';
import type { LetterSlug, SignatureId, UploadId } from '../../shared/ids.ts';
import type { CoSignatoryKind } from '../../shared/letter/letter.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { readItems } from '../../shared/platform/store/read.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { countedPartitions } from '../../shared/signature/lists/index-keys.ts';
import { readEntries } from '../../shared/signature/lists/list-index.ts';
import { type ListedSignature, publicRow, toListed } from '../../shared/signature/lists/public-list.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { isAdded, isCounted, isOnPaper, isShown } from '../../shared/signature/states.ts';
import { storedSignature } from '../../shared/signature/stored.ts';

/** A counted signature as it was read. */
export interface CountedName {
  readonly id: SignatureId;
  readonly kind: CoSignatoryKind;
  readonly revision: number;
  readonly shown: ShownName | undefined;
}

/** A signature that is shown by name. */
export interface ShownName {
  /** Its public fields, without the logo. */
  readonly listed: ListedSignature;
  readonly rank: number | undefined;
  /** The logo that the secretariat approved. */
  readonly logo: UploadId | undefined;
}

export interface ReadList {
  /** Nobody who confirmed later is on it. */
  readonly at: Date;
  readonly names: ReadonlyMap<SignatureId, CountedName>;
  readonly offline: number;
  /** - `exact`: the numbers equal the count
   *  - `more`: somebody was counted meanwhile; nobody is missing
   * - `fewer`: the index lags, or somebody withdrew meanwhile */
  readonly compared: 'exact' | 'more' | 'fewer';
}

/** Number of rows read from the index at once, and of signatures afterwards. */
const pageSize = 1000;

export async function readList(store: Store, letter: LetterSlug, now: () => Date): Promise<ReadList> {
  const at = now();
  const counted = sumOf(await readCountRows(store, letter));
  const names = new Map<SignatureId, CountedName>();
  for (const { partition } of countedPartitions(letter)) {
    for await (const ids of idsIn(store, partition)) {
      for (const name of await readNames(store, letter, ids, at)) names.set(name.id, name);
    }
  }
  const numberOf = (wanted: CoSignatoryKind) => [...names.values()].filter(({ kind }) => kind === wanted).length;
  const found = [numberOf('organisation') - counted.organisations, numberOf('individual') - counted.individuals];
  const compared = found.some((more) => more < 0) ? 'fewer' : found.every((more) => more === 0) ? 'exact' : 'more';
  return { at, names, offline: counted.offline, compared };
}

async function* idsIn(store: Store, partition: string): AsyncGenerator<SignatureId[]> {
  let after: string | undefined;
  do {
    const page = await readEntries(store, { partition, order: 'oldest', low: after, limit: pageSize });
    yield page.entries.map(({ id }) => id);
    after = page.end;
  } while (after !== undefined);
}

/** @returns the signatures of the letter that are counted and were confirmed by then, each read strongly consistent */
export async function readNames(
  store: Store,
  letter: LetterSlug,
  ids: readonly SignatureId[],
  at: Date,
): Promise<CountedName[]> {
  const rows = await readItems(
    store,
    ids.map((id) => signatureKey(id)),
    { consistent: true },
  );
  return rows.flatMap((row) => {
    if (row === undefined || erasedRow.safeParse(row).success) return [];
    const record = storedSignature.parse(row);
    const isIn = isCounted(record) && !isOnPaper(record) && record.letter === letter;
    return isIn && record.confirmedAt !== undefined && Date.parse(record.confirmedAt) <= at.getTime()
      ? [asName(record)]
      : [];
  });
}

const erasedRow = z.object({ forgottenAt: z.string() });

function asName(record: SignatureRecord): CountedName {
  const { id, kind, revision, featured, logo } = record;
  const shown = isShown(record)
    ? {
        listed: toListed(publicRow.parse({ ...record, logo: undefined, added: isAdded(record) || undefined })),
        rank: featured,
        logo: logo?.id,
      }
    : undefined;
  return { id, kind, revision, shown };
}
