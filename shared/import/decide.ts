/** What somebody decides about a list: what its columns hold, that it starts, that it ends. */
import { type Actor, writeAudit } from '../audit/audit.ts';
import type { Store } from '../store/store.ts';
import { changeImport, type ImportJob, listImports, readPart, writePart } from './job.ts';
import type { ImportMapping, ImportSettings } from './row.ts';

/** The lines are looked at anew with what is said now. @returns undefined when the job has gone on meanwhile */
export async function checkImport(
  store: Store,
  job: ImportJob,
  about: { mapping: ImportMapping; settings: ImportSettings },
): Promise<ImportJob | undefined> {
  if (job.state !== 'mapping' && job.state !== 'checked' && job.state !== 'checking') return undefined;
  return changeImport(store, job, { ...about, state: 'checking', next: 0, sums: {} });
}

/**
 * @returns `same-list` when the same bytes were imported in the same way before, undefined when the job has gone on
 *   meanwhile
 */
export async function startImport(
  store: Store,
  job: ImportJob,
  { by, now }: { by: Actor; now: Date },
): Promise<ImportJob | 'same-list' | undefined> {
  if (job.state !== 'checked' || !job.settings) return undefined;
  const { mode } = job.settings;
  const before = (await listImports(store)).some(
    (other) =>
      other.letter === job.letter &&
      other.fileHash === job.fileHash &&
      other.settings?.mode === mode &&
      (other.state === 'done' || other.state === 'importing'),
  );
  if (before) return 'same-list';
  const sums = Object.fromEntries(Object.entries(job.sums).filter(([outcome]) => outcome !== 'good'));
  const started = await changeImport(store, job, { state: 'importing', next: 0, sums: {} });
  if (started) {
    const after = { rows: job.rows, ...sums, mode };
    await writeAudit(store, { by, did: 'signature.imported', scope: job.letter, bulk: job.sk, after }, now);
  }
  return started;
}

/** What was imported stays; the lines are gone. @returns undefined when the job has gone on meanwhile, or is over */
export async function cancelImport(store: Store, job: ImportJob): Promise<ImportJob | undefined> {
  if (job.state === 'done' || job.state === 'cancelled') return undefined;
  const cancelled = await changeImport(store, job, { state: 'cancelled' });
  if (!cancelled) return undefined;
  for (let number = 0; number < job.parts; number += 1) {
    const part = await readPart(store, job, number);
    if (part) await writePart(store, job, number, { ...part, rows: part.rows.map(() => []) });
  }
  return cancelled;
}
