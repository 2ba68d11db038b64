/** A list that is being imported: what is to be done with it, and how far that has come. */
import { createHash, randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { actor } from '../audit/audit.ts';
import { moment } from '../letter/letter.ts';
import { type LetterSlug, letterSlug } from '../letter/slug.ts';
import { importKey, importPartKey, importsPartition } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import { toBase32 } from '../token/base32.ts';
import type { Sheet } from './file.ts';
import { guessMapping, importMapping, importSettings } from './row.ts';

/**
 * - `mapping`: waits for somebody to say what the columns hold
 * - `checking` · `checked`: each line is looked at; waits for somebody to start
 * - `importing` · `done`
 * - `cancelled`: what was imported until then stays
 */
const jobState = z.enum(['mapping', 'checking', 'checked', 'importing', 'done', 'cancelled']);

/** What became of a line, or would. */
const outcome = z.enum(['good', 'faulty', 'twice', 'duplicate', 'imported', 'already']);
export type Outcome = z.infer<typeof outcome>;

export const importJob = z.object({
  sk: z.string(),
  letter: letterSlug,
  by: actor,
  at: moment,
  /** Of the bytes of the file: the same list is not imported twice in the same way. */
  fileHash: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  parts: z.int(),
  state: jobState,
  mapping: importMapping,
  settings: importSettings.optional(),
  /** The part that is next in this state. */
  next: z.int(),
  sums: z.partialRecord(outcome, z.int()),
  revision: z.int(),
});
export type ImportJob = z.infer<typeof importJob>;

export const lineOutcome = z.object({ outcome, why: z.string().optional() });
export type LineOutcome = z.infer<typeof lineOutcome>;

/** Some lines of the file, with what was found about each. */
const importPart = z.object({
  /** Number of the first line in the file, below the names of the columns. */
  first: z.int(),
  rows: z.array(z.array(z.string())),
  found: z.array(lineOutcome).default([]),
});
export type ImportPart = z.infer<typeof importPart>;

const keptFor = 30 * 24 * 3600;
/** An item of DynamoDB holds 400 kB. */
const mostBytes = 150_000;
const mostLines = 100;
const partsAtOnce = 10;

function partsOf({ rows }: Sheet): ImportPart[] {
  const parts: { first: number; rows: string[][]; found: LineOutcome[] }[] = [];
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const last = parts.at(-1);
    if (!last || last.rows.length >= mostLines || bytes + size > mostBytes) {
      parts.push({ first: index + 2, rows: [[...row]], found: [] });
      bytes = size;
    } else {
      last.rows.push([...row]);
      bytes += size;
    }
  }
  return parts;
}

/** Keeps the lines of a file, to be looked at. @returns the job, which waits for a mapping */
export async function beginImport(
  store: Store,
  sheet: Sheet,
  about: Pick<ImportJob, 'letter' | 'by'> & { bytes: Uint8Array; now: Date },
): Promise<ImportJob> {
  const id = toBase32(randomBytes(12));
  const parts = partsOf(sheet);
  const ttl = Math.ceil(about.now.getTime() / 1000) + keptFor;
  // One by one, not as a batch: the role of the console may put items, and a batch may also delete them.
  for (let start = 0; start < parts.length; start += partsAtOnce) {
    const some = parts.slice(start, start + partsAtOnce);
    await Promise.all(some.map((part, index) => putPart(store, id, start + index, part, ttl)));
  }
  const job: ImportJob = {
    sk: id,
    letter: about.letter,
    by: about.by,
    at: about.now.toISOString(),
    fileHash: createHash('sha256').update(about.bytes).digest('base64url'),
    columns: [...sheet.columns],
    rows: sheet.rows.length,
    parts: parts.length,
    state: 'mapping',
    mapping: guessMapping(sheet.columns),
    next: 0,
    sums: {},
    revision: 1,
  };
  await store.client.send(new PutCommand({ TableName: store.table, Item: { ...importKey(id), ...job, ttl } }));
  return job;
}

/** @returns the job, if it is one of that letter */
export async function readImport(store: Store, letter: LetterSlug, id: string): Promise<ImportJob | undefined> {
  if (!/^[0-9a-z]{1,40}$/.test(id)) return undefined;
  const item = await readItem(store, importKey(id));
  const job = item && importJob.parse(item);
  return job?.letter === letter ? job : undefined;
}

/** @returns every job of the last month, newest first. One Query: there are few */
export async function listImports(store: Store): Promise<ImportJob[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :imports',
      ExpressionAttributeValues: { ':imports': importsPartition },
      ConsistentRead: true,
    }),
  );
  return z
    .array(importJob)
    .parse(Items ?? [])
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

export async function readPart(store: Store, { sk }: ImportJob, number: number): Promise<ImportPart | undefined> {
  const item = await readItem(store, importPartKey(sk, number));
  return item && importPart.parse(item);
}

export async function writePart(store: Store, { sk, at }: ImportJob, number: number, part: ImportPart): Promise<void> {
  await putPart(store, sk, number, part, Math.ceil(Date.parse(at) / 1000) + keptFor);
}

async function putPart(store: Store, id: string, number: number, part: ImportPart, ttl: number): Promise<void> {
  const Item = { ...importPartKey(id, number), ...part, ttl };
  await store.client.send(new PutCommand({ TableName: store.table, Item }));
}

type Changes = Partial<Pick<ImportJob, 'state' | 'mapping' | 'settings' | 'next' | 'sums'>>;

/** @returns the job as it is now, or undefined when somebody else has changed it since it was read */
export async function changeImport(store: Store, job: ImportJob, changes: Changes): Promise<ImportJob | undefined> {
  const next = { ...job, ...changes, revision: job.revision + 1 };
  const names = [...Object.keys(changes), 'revision'] as (keyof ImportJob)[];
  try {
    await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: importKey(job.sk),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#revision = :read',
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, next[name]])),
          ':read': job.revision,
        },
      }),
    );
    return next;
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
}

/** Nothing of the lines is kept once they are dealt with, but which of them were not taken, and why. */
export async function clearRows(store: Store, job: ImportJob, number: number, part: ImportPart): Promise<void> {
  await writePart(store, job, number, { ...part, rows: part.rows.map(() => []) });
}
