/** Advances a bulk job by bounded pieces, each safe to repeat if a process died halfway. */
import { readLetter } from '../../letter/storage.ts';
import { changeOnce } from '../../platform/store/change.ts';
import { bulkKey } from '../../platform/store/keys.ts';
import type { Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { signatureListQuery } from '../../signature/lists/list-query.ts';
import { readModerationList } from '../../signature/lists/moderation-list.ts';
import { listUnconfirmed } from '../../signature/lists/unconfirmed.ts';
import { readUndeliverable } from '../../signature/lists/undeliverable.ts';
import { moderationOf } from '../../signature/moderation/actions.ts';
import { moderate } from '../../signature/moderation/moderate.ts';
import { undo } from '../../signature/moderation/undo.ts';
import { listUndoEntries } from '../../signature/moderation/undo-log.ts';
import { fieldsVersionOf } from '../../signature/public-fields.ts';
import { type BulkJob, isUnderWay, readJob, readPart, type SeenSignature, writeJob } from './job.ts';

/** Duration of a lease, in milliseconds: longer than one piece can take. */
const leaseDuration = 20_000;
/** Number of signatures of a part that are processed concurrently. */
const width = 5;
/** Number of signatures gathered per piece; they are written in one transaction with the job itself. */
const gatheredAtOnce = 200;

export interface Advancing {
  readonly store: Store;
  readonly keys: () => Promise<Keys>;
  readonly now: () => Date;
  /** Whether there is time for one more piece. */
  readonly hasTime: () => boolean;
}

/**
 * Advances a job while there is time, by at least one piece.
 *
 * @returns the job as it is now; unchanged when another process is working on it
 */
export async function advance(advancing: Advancing, job: BulkJob): Promise<BulkJob> {
  const { store, now, hasTime } = advancing;
  let current = job;
  do {
    if (!isUnderWay(current)) return current;
    if (!(await takeLease(store, current, now()))) return (await readJob(store, job.letter, job.id)) ?? current;
    const { job: next, set = [] } = await piece(advancing, { ...current, revision: current.revision + 1 });
    const written = await writeJob(store, { ...next, leasedUntil: undefined }, { set }, now());
    // The job was stopped meanwhile. Signatures already changed are in the audit trail, where an undo finds them.
    current = written ?? (await readJob(store, job.letter, job.id)) ?? current;
  } while (hasTime());
  return current;
}

function takeLease(store: Store, { letter, id, revision }: BulkJob, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: bulkKey(letter, id),
    UpdateExpression: 'SET leasedUntil = :until, revision = :next',
    ConditionExpression: 'revision = :seen AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    ExpressionAttributeValues: {
      ':seen': revision,
      ':next': revision + 1,
      ':now': now.getTime(),
      ':until': now.getTime() + leaseDuration,
    },
  });
}

interface Piece {
  readonly job: BulkJob;
  readonly set?: readonly SeenSignature[];
}

function piece(advancing: Advancing, job: BulkJob): Promise<Piece> {
  if (job.state === 'gathering') return gather(advancing, job);
  return job.state === 'running' ? run(advancing, job) : rollBack(advancing, job);
}

async function gather({ store }: Advancing, job: BulkJob): Promise<Piece> {
  const { state, ...query } = signatureListQuery.parse(job.filter);
  const sight = { withNames: job.withoutNames === undefined };
  const asked = { ...query, ...sight, order: 'oldest' as const, limit: gatheredAtOnce, cursor: job.cursor };
  const page =
    state === 'pending' || state === 'silent'
      ? await listUnconfirmed(store, job.letter, { ...asked, state })
      : state === 'undeliverable'
        ? await readUndeliverable(store, job.letter, asked)
        : await readModerationList(store, job.letter, { ...asked, state });
  if (!page) throw new Error('a cursor of our own was refused');
  const set = page.records.map((record) => ({
    id: record.id,
    fieldsVersion: fieldsVersionOf(record, sight),
  }));
  return { set, job: { ...job, cursor: page.next, state: page.next === undefined ? 'ready' : 'gathering' } };
}

async function run({ store, keys, now }: Advancing, job: BulkJob): Promise<Piece> {
  const letter = await readLetter(store, job.letter);
  if (!letter) throw new Error('the letter of a job is missing');
  const known = await keys();
  const sums = { changed: 0, same: 0, refused: 0, changedMeanwhile: 0 };
  await each(await readPart(store, job.id, job.partsDone), async ({ id, fieldsVersion }) => {
    const moderating = { store, keys: known, letter, by: job.by, bulk: job.id, now: now() };
    const done = await moderate(moderating, id, moderationOf(job.wanted, fieldsVersion));
    if (done.outcome === 'refused') sums.refused += 1;
    else if (done.outcome === 'changed-meanwhile') sums.changedMeanwhile += 1;
    else if (done.outcome === 'gone') sums[job.wanted.do === 'forget' ? 'changed' : 'same'] += 1;
    else sums[(await isChanged(store, job, id, done.act)) ? 'changed' : 'same'] += 1;
  });
  const partsDone = job.partsDone + 1;
  const isDone = partsDone >= job.parts;
  return {
    job: {
      ...job,
      partsDone,
      changed: job.changed + sums.changed,
      same: job.same + sums.same,
      refused: job.refused + sums.refused,
      changedMeanwhile: job.changedMeanwhile + sums.changedMeanwhile,
      ...(isDone ? { state: 'done' as const, endedAt: now().toISOString() } : {}),
    },
  };
}

/**
 * Changed now, or by a process that died while working on this part. An action that leaves no undo entry must have been
 * done.
 */
async function isChanged(
  store: Store,
  job: BulkJob,
  id: SeenSignature['id'],
  act: string | undefined,
): Promise<boolean> {
  if (act !== undefined || ['forget', 'release', 'resend'].includes(job.wanted.do)) return true;
  return (await listUndoEntries(store, id)).some(({ bulk }) => bulk === job.id);
}

async function rollBack({ store, now }: Advancing, job: BulkJob): Promise<Piece> {
  const sums = { undone: 0, kept: 0 };
  // The part at which the job was stopped may be half done, so the part after the last finished one is included.
  const part = Math.min(job.partsDone, job.parts - 1);
  await each(part < 0 ? [] : await readPart(store, job.id, part), async ({ id }) => {
    const act = (await listUndoEntries(store, id)).find(({ bulk }) => bulk === job.id);
    if (!act) return;
    const undoing = { letter: job.letter, signature: id, act: act.id, by: job.by, bulk: job.id };
    sums[(await undo(store, undoing, now())) === 'undone' ? 'undone' : 'kept'] += 1;
  });
  const isDone = part <= 0;
  return {
    job: {
      ...job,
      partsDone: Math.max(part - 1, 0),
      undone: job.undone + sums.undone,
      kept: job.kept + sums.kept,
      ...(isDone ? { state: 'rolled-back' as const, endedAt: now().toISOString() } : {}),
    },
  };
}

async function each(set: readonly SeenSignature[], work: (seen: SeenSignature) => Promise<void>): Promise<void> {
  const waiting = set[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const seen of waiting) await work(seen);
    }),
  );
}
