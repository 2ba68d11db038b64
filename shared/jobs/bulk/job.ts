/**
 * Doing the same to many signatures. A job first gathers the exact set, which is kept; then somebody says so, and it goes
 * through the set part by part, each part by whoever comes first: the open page, or housekeeping. It can be stopped
 * between two parts, and taken back.
 */
import { randomBytes } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AuditAction, actor, auditPut } from '../../audit/audit.ts';
import { type LetterSlug, letterSlug, signatureId, toBase32 } from '../../ids.ts';
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

/** A signature of the set, and which version of its public fields was seen when the set was gathered. */
export const seenSignature = z.object({ id: signatureId, fieldsVersion });
export type SeenSignature = z.infer<typeof seenSignature>;

/** How many signatures one part holds: what is done between two looks at whether it shall go on. */
export const partSize = 25;
/** How long a job is kept, in milliseconds: as long as its acts can be taken back. */
const keptFor = 30 * 24 * 3600 * 1000;

const bulkState = z.enum(['gathering', 'ready', 'running', 'done', 'cancelled', 'rolling-back', 'rolled-back']);

export const bulkJob = z.object({
  id: bulkJobId,
  letter: letterSlug,
  by: actor,
  wanted: bulkModeration,
  /** Whoever made it may not read withheld names: neither are they searched, nor has anybody seen them. */
  withoutNames: z.literal(true).optional(),
  /** What the set was gathered by; none for what was ticked. */
  filter: z.record(z.string(), z.string()).optional(),
  state: bulkState,
  /** How many the set holds, and in how many parts. */
  number: z.int(),
  parts: z.int(),
  /** Where gathering goes on. */
  cursor: z.string().optional(),
  /** Parts that were gone through. */
  partsDone: z.int(),
  /** Of the signatures gone through: changed, as they were already, and not to be changed so. */
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** Not decided about, as their public fields changed after they were seen. */
  changedMeanwhile: z.int().default(0),
  /** Of the changed ones: taken back, and not taken back as somebody changed them since. */
  undone: z.int(),
  kept: z.int(),
  madeAt: isoTimestamp,
  startedAt: isoTimestamp.optional(),
  endedAt: isoTimestamp.optional(),
  /** Milliseconds since 1970 until which somebody works on it. */
  leasedUntil: z.number().optional(),
  revision: z.int(),
});
export type BulkJob = z.infer<typeof bulkJob>;

/** What goes on without anybody deciding anything. */
export const isUnderWay = ({ state }: Pick<BulkJob, 'state'>): boolean =>
  state === 'gathering' || state === 'running' || state === 'rolling-back';

/** @returns the job as it is made, with an empty set */
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
 * Writes the job if nobody was faster, with new parts of its set, and a line of the audit trail when somebody decided.
 *
 * @returns the job as it is now, or undefined when somebody changed it since it was read
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

/** A set that was gathered before versions were noted fits no version: what decides about it has to be made anew. */
const unknownVersion = '0'.repeat(32);
const setPart = z
  .object({ set: z.array(seenSignature).optional(), ids: z.array(signatureId).default([]) })
  .transform(({ set, ids }): SeenSignature[] => set ?? ids.map((id) => ({ id, fieldsVersion: unknownVersion })));

/** @returns the jobs of a letter, or of all, the latest first, at most 100. One Query */
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
