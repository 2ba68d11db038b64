/** AWS's own rules and examples; units.ts names the pages. */
import { describe, expect, it } from 'vitest';
import { indexWriteUnits, itemSize, readUnits, tableWriteUnits, writeUnits } from './units.ts';

describe('item size', () => {
  it.each([
    ['a string: name and value in UTF-8', { Mañana: 'Яб' }, 7 + 4],
    ['a number: a byte per two significant digits, and one', { n: 12345 }, 1 + 3 + 1],
    ['a number: zeroes at the ends do not count', { n: 1200 }, 1 + 1 + 1],
    ['a number: nor do the point and zeroes before it', { n: 0.0012 }, 1 + 1 + 1],
    ['a number: its exponent does not count', { n: 1.5e30 }, 1 + 1 + 1],
    ['zero', { n: 0 }, 1 + 1],
    ['null', { gone: null }, 4 + 1],
    ['a boolean', { yes: true }, 3 + 1],
    ['binary: the raw bytes', { b: new Uint8Array(10) }, 1 + 10],
    ['an empty list: 3 bytes', { l: [] }, 1 + 3],
    ['an empty map: 3 bytes', { m: {} }, 1 + 3],
    ['a list: 1 more for each element', { l: ['ab', true] }, 1 + 3 + (1 + 2) + (1 + 1)],
    ['a map: names and values, 1 more for each', { m: { ab: 'cde', f: 7 } }, 1 + 3 + (1 + 2 + 3) + (1 + 1 + 2)],
    ['lists in maps', { m: { l: ['x'] } }, 1 + 3 + (1 + 1 + (3 + (1 + 1)))],
    ['what is undefined is not stored', { a: 'b', c: undefined }, 2],
  ])('%s', (_, item, bytes) => {
    expect(itemSize(item)).toBe(bytes);
  });

  it('refuses values that DynamoDB cannot store', () => {
    expect(() => itemSize({ f: () => 1 })).toThrow('function');
  });
});

/** An item of exactly that size. */
const item = (bytes: number, more: Readonly<Record<string, string>> = {}) => {
  const keys = { pk: 'p', sk: 's', ...more };
  return { ...keys, x: 'x'.repeat(bytes - itemSize(keys) - 1) };
};

describe('reads', () => {
  it('take 1 strong, ½ eventual or 2 transactional units per started 4 kB', () => {
    expect(readUnits(3500, 'strong')).toBe(1);
    expect(readUnits(10 * 1024, 'strong')).toBe(3);
    expect([readUnits(8192, 'strong'), readUnits(8192, 'eventual'), readUnits(8192, 'transactional')]).toEqual([
      2, 1, 4,
    ]);
    expect(readUnits(8193, 'strong')).toBe(3);
  });

  it('round the sum of the sizes once for a Query: 40.8 kB are 44 kB', () => {
    expect(readUnits(40.8 * 1024, 'strong')).toBe(11);
  });

  it('take the minimum when there is no item', () => {
    expect([readUnits(0, 'strong'), readUnits(0, 'eventual')]).toEqual([1, 0.5]);
  });
});

describe('writes', () => {
  it('take 1 unit per started kB', () => {
    expect([writeUnits(512), writeUnits(1024), writeUnits(1025), writeUnits(0)]).toEqual([1, 1, 2, 1]);
  });

  it('take the larger of the sizes before and after', () => {
    expect(tableWriteUnits({ before: undefined, after: item(1500) }, false)).toBe(2);
    expect(tableWriteUnits({ before: item(2500), after: item(100) }, false)).toBe(3);
    expect(tableWriteUnits({ before: item(2500), after: undefined }, false)).toBe(3);
  });

  it('take twice as much in a transaction: three items of 500 bytes take 6', () => {
    const each = tableWriteUnits({ before: undefined, after: item(500) }, true);
    expect(3 * each).toBe(6);
  });
});

describe('writes to an index', () => {
  const index = { name: 'i', partitionKey: 'a', sortKey: 'b', projects: ['shown'] };
  const inside = (change: Readonly<Record<string, string>> = {}) => item(200, { a: '1', b: '1', ...change });
  const units = (before: ReturnType<typeof item> | undefined, after: ReturnType<typeof item> | undefined) =>
    indexWriteUnits(index, { before, after });

  it('take 1 when an item enters, as a new item or with a new key', () => {
    expect(units(undefined, inside())).toBe(1);
    expect(units(item(200), inside())).toBe(1);
    expect(units(item(200, { a: '1' }), inside())).toBe(1);
  });

  it('take 1 when an item leaves', () => {
    expect(units(inside(), item(200))).toBe(1);
    expect(units(inside(), undefined)).toBe(1);
  });

  it('take 2 when a key changes', () => {
    expect(units(inside(), inside({ b: '2' }))).toBe(2);
  });

  it('take 1 when another projected attribute changes', () => {
    expect(units(inside(), inside({ shown: 'x' }))).toBe(1);
  });

  it('take nothing when the projected attributes stay the same, or the item was never in the index', () => {
    expect(units(inside(), item(300, { a: '1', b: '1' }))).toBe(0);
    expect(units(undefined, item(200))).toBe(0);
    expect(units(item(200), item(300, { b: '1' }))).toBe(0);
  });

  it('take more for entries above 1 kB, by the size of the entry and not of the item', () => {
    expect(units(undefined, inside({ shown: 'x'.repeat(100) }))).toBe(1);
    expect(units(undefined, item(5000, { a: '1', b: '1' }))).toBe(1);
    expect(units(undefined, item(2200, { a: '1', b: '1', shown: 'x'.repeat(1500) }))).toBe(2);
    const [before, after] = ['y', 'z'].map((b) => item(2200, { a: '1', b, shown: 'x'.repeat(1500) }));
    expect(units(before, after)).toBe(4);
  });
});
