/** Stores the lines of a list in the table, several per row. */

import * as z from 'zod';
import { PutCommand } from '../../platform/store/commands.ts';
import { importPartKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import type { Sheet } from './file.ts';
import { lineOutcome } from './sums.ts';

/** Some lines of the file, with the outcome of each. */
const importPart = z.object({
  /** Spreadsheet number of the first line. */
  first: z.int(),
  /** Spreadsheet number of each line; absent in lists of earlier releases, which have no gaps. */
  numbers: z.array(z.int()).optional(),
  rows: z.array(z.array(z.string())),
  found: z.array(lineOutcome).default([]),
});
export type ImportPart = z.infer<typeof importPart>;

/** Identifies the lines of one list by one reading of its file, and says when they expire. */
export interface PartsPlace {
  readonly sk: string;
  readonly reading: string;
  /** In seconds since 1970. */
  readonly ttl: number;
}

/** Maximum size of a part. A DynamoDB item holds 400 kB. */
const maxBytes = 150_000;
const maxLines = 100;
const partsAtOnce = 10;

/** @returns the number that the spreadsheet shows for a line of the part */
export function lineNumber({ first, numbers }: Pick<ImportPart, 'first' | 'numbers'>, index: number): number {
  return numbers?.[index] ?? first + index;
}

function partsOf({ rows, numbers }: Pick<Sheet, 'rows' | 'numbers'>): ImportPart[] {
  const parts: { first: number; numbers: number[]; rows: string[][]; found: [] }[] = [];
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const number = numbers[index] ?? 0;
    const size = Buffer.byteLength(JSON.stringify(row));
    const last = parts.at(-1);
    if (!last || last.rows.length >= maxLines || bytes + size > maxBytes) {
      parts.push({ first: number, numbers: [number], rows: [[...row]], found: [] });
      bytes = size;
    } else {
      last.rows.push([...row]);
      last.numbers.push(number);
      bytes += size;
    }
  }
  return parts;
}

/** @returns the number of parts in which the lines are now stored */
export async function writeParts(store: Store, place: PartsPlace, sheet: Sheet): Promise<number> {
  const parts = partsOf(sheet);
  // Single puts instead of a batch: the role of the console may put items, and a batch may also delete them.
  for (let start = 0; start < parts.length; start += partsAtOnce) {
    const some = parts.slice(start, start + partsAtOnce);
    await Promise.all(some.map((part, index) => writePart(store, place, start + index, part)));
  }
  return parts.length;
}

export async function readPart(
  store: Store,
  { sk, reading }: Omit<PartsPlace, 'ttl'>,
  number: number,
): Promise<ImportPart | undefined> {
  const item = await readItem(store, importPartKey(sk, reading, number));
  return item && importPart.parse(item);
}

export async function writePart(
  store: Store,
  { sk, reading, ttl }: PartsPlace,
  number: number,
  part: ImportPart,
): Promise<void> {
  const Item = { ...importPartKey(sk, reading, number), ...part, ttl };
  await store.client.send(new PutCommand({ TableName: store.table, Item }));
}

/** Deletes the lines of a finished part, and keeps which ones were not imported, and why. */
export async function clearRows(store: Store, place: PartsPlace, number: number, part: ImportPart): Promise<void> {
  await writePart(store, place, number, { ...part, rows: part.rows.map(() => []) });
}

/** Clears all lines of one reading of the file. */
export async function clearParts(store: Store, place: PartsPlace, parts: number): Promise<void> {
  for (let number = 0; number < parts; number += 1) {
    const part = await readPart(store, place, number);
    if (part) await clearRows(store, place, number, part);
  }
}
