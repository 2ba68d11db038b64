/** Everything in the table of one history. Only a test may look at all of it. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import type { Store } from '../../shared/store/store.ts';

const item = z.looseObject({ pk: z.string(), sk: z.string() });
export type Item = z.infer<typeof item>;

const claim = z.object({ sk: z.literal('CLAIM'), pk: z.string(), signature: z.string() });

export interface Snapshot {
  readonly items: readonly Item[];
  /** Signatures by their id, but for the forgotten ones. */
  readonly records: ReadonlyMap<string, SignatureRecord>;
  /** What is left of the forgotten ones, by their id. */
  readonly tombstones: ReadonlyMap<string, Item>;
  /** Who holds each claim. */
  readonly claims: readonly string[];
}

export async function readSnapshot({ client, table }: Store): Promise<Snapshot> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    items.push(...z.array(item).parse(page.Items));
    from = page.LastEvaluatedKey;
  } while (from);
  const signatures = items.filter(({ sk }) => sk === 'SIGNATURE');
  return {
    items: items.toSorted((one, other) => (one.pk + one.sk < other.pk + other.sk ? -1 : 1)),
    records: new Map(
      signatures
        .filter((found) => found['forgottenAt'] === undefined)
        .map((found) => signatureRecord.parse(found))
        .map((record) => [String(record.id), record]),
    ),
    tombstones: new Map(
      signatures
        .filter((found) => found['forgottenAt'] !== undefined)
        .map((found): [string, Item] => [String(found['id']), found]),
    ),
    claims: items.flatMap((found) => claim.safeParse(found).data?.signature ?? []),
  };
}
