/**
 * Everything in the table of one history, as told by its stream, so that a step is checked without reading the table.
 * At the end of the history the whole table is read and compared.
 */
import { isDeepStrictEqual } from 'node:util';
import type { NativeAttributeValue } from '@aws-sdk/lib-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { expect } from 'vitest';
import * as z from 'zod';
import { ScanCommand } from '../../../shared/platform/store/commands.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { storedSignature } from '../../../shared/signature/stored.ts';
import { type Partition, partitionsOf } from '../../fixtures/touched.ts';
import { nextSlug } from './run.ts';

const item = z.looseObject({ pk: z.string(), sk: z.string() });
export type Item = z.infer<typeof item>;

export interface Snapshot {
  readonly items: readonly Item[];
  /** Signatures by id, except the forgotten ones. */
  readonly records: ReadonlyMap<string, SignatureRecord>;
  /** Signatures under the letter that follows, by id. */
  readonly followers: ReadonlyMap<string, SignatureRecord>;
  /** The ids that those under the letter that follows have or had: mail to some arrives when they are gone. */
  readonly followerIds: ReadonlySet<string>;
  /** Remains of the forgotten ones, by id. */
  readonly tombstones: ReadonlyMap<string, Item>;
}

export type SnapshotReader = ReturnType<typeof openSnapshotReader>;

export function openSnapshotReader() {
  const items = new Map<string, Item>();
  const records = new Map<string, SignatureRecord>();
  const followers = new Map<string, SignatureRecord>();
  const followerIds = new Set<string>();
  const tombstones = new Map<string, Item>();
  /** Numbers of items and of changes so far, by partition. */
  const partitions = new Map<string, { items: number; changes: number }>();
  const partition = ({ index = '', key }: Partition) => {
    const name = `${index} ${key}`;
    const known = partitions.get(name) ?? { items: 0, changes: 0 };
    partitions.set(name, known);
    return known;
  };
  const countIn = (found: Item, more: number) => {
    for (const one of partitionsOf(found)) {
      const counted = partition(one);
      counted.items += more;
      counted.changes += 1;
    }
  };
  const hearOne = ({ dynamodb }: DynamoDBRecord) => {
    const { pk, sk } = item.parse(plainOf(dynamodb?.Keys));
    const key = `${pk} ${sk}`;
    const id = pk.slice(pk.indexOf('#') + 1);
    const was = items.get(key);
    if (was) countIn(was, -1);
    items.delete(key);
    // Records of actions on a signature are stored beside it.
    if (sk === 'SIGNATURE') {
      records.delete(id);
      followers.delete(id);
      tombstones.delete(id);
    }
    if (!dynamodb?.NewImage) return;
    const found = item.parse(plainOf(dynamodb.NewImage));
    items.set(key, found);
    countIn(found, 1);
    if (sk !== 'SIGNATURE') return;
    const isFollower = found['letter'] === nextSlug;
    if (isFollower) followerIds.add(id);
    if (found['forgottenAt'] === undefined) (isFollower ? followers : records).set(id, storedSignature.parse(found));
    else if (!isFollower) tombstones.set(id, found);
  };
  return {
    hear: (news: readonly DynamoDBRecord[]) => news.forEach(hearOne),
    find: (pk: string, sk: string) => items.get(`${pk} ${sk}`),
    /** @returns the number of its items, and of its changes so far */
    partition,
    look: (): Snapshot => ({
      items: [...items.values()],
      records: new Map(records),
      followers: new Map(followers),
      followerIds: new Set(followerIds),
      tombstones: new Map(tombstones),
    }),
    /** @throws when the table differs from what its stream said */
    async expectTrue(store: Store): Promise<void> {
      const table = new Map((await readAll(store)).map((found) => [`${found.pk} ${found.sk}`, found]));
      // Explained only when it differs.
      if (!isDeepStrictEqual(table, new Map(items)))
        expect(Object.fromEntries(table)).toEqual(Object.fromEntries(items));
    },
  };
}

async function readAll({ client, table: TableName }: Store): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }));
    items.push(...z.array(item).parse(page.Items));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

type Image = Readonly<Record<string, AttributeValue>>;

const plainOf = (image: Image = {}): Record<string, NativeAttributeValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));

function plain(value: AttributeValue): NativeAttributeValue {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L) return value.L.map(plain);
  if (value.M) return plainOf(value.M);
  if (value.SS) return new Set(value.SS);
  if (value.NULL) return null;
  throw new Error('the table holds something of a kind that it never held');
}
