/** Builds the index of the words of names for a letter, all of it at once, when enough has changed. */
import { createHash, randomBytes } from 'node:crypto';
import { readCount } from '../../shared/count/count.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { coSignatoryKind } from '../../shared/letter/letter.ts';
import { changeOnce } from '../../shared/platform/store/change.ts';
import { DeleteCommand, PutCommand } from '../../shared/platform/store/commands.ts';
import { wordIndexKey, wordRowKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import {
  countedPartitions,
  listPartition,
  namePositionOf,
  notCountedPartition,
  reviewPartition,
  withdrawnPartition,
} from '../../shared/signature/lists/index-keys.ts';
import { readEntries } from '../../shared/signature/lists/list-index.ts';
import { nameIn } from '../../shared/signature/lists/search-names.ts';
import {
  entriesInRow,
  maxWord,
  pack,
  readWordIndex,
  type WordEntry,
  type WordIndexScope,
  type WordIndexState,
  wordIndexScope,
} from '../../shared/signature/lists/word-index.ts';
import { wordStarts } from '../../shared/text/name-words.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
/** A search reads the signatures since the last build; more than these would cost more than building. */
const manyNew = 300;
/** Letters with fewer names are built sooner after a change, because it costs less. */
const small = 2000;
/** Names of people who withdrew are gone from the index by then. */
const longest = 24 * hour;
/** Longer than a run, in milliseconds. */
const leaseTime = 6 * 60 * 1000;
const pageSize = 1000;

/** @returns 1 when the index was built */
export async function buildWordIndex(store: Store, letter: Letter, now: Date, hasTime: () => boolean): Promise<number> {
  if (letter.state === 'draft') return 0;
  const { slug } = letter;
  const count = await readCount(store, slug);
  const counted = count ? count.organisations + count.individuals : 0;
  const built = await readWordIndex(store, slug, 'public');
  if (!isDue(built, counted, now) || !hasTime()) return 0;
  if (!(await lease(store, slug, now))) return 0;
  for (const scope of wordIndexScope.options) {
    const entries = await entriesOf(store, slug, scope, hasTime);
    if (!entries) return 0; // the next run has more time
    await write(store, slug, scope, { entries, counted, now });
  }
  return 1;
}

function isDue(built: WordIndexState | undefined, counted: number, now: Date): boolean {
  if (!built) return counted > 0;
  const age = now.getTime() - Date.parse(built.asOf);
  const change = Math.abs(counted - built.counted);
  return age >= longest || change >= manyNew || (change > 0 && age >= (counted < small ? hour : 6 * hour));
}

/** Two builds at once would write over each other's rows. */
function lease(store: Store, slug: LetterSlug, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: wordIndexKey(slug, 'public'),
    UpdateExpression: 'SET leasedUntil = :until',
    ConditionExpression: 'attribute_not_exists(leasedUntil) OR leasedUntil < :now',
    ExpressionAttributeValues: { ':now': now.getTime(), ':until': now.getTime() + leaseTime },
  });
}

function partitionsOf(slug: LetterSlug, scope: WordIndexScope): string[] {
  const shown = coSignatoryKind.options.map((kind) => listPartition(slug, kind));
  if (scope === 'public') return shown;
  const withheld = countedPartitions(slug).map(({ partition }) => partition);
  const beside = [reviewPartition(slug), notCountedPartition(slug), withdrawnPartition(slug)];
  return [...withheld.filter((partition) => !shown.includes(partition)), ...beside];
}

/** @returns the words of all names, in order; undefined when time runs out */
async function entriesOf(
  store: Store,
  slug: LetterSlug,
  scope: WordIndexScope,
  hasTime: () => boolean,
): Promise<WordEntry[] | undefined> {
  const all: WordEntry[] = [];
  for (const partition of partitionsOf(slug, scope)) {
    let after: string | undefined = '';
    while (after !== undefined) {
      if (!hasTime()) return undefined;
      // The range includes the position where the page starts, so a name on the edge comes twice.
      const page = await readEntries(store, { partition, order: 'oldest', low: after, limit: pageSize });
      for (const entry of page.entries) {
        const name = nameIn(entry);
        if (entry.position === after || name === '') continue;
        const position = namePositionOf(name, entry.id);
        const starts = new Set(wordStarts(name).map((word) => word.slice(0, maxWord)));
        for (const word of starts) all.push([word, position, entry.id, partition]);
      }
      after = page.end;
    }
  }
  return all.sort(([a, one], [b, other]) => (a === b ? compare(one, other) : compare(a, b)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Built {
  readonly entries: readonly WordEntry[];
  readonly counted: number;
  readonly now: Date;
}

/** Writes rows only when a name changed. The rows of the build before are deleted when nothing has changed since. */
async function write(
  store: Store,
  slug: LetterSlug,
  scope: WordIndexScope,
  { entries, counted, now }: Built,
): Promise<void> {
  const before = await readWordIndex(store, slug, scope);
  const hash = createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
  // The lists lag behind the table by less than a second.
  const asOf = new Date(now.getTime() - minute).toISOString();
  if (before?.hash === hash) {
    const other = before.slot === 'a' ? 'b' : 'a';
    await deleteRows(store, slug, scope, other, { from: 0, to: before.stale });
    await putState(store, slug, scope, { ...before, asOf, counted, stale: 0 });
    return;
  }
  const slot = before?.slot === 'a' ? 'b' : 'a';
  const build = randomBytes(6).toString('base64url');
  const rows = Array.from({ length: Math.ceil(entries.length / entriesInRow) }, (_, number) =>
    entries.slice(number * entriesInRow, (number + 1) * entriesInRow),
  );
  for (const [number, some] of rows.entries()) {
    const Item = { ...wordRowKey(slug, scope, slot, number), build, words: pack(some) };
    await store.client.send(new PutCommand({ TableName: store.table, Item }));
  }
  await deleteRows(store, slug, scope, slot, { from: rows.length, to: before?.stale ?? 0 });
  const first = rows.map(([head]) => head?.[0] ?? '');
  await putState(store, slug, scope, { build, slot, first, asOf, counted, hash, stale: before?.first.length ?? 0 });
}

function putState(store: Store, slug: LetterSlug, scope: WordIndexScope, state: WordIndexState) {
  // Without the lease.
  return store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...wordIndexKey(slug, scope), ...state } }),
  );
}

async function deleteRows(
  store: Store,
  slug: LetterSlug,
  scope: WordIndexScope,
  slot: WordIndexState['slot'],
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (let number = from; number < to; number += 1) {
    await store.client.send(new DeleteCommand({ TableName: store.table, Key: wordRowKey(slug, scope, slot, number) }));
  }
}
