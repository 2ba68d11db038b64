/** Writes the items of a backup into a table, without bringing back people who were erased since. */
import * as z from 'zod';
import type { SignatureId } from '../../shared/ids.ts';
import { listsPartition, signatureIdIn } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { digestOf, nameOf, type StoredItem } from './item.ts';
import { batchWriter, scanItems } from './table.ts';

/** Digest of each item of a backup, by the item's name. */
export type Digests = ReadonlyMap<string, string>;

export async function digestsOf(items: AsyncIterable<StoredItem>): Promise<Digests> {
  const digests = new Map<string, string>();
  for await (const item of items) digests.set(nameOf(item), digestOf(item));
  return digests;
}

/**
 * Facts in the table that are newer than any backup and must not be undone: erasures, and mailboxes that want no mail.
 */
interface TableSurvey {
  readonly erased: ReadonlySet<string>;
  /** Rows of mailboxes to which nothing may be sent. */
  readonly suppressed: ReadonlyMap<string, StoredItem>;
  /** Rows that are not in the backup. */
  readonly extra: readonly StoredItem[];
  /** Number of signatures that are not in the backup, or differ from it. */
  readonly foreign: number;
  readonly hasLists: boolean;
}

/**
 * Examines the table before anything is written to it.
 *
 * @param forgotten ids of further erased signatures, from a ledger that was kept elsewhere
 */
export async function surveyTable(
  store: Store,
  digests: Digests,
  forgotten: readonly SignatureId[],
): Promise<TableSurvey> {
  const erased = new Set<string>(forgotten);
  const suppressed = new Map<string, StoredItem>();
  const extra: StoredItem[] = [];
  let foreign = 0;
  let hasLists = false;
  for await (const item of scanItems(store)) {
    const [family] = item.pk.S.split('#');
    const known = digests.get(nameOf(item));
    if (item.pk.S === 'ERASURES') erased.add(erasedId.parse(item).signature.S);
    else if (family === listsPartition) hasLists = true;
    else if (family === 'MAILBOX' && item['suppressed']) suppressed.set(nameOf(item), item);
    else if (known === undefined) extra.push({ pk: item.pk, sk: item.sk });
    if (family === 'SIGNATURE' && item['forgottenAt'] === undefined && known !== digestOf(item)) foreign += 1;
  }
  return { erased, suppressed, extra, foreign, hasLists };
}

const erasedId = z.object({ signature: z.object({ S: z.string() }) });

/**
 * Writes the items of the backup. Run again after an interruption, it writes the same items once more.
 *
 * @param remove whether rows that are not in the backup are deleted
 * @returns how many items are written, and how many were left out because they were erased since
 */
export async function restoreItems(
  store: Store,
  items: AsyncIterable<StoredItem>,
  survey: TableSurvey,
  remove: boolean,
): Promise<{ written: number; leftOut: number }> {
  const writer = batchWriter(store);
  let written = 0;
  let leftOut = 0;
  for await (const item of items) {
    const Item = restorable(item, survey);
    if (Item) await writer.add({ PutRequest: { Item } });
    if (Item) written += 1;
    else leftOut += 1;
  }
  if (remove) for (const { pk, sk } of survey.extra) await writer.add({ DeleteRequest: { Key: { pk, sk } } });
  await writer.end();
  return { written, leftOut };
}

/** Attributes from which the mailer sees that a mail is due. */
const dueAttributes = ['due', 'dueAt', 'dueNext', 'dueShard', 'lookAt', 'leasedUntil', 'leaseOwner', 'sweeps'];

/** @returns the item as it may be written; undefined where it must not come back */
function restorable(item: StoredItem, { erased, suppressed, hasLists }: TableSurvey): StoredItem | undefined {
  const [family = '', id = ''] = item.pk.S.split('#');
  if (family === listsPartition && hasLists) return undefined;
  if (family === 'MAILBOX') {
    const word = suppressed.get(nameOf(item))?.['suppressed'];
    return word ? { ...item, suppressed: word } : item;
  }
  if (family !== 'SIGNATURE' || !erased.has(id)) return item;
  if (item['confirmedAt'] === undefined) return undefined;
  // It is erased once everything is written. Until then, no mail may be sent for it.
  const kept = Object.entries(item).filter(([name]) => !dueAttributes.includes(name));
  return { pk: item.pk, sk: item.sk, ...Object.fromEntries(kept) };
}

/**
 * @returns the names of rows that are missing in the table or differ from the backup, except for the deliberate
 *   differences above
 */
export async function* differences(store: Store, digests: Digests, { erased, suppressed, hasLists }: TableSurvey) {
  const missing = new Set(digests.keys());
  for await (const item of scanItems(store)) {
    const name = nameOf(item);
    missing.delete(name);
    const known = digests.get(name);
    if (known === undefined || known === digestOf(item)) continue;
    if (suppressed.has(name) || isErased(name, erased) || (hasLists && name.startsWith(`${listsPartition} `))) continue;
    yield `${name} is not as in the backup`;
  }
  for (const name of missing)
    if (!isErased(name, erased) && !(hasLists && name.startsWith(`${listsPartition} `))) yield `${name} is missing`;
}

function isErased(name: string, erased: ReadonlySet<string>): boolean {
  const id = signatureIdIn(name.slice(0, name.indexOf(' ')));
  return id !== undefined && erased.has(id);
}
