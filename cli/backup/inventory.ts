/** Collects the contents of a table, item by item: everything that a verification compares. */
import * as z from 'zod';
import { countRow, sumOf } from '../../shared/count/count.ts';
import type { CountedAs, Tally } from '../../shared/count/counted-as.ts';
import { signatureId } from '../../shared/ids.ts';
import { type Letter, letter } from '../../shared/letter/letter.ts';
import { dueShardOf, lettersPartition } from '../../shared/platform/store/keys.ts';
import { claimPlaceOf } from '../../shared/signature/claims/claim-key.ts';
import { isFeatured } from '../../shared/signature/lists/featured.ts';
import { placeInLists } from '../../shared/signature/lists/place-in-lists.ts';
import { changeRowOf } from '../../shared/signature/moderation/changes-in-review.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { figuresWith, holdsClaim } from '../../shared/signature/states.ts';
import { storedSignature } from '../../shared/signature/stored.ts';
import { emptyFrozenLists, type FrozenLists, noteFrozen } from './frozen.ts';
import { emptyUpdateRows, noteUpdateRow, type UpdateRows } from './updates.ts';

type Item = Readonly<Record<string, unknown>>;

/** The facts about a signature that are kept while the others are read. */
export interface SignatureSummary {
  readonly letter: string;
  readonly version: string;
  readonly counted: readonly CountedAs[];
  /** Key of the claim that it must hold. */
  readonly claim: string | undefined;
  readonly undeliverable: boolean;
  /** Sort key of the row that shows its change request to the secretariat. */
  readonly change: string | undefined;
  readonly isFeatured: boolean;
}

/** Number of entries in a partition of the lists, by time and by name. */
export interface Listed {
  byTime: number;
  byName: number;
}

export interface Inventory {
  readonly letters: Map<string, Letter>;
  readonly signatures: Map<string, SignatureSummary>;
  readonly tombstones: Set<string>;
  readonly erased: Set<string>;
  readonly claims: Map<string, string>;
  readonly counts: Map<string, Tally>;
  readonly undeliverable: Set<string>;
  /** Signature ids by the sort keys of the rows of change requests. */
  readonly changes: Map<string, string>;
  readonly listed: Map<string, Listed>;
  /** Ids of pinned signatures, with the slug of the letter that pins them. */
  readonly featured: Map<string, string>;
  /** Names of all other rows of letters. */
  readonly rows: Set<string>;
  readonly frozen: FrozenLists;
  readonly updates: UpdateRows;
  /** Faults in single items. */
  readonly faults: string[];
}

export function emptyInventory(): Inventory {
  const [letters, signatures, claims, counts] = [new Map(), new Map(), new Map(), new Map()];
  const [listed, featured, changes] = [new Map(), new Map(), new Map()];
  const [tombstones, erased, undeliverable, rows] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  return {
    letters,
    signatures,
    tombstones,
    erased,
    claims,
    counts,
    undeliverable,
    changes,
    listed,
    featured,
    rows,
    frozen: emptyFrozenLists(),
    updates: emptyUpdateRows(),
    faults: [],
  };
}

const text = z.string();
const named = z.object({ signature: signatureId });

/** Records one item. */
export function addItem(inventory: Inventory, item: Item): void {
  const [pk, sk] = [text.parse(item['pk']), text.parse(item['sk'])];
  const [family = '', name = ''] = pk.split('#');
  // The same partition also holds the decisions that can be undone.
  if (family === 'SIGNATURE' && sk === 'SIGNATURE') noteSignature(inventory, name, item);
  const isClaim = family === 'HIDDEN' || (family === 'CLAIM' && item['signature'] !== undefined);
  if (isClaim) inventory.claims.set(`${pk} ${sk}`, read(inventory, pk, named, item)?.signature ?? '');
  inventory.faults.push(...noteFrozen(inventory.frozen, item), ...noteUpdateRow(inventory.updates, item));
  if (family === 'COUNT') noteCount(inventory, name, item);
  if (family === 'ERASURES') inventory.erased.add(read(inventory, `${pk} ${sk}`, named, item)?.signature ?? '');
  if (family === 'UNDELIVERABLE') inventory.undeliverable.add(sk);
  if (family === 'CHANGES') inventory.changes.set(sk, read(inventory, `${pk} ${sk}`, named, item)?.signature ?? '');
  if (family === 'LETTER' || family === lettersPartition) inventory.rows.add(`${pk} ${sk}`);
  if (family === 'LETTER' && sk === 'FEATURED') {
    for (const id of Object.keys(item)) if (signatureId.safeParse(id).success) inventory.featured.set(id, name);
  }
  if (family === 'LETTER' && sk === 'LETTER') {
    const found = read(inventory, pk, letter, item);
    if (found) inventory.letters.set(name, found);
  }
}

function read<T>({ faults }: Inventory, name: string, schema: z.ZodType<T>, item: Item): T | undefined {
  const parsed = schema.safeParse(item);
  if (!parsed.success)
    faults.push(`${name} cannot be read: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  return parsed.data;
}

function noteCount(inventory: Inventory, slug: string, item: Item): void {
  const row = countRow.parse(item);
  if (row.state !== undefined) inventory.rows.add(`COUNT#${slug} LETTER`);
  inventory.counts.set(slug, sumOf([row, ...[inventory.counts.get(slug) ?? []].flat()]));
}

function noteSignature(inventory: Inventory, id: string, item: Item): void {
  if (item['forgottenAt'] !== undefined) {
    inventory.tombstones.add(id);
    return;
  }
  const record = read(inventory, `signature ${id}`, storedSignature, item);
  if (!record) return;
  const { letter: slug, letterVersion: version, claimant, deliverability, withdrawnAt } = record;
  const place = claimPlaceOf(record);
  inventory.signatures.set(id, {
    letter: slug,
    version,
    counted: figuresWith(record),
    claim: place && `${place.key.pk} ${place.key.sk}`,
    undeliverable: deliverability !== undefined && withdrawnAt === undefined && record.confirmedAt !== undefined,
    change: changeRowOf(record),
    isFeatured: isFeatured(record),
  });
  if (holdsClaim(record) && claimant === undefined) inventory.faults.push(`signature ${id} has no claimant`);
  notePlaces(inventory, record, item);
}

function notePlaces({ faults, listed }: Inventory, record: SignatureRecord, item: Item): void {
  const { id, due, lookAt } = record;
  const places = placeInLists(record);
  for (const name of ['listKey', 'listedAt', 'newestSort', 'nameSort'] as const) {
    if (item[name] !== places[name])
      faults.push(`signature ${id} does not stand where it belongs in the list (${name})`);
  }
  if (item['dueShard'] !== (due && dueShardOf(id)) || (due && lookAt === undefined)) {
    faults.push(`signature ${id} does not stand where it belongs among what is due`);
  }
  const { listKey, nameSort } = places;
  if (listKey === undefined) return;
  const sums = listed.get(listKey) ?? { byTime: 0, byName: 0 };
  listed.set(listKey, { byTime: sums.byTime + 1, byName: sums.byName + (nameSort === undefined ? 0 : 1) });
}
