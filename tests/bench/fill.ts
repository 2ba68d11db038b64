/** Writes confirmed signatures straight into the table, with their count rows, as real confirmations would. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { makeSignatureId } from '../../shared/ids.ts';
import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { BatchWriteCommand } from '../../shared/platform/store/commands.ts';
import { countKey, signatureKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';

/** Limit of DynamoDB per call. */
const batchSize = 25;

/**
 * Every third is an individual. Signatures are a minute apart, so the newest is `count` minutes younger than the first.
 */
export async function fill(store: Store, letter: Letter, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, number) => confirmedRecord(letter, number));
  await writeAll(store, records.map(itemOf));
  await writeAll(store, countRows(records));
}

function confirmedRecord(letter: Letter, number: number): SignatureRecord {
  const at = new Date(Date.UTC(2026, 5, 1) + number * 60_000).toISOString();
  const isPerson = number % 3 === 0;
  const version = currentVersion(letter);
  return signatureRecord.parse({
    id: makeSignatureId(createHash('sha256').update(String(number)).digest()),
    letter: letter.slug,
    letterVersion: version.id,
    language: 'en',
    textSeen: version.texts['en'],
    kind: isPerson ? 'individual' : 'organisation',
    ...(isPerson ? {} : { organisationName: `Association of River Friends No. ${number}` }),
    ...(isPerson ? {} : { organisationWebsite: `https://river-friends-${number}.example/` }),
    country: ['KZ', 'FR', 'BR', 'IN', 'CA'][number % 5],
    signatoryName: `Maria Example the ${number}th`,
    signatoryRole: isPerson ? undefined : 'Director',
    email: `director@river-friends-${number}.example`,
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: !isPerson,
    wording: 'en-1',
    submittedAt: at,
    confirmedAt: at,
    confirmedBy: 'link',
    moderation: 'approved',
    verification: 'mailbox',
  });
}

function itemOf(record: SignatureRecord) {
  return { ...signatureKey(record.id), ...storedForm(record) };
}

function countRows(records: readonly SignatureRecord[]) {
  const byRow = Map.groupBy(records, ({ letter, id }) => countKey(letter, id).sk);
  const countOf = (rows: readonly SignatureRecord[], kind: string) => rows.filter((row) => row.kind === kind).length;
  return [...byRow.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ letter, id }) => ({
      ...countKey(letter, id),
      organisations: countOf(rows, 'organisation'),
      individuals: countOf(rows, 'individual'),
    })),
  );
}

const unprocessed = z.record(z.string(), z.array(z.unknown())).default({});

async function writeAll({ client, table }: Store, items: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }));
    if (Object.keys(unprocessed.parse(UnprocessedItems)).length > 0) throw new Error('DynamoDB did not take all items');
  }
}
