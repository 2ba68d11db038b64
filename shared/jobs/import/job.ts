/** An import job: the settings of a list that is being imported, and its progress. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { actor, type auditPut } from '../../audit/audit.ts';
import { type LetterSlug, letterSlug, toBase32 } from '../../ids.ts';
import { changeOnce } from '../../platform/store/change.ts';
import { PutCommand } from '../../platform/store/commands.ts';
import { importKey, importsPartition } from '../../platform/store/keys.ts';
import { queryAll } from '../../platform/store/query.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import { transact } from '../../platform/store/transaction.ts';
import { isoTimestamp } from '../../time.ts';
import { importMapping } from './fields.ts';
import type { Sheet } from './file.ts';
import { guessMapping } from './headings.ts';
import { writeParts } from './parts.ts';
import { importSettings } from './row.ts';
import { outcome } from './sums.ts';
import { describeReading, forgetText, understood } from './understood.ts';
import { storeFile } from './uploaded.ts';

/**
 * - `mapping`: awaits a decision about the columns
 * - `checking` · `checked`: each line is checked; awaits the start
 * - `importing` · `done`
 * - `cancelled`: lines imported until then stay
 */
const jobState = z.enum(['mapping', 'checking', 'checked', 'importing', 'done', 'cancelled']);

const unknownCountry = z.object({
  key: z.string(),
  name: z.string(),
  lines: z.int(),
  options: z.array(z.string()),
});

export const importJob = z.object({
  sk: z.string(),
  letter: letterSlug,
  by: actor,
  at: isoTimestamp,
  /** Hash of the bytes of the file: the same list is not imported twice in the same way. */
  fileHash: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  parts: z.int(),
  state: jobState,
  mapping: importMapping,
  settings: importSettings.optional(),
  /** The next part to process in this state. */
  next: z.int(),
  sums: z.partialRecord(outcome, z.int()),
  revision: z.int(),
  /** Identifies the lines of the latest reading of the file; empty for the first. */
  reading: z.string().default(''),
  /** Number of pieces in which the file itself is stored, so that it can be read in another way. */
  filePieces: z.int().default(0),
  /** The way in which the file was read, and the choices for it. */
  understood: understood.optional(),
  /** Unknown country names in the lines checked so far. */
  unknownCountries: z.array(unknownCountry).default([]),
});
export type ImportJob = z.infer<typeof importJob>;

/** Retention in seconds: a job that is not finished by then is deleted. */
const keptFor = 30 * 24 * 3600;
export const expiryOf = ({ at }: Pick<ImportJob, 'at'>) => Math.ceil(Date.parse(at) / 1000) + keptFor;

/** Stores the file and its lines for review. Imports nobody. @returns the job, which awaits a mapping */
export async function beginImport(
  store: Store,
  sheet: Sheet,
  about: Pick<ImportJob, 'letter' | 'by'> & { bytes: Uint8Array; now: Date },
): Promise<ImportJob> {
  const at = about.now.toISOString();
  const place = { sk: toBase32(randomBytes(12)), reading: '', ttl: expiryOf({ at }) };
  const [parts, filePieces] = [await writeParts(store, place, sheet), await storeFile(store, place, about.bytes)];
  const job: ImportJob = {
    sk: place.sk,
    letter: about.letter,
    by: about.by,
    at,
    fileHash: createHash('sha256').update(about.bytes).digest('base64url'),
    state: 'mapping',
    revision: 1,
    reading: '',
    filePieces,
    ...readFrom(sheet, parts),
  };
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...importKey(job.sk), ...job, ttl: place.ttl } }),
  );
  return job;
}

/** @returns the job's data about its file before anybody makes a choice */
export function readFrom(sheet: Sheet, parts: number) {
  return {
    columns: [...sheet.columns],
    rows: sheet.rows.length,
    parts,
    mapping: guessMapping(sheet.columns, sheet.rows),
    next: 0,
    sums: {},
    unknownCountries: [],
    understood: describeReading(sheet),
  } satisfies Partial<ImportJob>;
}

/** @returns the job, if it belongs to that letter */
export async function readImport(store: Store, letter: LetterSlug, id: string): Promise<ImportJob | undefined> {
  if (!/^[0-9a-z]{1,40}$/.test(id)) return undefined;
  const item = await readItem(store, importKey(id));
  const job = item && importJob.parse(item);
  return job?.letter === letter ? job : undefined;
}

/** @returns every job of the last month, newest first: there are few */
export async function listImports(store: Store): Promise<ImportJob[]> {
  const jobs = await queryAll(store, table, importsPartition, { consistency: 'consistent' }, importJob);
  return jobs.toSorted((a, b) => b.at.localeCompare(a.at));
}

type Changes = Partial<Omit<ImportJob, 'sk' | 'letter' | 'by' | 'at' | 'fileHash' | 'revision'>>;

/**
 * @param line the line of the audit trail, written with the change
 * @returns the job as it is now, or undefined when it changed since it was read
 */
export async function changeImport(
  store: Store,
  job: ImportJob,
  changes: Changes,
  line?: ReturnType<typeof auditPut>,
): Promise<ImportJob | undefined> {
  const next = { ...job, ...changes, revision: job.revision + 1 };
  const names = [...Object.keys(changes), 'revision'] as (keyof ImportJob)[];
  const change = {
    Key: importKey(job.sk),
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    ConditionExpression: '#revision = :read',
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(names.map((name) => [`:${name}`, next[name]])),
      ':read': job.revision,
    },
  } as const;
  const isChanged = line
    ? (await transact(store, [{ Update: { TableName: store.table, ...change } }, line])).written
    : await changeOnce(store, change);
  return isChanged ? next : undefined;
}

/** @returns the changes that remove everything taken from lines, once the list is finished */
export function forgetLines({ understood: known, settings }: ImportJob): Changes {
  return {
    unknownCountries: [],
    ...(known ? { understood: forgetText(known) } : {}),
    ...(settings ? { settings: { ...settings, countries: {} } } : {}),
  };
}
