/** Reads the signatures of a letter by group and page; never more than a page is in memory. */
import type { LetterSlug } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { countPartition, readCounted } from '../../../shared/signature/lists/counted-index.ts';
import { placeInLists } from '../../../shared/signature/lists/place-in-lists.ts';
import { asSeen, type SeenRecord, type ViewerRights } from '../../../shared/signature/seen-record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { type ExportGroup, type ExportRequest, exportGroup, partitionsOf } from './request.ts';

/** The closing line of a file: the numbers of included and omitted signatures. */
export interface ExportEnd {
  readonly rows: number;
  /** Number of signatures in each group that was not requested. */
  readonly leftOut: Readonly<Partial<Record<ExportGroup, number>>>;
  /** Number of rows that leave out a known mailbox. */
  readonly withoutMailbox: number;
  /** Number of signatures that changed group, or were withdrawn, while the file was written: they may be missing. */
  readonly moved: number;
}

/** One Query of the index, then the current records with two calls of a hundred. */
const pageSize = 200;

/**
 * Each page holds the signatures as they are at that moment. Signatures in no index are in no export: unconfirmed or
 * withdrawn.
 *
 * @throws what DynamoDB throws when it stays unavailable: the file then has no last line
 */
export async function* readExport(
  store: Store,
  letter: LetterSlug,
  { groups, mailboxes, withNames }: Pick<ExportRequest, 'groups' | 'mailboxes'> & ViewerRights,
): AsyncGenerator<readonly SeenRecord[], ExportEnd> {
  let [rows, withoutMailbox, moved] = [0, 0, 0];
  for (const partition of groups.flatMap((group) => partitionsOf(letter, group))) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof readCounted>> = await readCounted(store, partition, {
        after,
        limit: pageSize,
      });
      const found = await Promise.all(page.rows.map(({ id }) => readSignature(store, id)));
      const current = found.flatMap((record) => (record && placeInLists(record).listKey === partition ? [record] : []));
      rows += current.length;
      moved += found.length - current.length;
      if (!mailboxes) withoutMailbox += current.filter(({ email }) => email !== '').length;
      yield current.map((record) => asSeen(record, { withNames }));
      after = page.next;
    }
  }
  const leftOut = await countLeftOut(store, letter, groups);
  return { rows, leftOut, withoutMailbox, moved };
}

async function countLeftOut(store: Store, letter: LetterSlug, groups: readonly ExportGroup[]) {
  const others = exportGroup.options.filter((group) => !groups.includes(group));
  const counts = await Promise.all(others.map((group) => countGroup(store, letter, group)));
  return Object.fromEntries(others.map((group, index) => [group, counts[index] ?? 0]));
}

/** @returns the number of signatures in the group, by the index */
async function countGroup(store: Store, letter: LetterSlug, group: ExportGroup): Promise<number> {
  const counts = await Promise.all(partitionsOf(letter, group).map((partition) => countPartition(store, partition)));
  return counts.reduce((sum, count) => sum + count, 0);
}
