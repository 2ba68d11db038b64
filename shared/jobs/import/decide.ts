/** What somebody decides about a list: what its columns hold, that it starts, that it ends. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, writeAudit } from '../../audit/audit.ts';
import { toBase32 } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import type { ImportMapping } from './fields.ts';
import { changeImport, expiryOf, forgetLines, type ImportJob, listImports, readFrom } from './job.ts';
import { clearParts, keepParts } from './parts.ts';
import type { ReadingChoice } from './reading-choice.ts';
import type { ImportSettings } from './row.ts';
import { clearFile, readFile } from './uploaded.ts';

/** The lines are looked at anew with what is said now. @returns undefined when the job has gone on meanwhile */
export async function checkImport(
  store: Store,
  job: ImportJob,
  about: { mapping: ImportMapping; settings: ImportSettings },
): Promise<ImportJob | undefined> {
  if (job.state !== 'mapping' && job.state !== 'checked' && job.state !== 'checking') return undefined;
  return changeImport(store, job, { ...about, state: 'checking', next: 0, sums: {}, unknownCountries: [] });
}

/**
 * Reads the file in another way; what was said of its columns is guessed anew.
 *
 * @param language of the letter
 * @returns the job, what is wrong with the choice, for people, or undefined when the job has gone on meanwhile
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
  // Apart from all others, in case another member does the same now.
  const place = { sk: job.sk, reading: toBase32(randomBytes(5)), ttl };
  const parts = await keepParts(store, place, read.sheet);
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
      isDeepStrictEqual(other.understood?.reading, job.understood?.reading) &&
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
  const cancelled = await changeImport(store, job, { ...forgetLines(job), state: 'cancelled' });
  if (!cancelled) return undefined;
  const ttl = expiryOf(job);
  await clearParts(store, { ...job, ttl }, job.parts);
  await clearFile(store, job, ttl);
  return cancelled;
}
