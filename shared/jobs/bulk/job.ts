/**
 * Bulk jobs: one action on many signatures. A job first gathers its exact set and stores it. Once somebody starts it,
 * it works through the set part by part, each part by the open page or by housekeeping, whichever comes first. It can
 * be stopped between two parts, and undone.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type AuditAction, actor, auditPut } from '../../audit/audit.ts';
import { type LetterSlug, letterSlug, signatureId, toBase32 } from '../../ids.ts';
import { QueryCommand } from '../../platform/store/commands.ts';
import { bulkKey, bulkPartition, bulkSetKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import { transact } from '../../platform/store/transaction.ts';
import { bulkModeration } from '../../signature/moderation/actions.ts';
import { fieldsVersion } from '../../signature/public-fields.ts';
import { isoTimestamp } from '../../time.ts';

export const bulkJobId = z
  .string()
  .regex(/^[0-9a-z]{9}[0-9a-hjkmnp-tv-z]{12}$/)
  .brand('BulkJobId');
export type BulkJobId = z.infer<typeof bulkJobId>;

/** Ids sort by time. */
export const makeBulkJobId = (now: Date): BulkJobId =>
  bulkJobId.parse(now.getTime().toString(36).padStart(9, '0') + toBase32(randomBytes(12)));

/** A signature of the set, and the version of its public fields when the set was gathered. */
export const seenSignature = z.object({ id: signatureId, fieldsVersion });
export type SeenSignature = z.infer<typeof seenSignature>;

/** Number of signatures in one part: a job can be stopped only between two parts. */
export const partSize = 25;
/** Retention of a job, in milliseconds: as long as its actions can be undone. */
const keptFor = 30 * 24 * 3600 * 1000;

const bulkState = z.enum(['gathering', 'ready', 'running', 'done', 'cancelled', 'rolling-back', 'rolled-back']);

export const bulkJob = z.object({
  id: bulkJobId,
  letter: letterSlug,
  by: actor,
  wanted: bulkModeration,
  /** The creator may not read withheld names, so these are neither searched nor were they seen. */
  withoutNames: z.literal(true).optional(),
  /** The filter that gathered the set; absent for ticked signatures. */
  filter: z.record(z.string(), z.string()).optional(),
  state: bulkState,
  /** Number of signatures in the set, and number of its parts. */
  number: z.int(),
  parts: z.int(),
  /** Where gathering continues. */
  cursor: z.string().optional(),
  /** Number of parts that are finished. */
  partsDone: z.int(),
  /** Signatures processed so far: changed, already in the wanted state, and refused. */
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** Signatures left undecided because their public fields changed after they were seen. */
  changedMeanwhile: z.int().default(0),
  /** Changed signatures that were undone, and those that were not because somebody changed them since. */
  undone: z.int(),
  kept: z.int(),
  madeAt: isoTimestamp,
  startedAt: isoTimestamp.optional(),
  endedAt: isoTimestamp.optional(),
  /** End of the lease of the process that works on it, in milliseconds since 1970. */
  leasedUntil: z.number().optional(),
  revision: z.int(),
});
export type BulkJob = z.infer<typeof bulkJob>;

/** Whether the job continues without a decision by anybody. */
export const isUnderWay = ({ state }: Pick<BulkJob, 'state'>): boolean =>
  state === 'gathering' || state === 'running' || state === 'rolling-back';

/** @returns a new job with an empty set */
export function newJob(
  { letter, by, wanted, filter, withoutNames }: Pick<BulkJob, 'letter' | 'by' | 'wanted' | 'filter' | 'withoutNames'>,
  now: Date,
): BulkJob {
  return {
    id: makeBulkJobId(now),
    letter,
    by,
    wanted,
    filter,
    withoutNames,
    state: filter ? 'gathering' : 'ready',
    number: 0,
    parts: 0,
    partsDone: 0,
    changed: 0,
    same: 0,
    refused: 0,
    changedMeanwhile: 0,
    undone: 0,
    kept: 0,
    madeAt: now.toISOString(),
    revision: 0,
  };
}

/**
 * Writes the job with new parts of its set, and with an audit entry when it results from a decision, unless the job
 * changed since it was read.
 *
 * @returns the job as it is now, or undefined when it changed since it was read
 */
export async function writeJob(
  store: Store,
  job: BulkJob,
  { set = [], did, by = job.by }: { set?: readonly SeenSignature[]; did?: AuditAction; by?: BulkJob['by'] } = {},
  now: Date,
): Promise<BulkJob | undefined> {
  const parts = Array.from({ length: Math.ceil(set.length / partSize) }, (_, part) =>
    set.slice(part * partSize, (part + 1) * partSize),
  );
  const next: BulkJob = {
    ...job,
    number: job.number + set.length,
    parts: job.parts + parts.length,
    revision: job.revision + 1,
  };
  const ttl = Math.ceil((Date.parse(job.madeAt) + keptFor) / 1000);
  const Put = {
    TableName: store.table,
    Item: { ...bulkKey(job.letter, job.id), ...next, ttl },
    ...(job.revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': job.revision } }),
  };
  const line = did && {
    by,
    did,
    scope: job.letter,
    bulk: job.id,
    before: { state: job.state },
    after: { state: next.state, do: next.wanted.do, number: next.number },
  };
  const { written } = await transact(store, [
    { Put },
    ...parts.map((some, index) => ({
      Put: { TableName: store.table, Item: { ...bulkSetKey(job.id, job.parts + index), set: some, ttl } },
    })),
    ...(line ? [auditPut(store, line, now)] : []),
  ]);
  return written ? next : undefined;
}

export async function readJob(store: Store, letter: LetterSlug, id: BulkJobId): Promise<BulkJob | undefined> {
  const item = await readItem(store, bulkKey(letter, id));
  return item && bulkJob.parse(item);
}

/** @returns the signatures of one part of the set */
export async function readPart(store: Store, id: BulkJobId, part: number): Promise<SeenSignature[]> {
  return setPart.parse((await readItem(store, bulkSetKey(id, part))) ?? {});
}

/**
 * Version of signatures in sets gathered before versions were noted. It matches nothing, so a job that decides about
 * them has to be created again.
 */
const unknownVersion = '0'.repeat(32);
const setPart = z
  .object({ set: z.array(seenSignature).optional(), ids: z.array(signatureId).default([]) })
  .transform(({ set, ids }): SeenSignature[] => set ?? ids.map((id) => ({ id, fieldsVersion: unknownVersion })));

/** @returns the jobs of one letter or of all, newest first, at most 100. One Query */
export async function listJobs(store: Store, letter?: LetterSlug): Promise<BulkJob[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: letter ? 'pk = :jobs AND begins_with(sk, :letter)' : 'pk = :jobs',
      ExpressionAttributeValues: { ':jobs': bulkPartition, ...(letter ? { ':letter': `${letter}#` } : {}) },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: letter ? 100 : 1000,
    }),
  );
  return z.array(bulkJob).parse(Items ?? []);
}
