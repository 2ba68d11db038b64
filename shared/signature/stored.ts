/**
 * The stored form of a signature. A confirmed one has all fields that a list may need in one map, `listed`. The indexes
 * hold only that map, so a new field in it changes no index (docs/decisions/025-list-indexes.md).
 */
import * as z from 'zod';
import { isObject } from '../platform/store/attribute-values.ts';
import { dueShardOf } from '../platform/store/keys.ts';
import { placeInLists } from './lists/place-in-lists.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';
import { isAdded } from './states.ts';

/** Public lists show only these (rule 8): `publicRow` in lists/public-list.ts picks them one by one. */
const publicFields = [
  'kind',
  'organisationName',
  'organisationWebsite',
  'country',
  'signatoryName',
  'signatoryRole',
  'letterVersion',
  'verification',
  'logo',
] as const;
/** Read by housekeeping for everybody in a list; no public list takes them from there. */
const housekeepingFields = ['language', 'partner', 'carryAsked', 'followAsked', 'followUp'] as const;

const listedFields: ReadonlySet<string> = new Set([...publicFields, ...housekeepingFields]);
/** The index by name is filtered by these, and holds no map yet. */
const alsoBeside: ReadonlySet<string> = new Set(['kind', 'country']);

/** Every attribute that decides in which lists a signature is, and with which fields. */
export const listAttributes: readonly string[] = [
  'listKey',
  'listedAt',
  'newestSort',
  'nameSort',
  'listed',
  ...listedFields,
];

type Attributes = Readonly<Record<string, unknown>>;

const defined = (fields: Attributes): Attributes =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** @returns all attributes of the row except its key */
export function storedForm(record: SignatureRecord): Attributes {
  const { earlierForm, ...fields } = record;
  const all = defined({
    ...fields,
    // Erased fields are left out.
    email: record.email || undefined,
    signatoryName: record.signatoryName || undefined,
    // Only for the list of signers who may be asked about a letter that follows.
    followUp: record.consents.followUp ? 'given' : undefined,
    dueShard: record.due && dueShardOf(record.id),
    ...placeInLists(record),
  });
  if (!record.confirmedAt || earlierForm) return all;
  const listed = Object.fromEntries(Object.entries(all).filter(([name]) => listedFields.has(name)));
  const beside = Object.entries(all).filter(([name]) => !listedFields.has(name) || alsoBeside.has(name));
  // Public lists mark those that the secretariat added.
  return { ...Object.fromEntries(beside), listed: isAdded(record) ? { ...listed, added: true } : listed };
}

/** @param row as stored, in this form or that of the previous release */
function fromStored(row: unknown): unknown {
  if (!isObject(row)) return row;
  const listed: unknown = Reflect.get(row, 'listed');
  if (isObject(listed)) return { ...row, ...listed };
  return Reflect.get(row, 'confirmedAt') === undefined ? row : { ...row, earlierForm: true };
}

/** The schema of a row in the table. */
export const storedSignature = z.preprocess(fromStored, signatureRecord);
