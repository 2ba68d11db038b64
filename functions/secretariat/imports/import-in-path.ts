/** A list that is being imported, as a route finds it and goes on with it. */
import type { Context } from 'hono';
import { advanceImport } from '../../../shared/jobs/import/advance.ts';
import { type ImportJob, readImport } from '../../../shared/jobs/import/job.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';

/** So long a request works on a list; housekeeping goes on each minute, and so does whoever asks again. */
const worksFor = 5_000;

export interface LetterAndImport {
  readonly letter: Letter;
  readonly job: ImportJob;
}

/** @returns the list in the path with its letter; nothing when it belongs to another one */
export async function importInPath(
  c: Context,
  api: ConsoleContext,
  visit: Visit,
): Promise<LetterAndImport | undefined> {
  const letter = await letterOf(api, visit);
  const job = letter && (await readImport(api.store, letter.slug, c.req.param('import') ?? ''));
  return letter && job && { letter, job };
}

/** Works on the list as long as a request may. @returns the job as it is then */
export async function workOn(api: ConsoleContext, job: ImportJob): Promise<ImportJob> {
  const until = performance.now() + worksFor;
  const hasTime = () => performance.now() < until;
  return advanceImport({ store: api.store, keys: await api.keys(), hasTime, now: api.now() }, job);
}
