/** Pages of a partition: nothing is skipped or read twice, wherever DynamoDB ends a page. */
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PutCommand, QueryCommand } from '../../shared/platform/store/commands.ts';
import { type QueryRange, queryAll, queryCount, queryPage, queryPages } from '../../shared/platform/store/query.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { table } from '../../shared/platform/store/table.ts';
import { freshStore } from '../fixtures/store.ts';

const row = z.object({ sk: z.string(), n: z.number() });
const firstTwo = { expression: '#n < :two', names: { '#n': 'n' }, values: { ':two': 2 } };
const lastOne = { expression: '#n = :six', names: { '#n': 'n' }, values: { ':six': 6 } };

let real: Store;
let store: Store;
let calls: InstanceType<typeof QueryCommand>['input'][];

beforeAll(async () => {
  real = await freshStore();
  const put = (pk: string, n: number) =>
    real.client.send(
      new PutCommand({
        TableName: real.table,
        Item: { pk, sk: `S#${n}`, n, listKey: 'LIST', listedAt: `T#${n}#${pk}`, listed: { n } },
      }),
    );
  for (let n = 0; n < 7; n += 1) await put('P', n);
  await put('OTHER', 9);
});

beforeEach(() => {
  calls = [];
  const send = real.client.send.bind(real.client);
  const client = Object.create(real.client, {
    send: {
      value: (command: Parameters<typeof send>[0]) => {
        if (command instanceof QueryCommand) calls.push(command.input);
        return send(command);
      },
    },
  });
  store = { ...real, client };
});

const numbers = async (range: QueryRange) => (await queryAll(store, table, 'P', range, row)).map(({ n }) => n);

describe('a page', () => {
  it('holds at most as many rows as asked for, and says where the next one starts', async () => {
    const first = await queryPage(store, table, 'P', { limit: 3 }, row);
    expect(first).toEqual({
      rows: [0, 1, 2].map((n) => ({ sk: `S#${n}`, n })),
      next: { pk: 'P', sk: 'S#2' },
    });
    const second = await queryPage(store, table, 'P', { limit: 3, start: first.next }, row);
    expect(second.rows.map(({ n }) => n)).toEqual([3, 4, 5]);
    const third = await queryPage(store, table, 'P', { limit: 3, start: second.next }, row);
    expect(third).toEqual({ rows: [{ sk: 'S#6', n: 6 }], next: undefined });
  });

  it('may be empty although more follow: DynamoDB filters after reading', async () => {
    const page = await queryPage(store, table, 'P', { limit: 2, filter: lastOne }, row);
    expect(page).toEqual({ rows: [], next: { pk: 'P', sk: 'S#1' } });
  });

  it('that ends exactly at the last row may be followed by an empty one', async () => {
    const page = await queryPage(store, table, 'P', { limit: 7 }, row);
    expect(page.next).toEqual({ pk: 'P', sk: 'S#6' });
    expect(await queryPage(store, table, 'P', { limit: 7, start: page.next }, row)).toEqual({
      rows: [],
      next: undefined,
    });
  });

  it('refuses rows that do not fit', async () => {
    await expect(queryPage(store, table, 'P', {}, z.object({ absent: z.string() }))).rejects.toThrow(z.ZodError);
  });

  it('of an index continues by the keys of the index', async () => {
    const { listedByTime } = table.indexes;
    const page = await queryPage(store, listedByTime, 'LIST', { limit: 2, descending: true }, z.looseObject({}));
    expect(page.next).toEqual({ pk: 'P', sk: 'S#6', listKey: 'LIST', listedAt: 'T#6#P' });
    expect(await queryCount(store, listedByTime, 'LIST', { limit: 3 })).toBe(8);
  });
});

describe('all pages', () => {
  it.each<[string, QueryRange, number[]]>([
    ['of the partition', {}, [0, 1, 2, 3, 4, 5, 6]],
    ['from the end', { descending: true }, [6, 5, 4, 3, 2, 1, 0]],
    ['after a key', { keys: { after: 'S#3' } }, [4, 5, 6]],
    ['before a key', { keys: { before: 'S#3' }, descending: true }, [2, 1, 0]],
    ['up to a key', { keys: { upTo: 'S#3' } }, [0, 1, 2, 3]],
    ['between two keys', { keys: { between: ['S#2', 'S#4'] } }, [2, 3, 4]],
    ['with a prefix', { keys: { prefix: 'S#5' } }, [5]],
    ['from a start', { start: { pk: 'P', sk: 'S#4' } }, [5, 6]],
    ['of a filter', { filter: firstTwo }, [0, 1]],
    ['of a filter that only the last row fits', { filter: lastOne }, [6]],
    ['of an empty range', { keys: { prefix: 'X' } }, []],
  ])('%s are the same at any limit', async (_, range, expected) => {
    for (const limit of [1, 2, 3, 7, 100])
      expect(await numbers({ ...range, limit }), `limit ${limit}`).toEqual(expected);
    expect(await numbers(range)).toEqual(expected);
    expect(await queryCount(store, table, 'P', { ...range, limit: 2 })).toBe(expected.length);
  });

  it('takes one call per page, and none before it is asked for', async () => {
    const pages = queryPages(store, table, 'P', { limit: 4 }, row);
    expect(calls).toHaveLength(0);
    expect((await pages.next()).value).toHaveLength(4);
    expect(calls).toHaveLength(1);
    expect((await pages.next()).value).toHaveLength(3);
    expect((await pages.next()).done).toBe(true);
    expect(calls).toHaveLength(2);
  });
});

describe('counting', () => {
  it('stops once enough were counted', async () => {
    expect(await queryCount(store, table, 'P', { limit: 2 }, 3)).toBe(4);
    expect(calls).toHaveLength(2);
    expect(calls.every(({ Select }) => Select === 'COUNT')).toBe(true);
  });
});

describe('consistency', () => {
  it.each([
    ['eventual unless asked for', {}, undefined],
    ['strong when asked for', { consistency: 'consistent' }, true],
  ] as const)('is %s', async (_, range, consistent) => {
    await numbers(range);
    expect(calls.map(({ ConsistentRead }) => ConsistentRead)).toEqual([consistent]);
  });
});

describe('code that continues a read by hand', () => {
  it('only reads the whole table, for a backup or an upgrade', () => {
    const files = globSync('{cli,functions,shared,infra}/**/*.{ts,tsx}').filter(
      (file) => !file.includes('node_modules'),
    );
    // These two describe the calls themselves.
    const calling = new Set(['shared/platform/store/call.ts', 'shared/platform/store/commands.ts']);
    const byHand = files.filter(
      (file) => !calling.has(file) && /LastEvaluatedKey|ExclusiveStartKey/.test(readFileSync(file, 'utf8')),
    );
    expect(byHand.toSorted()).toEqual([
      'cli/backup/table.ts',
      'shared/platform/store/query.ts',
      'shared/upgrade/upgrade.ts',
    ]);
  });
});
