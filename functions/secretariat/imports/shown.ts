/** Input for every part of an import's page. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import type { ImportPart } from '../../../shared/jobs/import/parts.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { PageVisit } from '../guard.ts';

export interface ShownImport {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly job: ImportJob;
  /** The lines that are shown, and their part number. */
  readonly part: ImportPart | undefined;
  readonly number: number;
  readonly wrong?: string;
}
