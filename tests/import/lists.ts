/** Reads a list in a test as an import does with its guesses, and returns the people and the result of each line. */

import { readSheet, type Sheet } from '../../shared/jobs/import/file.ts';
import { guessMapping } from '../../shared/jobs/import/headings.ts';
import { tallyLines } from '../../shared/jobs/import/lines.ts';
import type { ReadingChoice } from '../../shared/jobs/import/reading-choice.ts';
import type { ImportSettings } from '../../shared/jobs/import/row.ts';
import { readRow } from '../../shared/jobs/import/row.ts';
import { keys } from '../fixtures/world.ts';

/** @returns the sheet; throws when the file is refused */
export async function sheetOf(
  content: string | Uint8Array,
  choice: ReadingChoice = {},
  language = 'en',
): Promise<Sheet> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readSheet(bytes, choice, language);
  if (!read.ok) throw new Error(read.why);
  return read.sheet;
}

/** @returns each co-signatory by line, or the reason why there is none */
export function peopleIn(sheet: Sheet, settings: Partial<ImportSettings> = {}) {
  const mapping = guessMapping(sheet.columns, sheet.rows);
  const about = { mode: 'paper', kind: 'individual', publish: false, language: 'en', ...settings } as const;
  return sheet.rows.map((row, index) => {
    const read = readRow(keys, row, { mapping, settings: about });
    const line = sheet.numbers[index];
    if (!read.ok) return { line, why: read.why };
    const { signatoryName: name, organisationName: organisation, email, country } = read.candidate;
    return { line, name, organisation, email, country };
  });
}

/** @returns the number of lines in the totals, which must be all lines of the file */
export function linesIn({ lines }: Sheet): number {
  return Object.values(tallyLines(lines)).reduce((sum, count) => sum + count, 0);
}
