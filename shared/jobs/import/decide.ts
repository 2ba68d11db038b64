/** Decisions about an import: what its columns hold, its start and its end. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, auditPut } from '../../audit/audit.ts';
import { toBase32 } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import type { ImportMapping } from './fields.ts';
import { changeImport, expiryOf, forgetLines, type ImportJob, listImports, readFrom } from './job.ts';
import { clearParts, writeParts } from './parts.ts';
import type { ReadingChoice } from './reading-choice.ts';
import type { ImportSettings } from './row.ts';
import { clearFile, readFile } from './uploaded.ts';

/** Checks the lines again with the new settings. @returns undefined when the job has advanced meanwhile */
export async function checkImport(
  store: Store,
  job: ImportJob,
  about: { mapping: ImportMapping; settings: ImportSettings },
): Promise<ImportJob | undefined> {
  if (job.state !== 'mapping' && job.state !== 'checked' && job.state !== 'checking') return undefined;
  return changeImport(store, job, { ...about, state: 'checking', next: 0, sums: {}, unknownCountries: [] });
}

/**
 * Reads the file again with other choices, and guesses its columns again.
 *
 * @param language of the letter
 * @returns the job, an explanation of a wrong choice, or undefined when the job has advanced meanwhile
 */
export async function rereadImport(
  store: Store,
  job: ImportJob,
  choice: ReadingChoice,
  language: string,
): Promise<ImportJob | { readonly why: string } | undefined> {
  if (job.state !== 'mapping' && job.state !== 'checked' && job.state !== 'checking') return undefined;
  const bytes = await readFile(store, job);
  if (!bytes) return { why: 'The file is gone. Upload it again.' };
  const { readSheet } = await import('./file.ts');
  const read = await readSheet(bytes, choice, language);
  if (!read.ok) return { why: read.why };
  const ttl = expiryOf(job);
  // A new name for the parts, in case another member does the same at the same time.
  const place = { sk: job.sk, reading: toBase32(randomBytes(5)), ttl };
  const parts = await writeParts(store, place, read.sheet);
  const changed = await changeImport(store, job, {
    ...readFrom(read.sheet, parts),
    state: 'mapping',
    reading: place.reading,
  });
  if (changed) await clearParts(store, { ...job, ttl }, job.parts);
  else await clearParts(store, place, parts);
  return changed;
}

/**
 * Starts it. One that was started already stays as it is.
 *
 * @returns `same-list` when the same bytes were imported in the same way before, undefined when the job has advanced
 *   meanwhile
 */
export async function startImport(
  store: Store,
  job: ImportJob,
  { by, now }: { by: Actor; now: Date },
): Promise<ImportJob | 'same-list' | undefined> {
  if (job.state === 'importing' || job.state === 'done') return job;
  if (job.state !== 'checked' || !job.settings) return undefined;
  const { mode } = job.settings;
  const before = (await listImports(store)).some(
    (other) =>
      other.letter === job.letter &&
      other.fileHash === job.fileHash &&
      isDeepStrictEqual(other.understood?.reading, job.understood?.reading) &&
      other.settings?.mode === mode &&
      (other.state === 'done' || other.state === 'importing'),
  );
  if (before) return 'same-list';
  const sums = Object.fromEntries(Object.entries(job.sums).filter(([outcome]) => outcome !== 'good'));
  const after = { rows: job.rows, ...sums, mode };
  const line = { by, did: 'signature.imported', scope: job.letter, bulk: job.sk, after } as const;
  return changeImport(store, job, { state: 'importing', next: 0, sums: {} }, auditPut(store, line, now));
}

/**
 * Keeps imported signatures and deletes the lines, also those left by an earlier call that was killed.
 *
 * @returns undefined when the job has advanced meanwhile, or is done
 */
export async function cancelImport(store: Store, job: ImportJob): Promise<ImportJob | undefined> {
  if (job.state === 'done') return undefined;
  const isOver = job.state === 'cancelled';
  const cancelled = isOver ? job : await changeImport(store, job, { ...forgetLines(job), state: 'cancelled' });
  if (!cancelled) return undefined;
  const ttl = expiryOf(job);
  await clearParts(store, { ...job, ttl }, job.parts);
  await clearFile(store, job, ttl);
  return cancelled;
}
