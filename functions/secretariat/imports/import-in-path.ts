/** Finds the import in the path of a route, and continues it. */
import { advanceImport } from '../../../shared/jobs/import/advance.ts';
import { type ImportJob, listImports, readImport } from '../../../shared/jobs/import/job.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';

/**
 * Longest work on a list in one request, in milliseconds; housekeeping continues every minute, and so does the next
 * request.
 */
const worksFor = 5_000;

export interface LetterAndImport {
  readonly letter: Letter;
  readonly job: ImportJob;
}

/** @returns the import of that id with the letter in the path; undefined when it belongs to another letter */
export async function importOf(api: ConsoleContext, visit: Visit, id: string): Promise<LetterAndImport | undefined> {
  const letter = await letterInPath(api, visit);
  const job = letter && (await readImport(api.store, letter.slug, id));
  return letter && job && { letter, job };
}

/** @returns the imports of a letter in the last month, the latest first */
export async function importsOf(store: Store, { slug }: Letter): Promise<ImportJob[]> {
  return (await listImports(store)).filter(({ letter }) => letter === slug);
}

/** Works on the list for as long as a request may. @returns the job after that */
export async function advanceWithinRequest(api: ConsoleContext, job: ImportJob): Promise<ImportJob> {
  const until = performance.now() + worksFor;
  const hasTime = () => performance.now() < until;
  return advanceImport({ store: api.store, keys: await api.keys(), hasTime, now: api.now() }, job);
}
