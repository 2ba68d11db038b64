/** Decisions about a bulk job: create, start, stop and undo it. */
import type { Actor } from '../../audit/audit.ts';
import type { LetterSlug } from '../../ids.ts';
import type { Permission } from '../../member/role.ts';
import type { Store } from '../../platform/store/store.ts';
import { type SignatureListQuery, signatureListQuery } from '../../signature/lists/list-query.ts';
import type { BulkModeration } from '../../signature/moderation/actions.ts';
import type { ViewerRights } from '../../signature/seen-record.ts';
import { readSignature } from '../../signature/storage.ts';
import { type BulkJob, newJob, type SeenSignature, writeJob } from './job.ts';

/** Maximum number of signatures that can be ticked on one page. */
export const maxTicked = 200;

interface Making {
  readonly letter: LetterSlug;
  readonly by: Actor;
  readonly wanted: BulkModeration;
  readonly sight: ViewerRights;
}

const aboutJob = ({ letter, by, wanted, sight }: Making) =>
  ({ letter, by, wanted, withoutNames: sight.withNames ? undefined : true }) as const;

/** @returns a job over exactly these signatures; those of other letters are left out */
export async function makeTickedJob(
  store: Store,
  making: Making,
  ticked: readonly SeenSignature[],
  now: Date,
): Promise<BulkJob | undefined> {
  const once = [...new Map(ticked.map((one) => [one.id, one])).values()].slice(0, maxTicked);
  const known = await Promise.all(once.map(async (one) => ({ ...one, record: await readSignature(store, one.id) })));
  const set = known.flatMap(({ id, fieldsVersion, record }) =>
    record?.letter === making.letter ? [{ id, fieldsVersion }] : [],
  );
  return writeJob(store, newJob({ ...aboutJob(making), filter: undefined }, now), { set }, now);
}

/** @returns a job over everything that the filter matches; its set is gathered piece by piece */
export async function makeFilterJob(
  store: Store,
  making: Making,
  { cursor: _cursor, limit: _limit, ...query }: SignatureListQuery,
  now: Date,
): Promise<BulkJob | undefined> {
  const asked = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : []));
  const filter = Object.fromEntries(asked);
  signatureListQuery.parse(filter);
  return writeJob(store, newJob({ ...aboutJob(making), filter }, now), {}, now);
}

/** @returns the permission needed besides `signature.decide` to create or start such a job */
export function needsFor({ do: action }: { readonly do?: string | undefined }): Permission | undefined {
  return action === 'forget' ? 'bulk.erase' : undefined;
}

export const bulkDecisions = ['start', 'cancel', 'roll-back'] as const;
export type BulkDecision = (typeof bulkDecisions)[number];

/** Actions that cannot be undone. */
const final = new Set<BulkModeration['do']>(['forget', 'release', 'resend']);

/** @returns the decisions that the current state of the job allows */
export function decisionsFor({ state, wanted, partsDone, number }: BulkJob): BulkDecision[] {
  if (state === 'ready') return number > 0 ? ['start', 'cancel'] : ['cancel'];
  if (state === 'gathering' || state === 'running') return ['cancel'];
  const hasBegun = state === 'done' || (state === 'cancelled' && partsDone >= 0 && number > 0);
  return hasBegun && !final.has(wanted.do) ? ['roll-back'] : [];
}

const steps = {
  start: { state: 'running', end: 'done', did: 'bulk.started' },
  cancel: { state: 'cancelled', end: 'cancelled', did: 'bulk.cancelled' },
  'roll-back': { state: 'rolling-back', end: 'rolled-back', did: 'bulk.rolled-back' },
} as const;

/**
 * A decision that was made already changes nothing.
 *
 * @returns the job as it is now; undefined when it changed since it was read, or its state does not allow the decision
 */
export async function decideJob(
  store: Store,
  job: BulkJob,
  decision: BulkDecision,
  by: Actor,
  now: Date,
): Promise<BulkJob | undefined> {
  const { state, end, did } = steps[decision];
  if (job.state === state || job.state === end) return job;
  if (!decisionsFor(job).includes(decision)) return undefined;
  const at = now.toISOString();
  const times =
    decision === 'start' ? { startedAt: at } : decision === 'cancel' ? { endedAt: at } : { endedAt: undefined };
  return writeJob(store, { ...job, state, ...times }, { did, by }, now);
}
