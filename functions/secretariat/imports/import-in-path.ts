/** Finds the import in the path of a route, and continues it. */
import type { Context } from 'hono';
import { advanceImport } from '../../../shared/jobs/import/advance.ts';
import { type ImportJob, readImport } from '../../../shared/jobs/import/job.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';

/**
 * Longest work on a list in one request, in milliseconds; housekeeping continues every minute, and so does the next
 * request.
 */
const worksFor = 5_000;

export interface LetterAndImport {
  readonly letter: Letter;
  readonly job: ImportJob;
}

/** @returns the import in the path with its letter; undefined when it belongs to another letter */
export async function importInPath(
  c: Context,
  api: ConsoleContext,
  visit: Visit,
): Promise<LetterAndImport | undefined> {
  const letter = await letterOf(api, visit);
  const job = letter && (await readImport(api.store, letter.slug, c.req.param('import') ?? ''));
  return letter && job && { letter, job };
}

/** Works on the list for as long as a request may. @returns the job after that */
export async function workOn(api: ConsoleContext, job: ImportJob): Promise<ImportJob> {
  const until = performance.now() + worksFor;
  const hasTime = () => performance.now() < until;
  return advanceImport({ store: api.store, keys: await api.keys(), hasTime, now: api.now() }, job);
}
