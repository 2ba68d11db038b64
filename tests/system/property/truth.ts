/** Invariants of a letter after any history, recomputed from every item in the table. */

import { expect } from 'vitest';
import * as z from 'zod';
import { canonicalMailbox } from '../../../shared/mailbox/address.ts';
import { ScanCommand } from '../../../shared/platform/store/commands.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { isCounted } from '../../../shared/signature/states.ts';
import { storedSignature } from '../../../shared/signature/stored.ts';
import type { World } from '../../fixtures/world.ts';

const item = z.looseObject({ sk: z.string() });
const claim = z
  .object({ pk: z.string(), sk: z.string(), signature: z.string() })
  .refine(({ pk, sk }) => sk === 'CLAIM' || pk.startsWith('HIDDEN#'));
const count = z.object({ organisations: z.number(), individuals: z.number(), total: z.number() });
const page = z.object({
  items: z.array(z.object({ kind: z.string(), signatory: z.object({ role: z.string() }) })),
  nextCursor: z.string().nullable(),
});

/**
 * Fields that may still change on a confirmed signature: its receipt is sent, its first mail is noted, its signer is
 * told of a duplicate.
 */
const ofTheMail = new Set([
  'notedAt',
  'dueNext',
  'revision',
  'due',
  'dueAt',
  'lookAt',
  'dueShard',
  'leasedUntil',
  'leaseOwner',
  'sweeps',
  'confirmTokens',
  'manageTokens',
]);

export interface Truth {
  readonly records: SignatureRecord[];
  readonly claims: z.infer<typeof claim>[];
  /** Each confirmed signature by id, as stored, without the fields that its receipt changes. */
  readonly confirmed: ReadonlyMap<string, Record<string, unknown>>;
}

/** Reads every item, which only a test may do. */
export async function readTruth({ store }: World): Promise<Truth> {
  const { Items, LastEvaluatedKey } = await store.client.send(
    new ScanCommand({ TableName: store.table, ConsistentRead: true }),
  );
  if (LastEvaluatedKey) throw new Error('the table has outgrown one page of a Scan: make histories shorter');
  const items = z.array(item).parse(Items);
  const signatures = items.filter(({ sk }) => sk === 'SIGNATURE');
  return {
    records: signatures.map((found) => storedSignature.parse(found)),
    claims: items.flatMap((found) => claim.safeParse(found).data ?? []),
    confirmed: new Map(
      signatures
        .filter(({ confirmedAt }) => confirmedAt !== undefined)
        .map((found) => [
          String(found['id']),
          Object.fromEntries(Object.entries(found).filter(([name]) => !ofTheMail.has(name))),
        ]),
    ),
  };
}

/** Confirmed signatures still exist unchanged. */
export function expectUnchanged(before: Truth, after: Truth): void {
  for (const [id, record] of before.confirmed) expect(after.confirmed.get(id)).toEqual(record);
}

/**
 * Count and claims agree with the signatures themselves.
 *
 * @param claimantOf who stands behind a signature, as the test knows and not as the code determined
 */
export async function expectConsistent(
  world: World,
  letter: string,
  { records, claims }: Truth,
  claimantOf: (record: SignatureRecord) => string,
): Promise<void> {
  const counted = records.filter(isCounted);
  const of = (kind: string) => counted.filter((record) => record.kind === kind).length;
  expect(count.parse(await world.json(`/v1/letters/${letter}/count`))).toEqual({
    organisations: of('organisation'),
    individuals: of('individual'),
    total: counted.length,
  });
  expect(claims.map(({ signature }) => signature).toSorted()).toEqual(counted.map(({ id }) => id).toSorted());
  // Each is shown once; a hidden one counts once per mailbox.
  const isHidden = ({ display }: SignatureRecord) => display === 'withheld';
  const shown = counted.filter((record) => !isHidden(record)).map(claimantOf);
  expect(new Set(shown).size).toBe(shown.length);
  const byMailbox = counted.map((record) => `${claimantOf(record)} ${canonicalMailbox(record.email)}`);
  expect(new Set(byMailbox).size).toBe(byMailbox.length);

  const holders = new Map(counted.map((record) => [record.id, claimantOf(record)]));
  for (const record of records) {
    if (record.duplicateOf) expect(holders.get(record.duplicateOf)).toBe(claimantOf(record));
  }
}

/** The public list, in both orders and page by page, contains those that are counted and not withheld. */
export async function expectListed(world: World, letter: string, { records }: Truth): Promise<void> {
  const shown = records
    .filter(isCounted)
    .flatMap(({ display, signatoryRole }) => (display === 'public' ? [signatoryRole] : []));
  for (const order of ['newest', 'name']) {
    expect((await readList(world, letter, order)).toSorted()).toEqual(shown.toSorted());
  }
}

/** @returns the role of everybody listed, page by page; the test gives each submission a role of its own */
async function readList(world: World, letter: string, order: string): Promise<string[]> {
  const roles: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { items, nextCursor } = page.parse(
      await world.json(`/v1/letters/${letter}/signatures?order=${order}&limit=4${after}`),
    );
    roles.push(...items.map(({ signatory }) => signatory.role));
    cursor = nextCursor;
  } while (cursor !== null);
  return roles;
}
