/**
 * Items in the format of DynamoDB's own export, one a line: `{"Item":{"pk":{"S":"…"}}}`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html
 */
import { createHash } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

const attributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.boolean() }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ L: z.array(attributeValue) }),
    z.strictObject({ M: z.record(z.string(), attributeValue) }),
  ]),
);
const key = z.object({ S: z.string() });

/** An item with typed attributes, and the two keys that every item has. */
export const storedItem = z.object({ pk: key, sk: key }).catchall(attributeValue);
export type StoredItem = z.infer<typeof storedItem>;

/** @returns a name for the key of an item in the table */
export const nameOf = ({ pk, sk }: StoredItem) => `${pk.S} ${sk.S}`;

/** @returns the item as the code reads it */
export function plainItem(item: StoredItem): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

function plain(value: AttributeValue): unknown {
  if (value.N !== undefined) return Number(value.N);
  if (value.NULL !== undefined) return null;
  if (value.SS !== undefined) return new Set(value.SS);
  if (value.L !== undefined) return value.L.map(plain);
  if (value.M !== undefined)
    return Object.fromEntries(Object.entries(value.M).map(([name, one]) => [name, plain(one)]));
  return value.S ?? value.BOOL;
}

/** @returns a hash of the item, independent of the order of its attributes; short, as many are kept at once */
export function digestOf(item: StoredItem): string {
  return createHash('sha256').update(canonical(item)).digest('base64url').slice(0, 22);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).map(([name, one]) =>
    // A set has no order.
    name === 'SS' && Array.isArray(one) ? ([name, one.toSorted()] as const) : ([name, one] as const),
  );
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join()}}`;
}
