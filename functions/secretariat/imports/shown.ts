/** What every part of the page of an import is made from. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import type { ImportPart } from '../../../shared/jobs/import/parts.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { PageVisit } from '../guard.ts';

export interface ShownImport {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly job: ImportJob;
  /** Some of its lines, and which. */
  readonly part: ImportPart | undefined;
  readonly number: number;
  readonly wrong?: string;
}
