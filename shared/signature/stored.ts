/**
 * The form in which a signature is stored. Of a confirmed one, whatever a list may need stands in one map, `listed`: the
 * indexes hold that map alone, so a field added to it changes no index (docs/decisions/025-list-indexes.md).
 */
import * as z from 'zod';
import { dueShardOf } from '../platform/store/keys.ts';
import { placeInLists } from './lists/place-in-lists.ts';
import { type SignatureRecord, signatureRecord } from './record.ts';

/** Public lists show these and nothing else (DESIGN rule 8): `publicRow` in list.ts picks them one by one. */
const publicFields = [
  'kind',
  'organisationName',
  'organisationWebsite',
  'country',
  'signatoryName',
  'signatoryRole',
  'letterVersion',
  'verification',
] as const;
/** Housekeeping reads these of everybody in a list; no public list takes them from there. */
const housekeepingFields = ['language', 'partner', 'carryAsked'] as const;

const listedFields: ReadonlySet<string> = new Set([...publicFields, ...housekeepingFields]);
/** The index by name is filtered by these, and holds no map yet. */
const alsoBeside: ReadonlySet<string> = new Set(['kind', 'country']);

/** Every attribute that decides where a signature stands in lists and what they hold of it. */
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

/** @returns all attributes of the row but its key */
export function storedForm(record: SignatureRecord): Attributes {
  const { earlierForm, ...fields } = record;
  const all = defined({
    ...fields,
    // What was erased is not there any more.
    email: record.email || undefined,
    signatoryName: record.signatoryName || undefined,
    dueShard: record.due && dueShardOf(record.id),
    ...placeInLists(record),
  });
  if (!record.confirmedAt || earlierForm) return all;
  const listed = Object.fromEntries(Object.entries(all).filter(([name]) => listedFields.has(name)));
  const beside = Object.entries(all).filter(([name]) => !listedFields.has(name) || alsoBeside.has(name));
  return { ...Object.fromEntries(beside), listed };
}

/** @param row as it is stored, in this form or in that of the previous release */
function fromStored(row: unknown): unknown {
  const found = stored.safeParse(row).data;
  if (!found) return row;
  const { listed, ...beside } = found;
  if (listed) return { ...beside, ...listed };
  return found['confirmedAt'] === undefined ? found : { ...found, earlierForm: true };
}

const stored = z.looseObject({ listed: z.record(z.string(), z.unknown()).optional() });

/** The schema of a row in the table. */
export const storedSignature = z.preprocess(fromStored, signatureRecord);
