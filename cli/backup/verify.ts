/** Recomputes from all signatures what else a table must contain, and reports the differences. */
import { countedAs, emptyTally, type Tally } from '../../shared/count/counted-as.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { countEntries } from '../../shared/signature/lists/list-index.ts';
import { frozenFaults } from './frozen.ts';
import { addItem, emptyInventory, type Inventory, type Listed } from './inventory.ts';
import { plainItem, type StoredItem } from './item.ts';
import { updateFaults } from './updates.ts';

/** Result of a verification: numbers, and one sentence for each fault, with ids but without names of people. */
export interface Verification {
  readonly letters: number;
  readonly signatures: number;
  readonly counted: number;
  readonly claims: number;
  readonly forgotten: number;
  readonly faults: readonly string[];
}

/** Reads every item once. The items are those of a table, or of a backup. */
export async function verifyItems(items: AsyncIterable<StoredItem>): Promise<Verification & { inventory: Inventory }> {
  const inventory = emptyInventory();
  for await (const item of items) addItem(inventory, plainItem(item));
  const { letters, signatures, claims, tombstones } = inventory;
  const faults = [
    ...inventory.faults,
    ...[...letters.values()].flatMap((letter) => letterFaults(inventory, letter)),
    ...signatureFaults(inventory),
    ...changeFaults(inventory),
    ...claimFaults(inventory),
    ...countFaults(inventory),
    ...erasureFaults(inventory),
    ...featuredFaults(inventory),
    ...linkFaults(inventory),
    ...frozenFaults(inventory.frozen, tombstones),
    ...updateFaults(inventory.updates, { letters, tombstones }),
  ];
  const counted = [...signatures.values()].filter((seen) => seen.counted.length > 0).length;
  return {
    letters: letters.size,
    signatures: signatures.size,
    counted,
    claims: claims.size,
    forgotten: tombstones.size,
    faults,
    inventory,
  };
}

function letterFaults({ rows }: Inventory, { slug, versions }: Letter): string[] {
  const wanted = [
    [`LETTERS ${slug}`, 'is missing from the list of letters'],
    [`COUNT#${slug} LETTER`, 'is missing beside its count'],
    ...versions.flatMap(({ texts }) =>
      Object.entries(texts).map(([language, hash]) => [
        `LETTER#${slug} TEXT#${language}#${hash}`,
        `lacks a text in ${language}`,
      ]),
    ),
  ];
  const lost = versions.flatMap(({ older = {} }) =>
    Object.entries(older).flatMap(([language, version]) =>
      versions.some(({ id, texts }) => id === version && texts[language])
        ? []
        : `letter ${slug} keeps a translation in ${language} of a version that has none`,
    ),
  );
  return [...lost, ...wanted.flatMap(([row = '', what]) => (rows.has(row) ? [] : `letter ${slug} ${what}`))];
}

function signatureFaults({ signatures, letters, undeliverable }: Inventory): string[] {
  const faults: string[] = [];
  for (const [id, seen] of signatures) {
    const letter = letters.get(seen.letter);
    if (!letter) faults.push(`signature ${id} belongs to the letter ${seen.letter}, which does not exist`);
    else if (!letter.versions.some((version) => version.id === seen.version)) {
      faults.push(`signature ${id} saw a version that its letter never had`);
    }
    if (seen.undeliverable !== undeliverable.has(id)) {
      faults.push(`signature ${id} and the list of undeliverable ones do not agree`);
    }
  }
  for (const id of undeliverable)
    if (!signatures.has(id)) faults.push(`signature ${id} is undeliverable but does not exist`);
  return faults;
}

function changeFaults({ signatures, changes }: Inventory): string[] {
  return [
    ...[...signatures].flatMap(([id, { change }]) =>
      change !== undefined && changes.get(change) !== id
        ? [`a change of signature ${id} is not before the secretariat`]
        : [],
    ),
    ...[...changes].flatMap(([row, id]) =>
      signatures.get(id)?.change === row ? [] : [`a change of signature ${id} awaits review, and nobody asked for it`],
    ),
  ];
}

function claimFaults({ signatures, claims }: Inventory): string[] {
  const faults: string[] = [];
  for (const [id, { claim }] of signatures) {
    if (claim !== undefined && claims.get(claim) !== id) faults.push(`signature ${id} does not hold its claim`);
  }
  for (const [claim, id] of claims) {
    if (signatures.get(id)?.claim !== claim)
      faults.push(`a claim is held by signature ${id}, which has no right to it`);
  }
  return faults;
}

function countFaults({ signatures, counts, letters }: Inventory): string[] {
  const recounted = new Map([...letters.keys()].map((slug) => [slug, { ...emptyTally }]));
  for (const { letter, counted } of signatures.values()) {
    const sum = recounted.get(letter);
    for (const as of counted) if (sum) sum[as] += 1;
  }
  return [...recounted].flatMap(([slug, sum]) => {
    const count = counts.get(slug) ?? emptyTally;
    if (countedAs.every((as) => count[as] === sum[as])) return [];
    return `letter ${slug} counts ${words(count)}, its signatures are ${words(sum)}`;
  });
}

function words({ organisations, individuals, offline, added }: Tally): string {
  const paper = offline === 0 ? '' : `, ${offline} on paper`;
  const byHand = added === 0 ? '' : `, ${added} added by the secretariat`;
  return `${organisations} organisations and ${individuals} individuals${paper}${byHand}`;
}

function erasureFaults({ erased, signatures, tombstones }: Inventory): string[] {
  return [
    ...[...erased].filter((id) => signatures.has(id)).map((id) => `signature ${id} was forgotten and is back`),
    ...[...tombstones].filter((id) => !erased.has(id)).map((id) => `forgotten signature ${id} is in no ledger`),
  ];
}

function featuredFaults({ featured, signatures }: Inventory): string[] {
  return [
    ...[...signatures].flatMap(([id, { letter, isFeatured: standsFirst }]) =>
      standsFirst === (featured.get(id) === letter)
        ? []
        : `signature ${id} does not match the list of pinned signatures`,
    ),
    ...[...featured.keys()]
      .filter((id) => !signatures.has(id))
      .map((id) => `signature ${id} is pinned but does not exist`),
  ];
}

function linkFaults({ rows, letters }: Inventory): string[] {
  return [...rows].flatMap((row) => {
    const [, slug = '', partner = ''] = /^LETTER#(\S+) PARTNERLINK#(\S+)$/.exec(row) ?? [];
    const isTheirs = letters.get(slug)?.partners.some(({ id }) => id === partner);
    return partner === '' || isTheirs ? [] : `a link shows figures of ${slug} to ${partner}, which is no partner of it`;
  });
}

/** Number of attempts to read the lists while the indexes lag behind the table, and milliseconds between them. */
const maxLooks = 10;
const betweenLooks = 2_000;

/** @returns how the two indexes of the lists, as readers see them, differ from the signatures */
export async function listFaults(
  store: Store,
  { listed }: Inventory,
  pause: (ms: number) => Promise<unknown>,
): Promise<string[]> {
  let faults: string[] = [];
  for (let look = 1; look <= maxLooks; look += 1) {
    const found = await Promise.all([...listed].map((one) => partitionFaults(store, one)));
    faults = found.flat();
    if (faults.length === 0) return [];
    if (look < maxLooks) await pause(betweenLooks);
  }
  return faults;
}

async function partitionFaults(store: Store, [partition, wanted]: [string, Listed]): Promise<string[]> {
  const found = {
    byTime: await countEntries(store, { partition, order: 'oldest' }),
    byName: await countEntries(store, { partition, order: 'name' }),
  };
  return (['byTime', 'byName'] as const).flatMap((order) =>
    found[order] === wanted[order]
      ? []
      : `${partition} shows ${found[order]} ${order === 'byTime' ? 'by time' : 'by name'}, ${wanted[order]} stand there`,
  );
}
