/** The files of a delivery: their names and types, the same in the bucket, in mails and on pages. */
import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';

/**
 * `pdf` is for reading and for screen readers (PDF/UA-1), `archive` for archives (PDF/A-3a), `word` for offices.
 * `list-csv` and `list-json` are the undersigned, as attached to both PDFs.
 */
export const documentFile = z.enum(['pdf', 'archive', 'word', 'list-csv', 'list-json']);
export type DocumentFile = z.infer<typeof documentFile>;

const files: Readonly<Record<DocumentFile, { suffix: string; type: string }>> = {
  pdf: { suffix: '.pdf', type: 'application/pdf' },
  archive: { suffix: '-archive.pdf', type: 'application/pdf' },
  word: { suffix: '.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  'list-csv': { suffix: '-undersigned.csv', type: 'text/csv' },
  'list-json': { suffix: '-undersigned.json', type: 'application/json' },
};

/** @returns the name under which people save the file: letters, digits, hyphens and one full stop */
export function fileName(file: DocumentFile, slug: LetterSlug): string {
  return `${slug}${files[file].suffix}`;
}

/** @returns its media type, without parameters */
export function mediaType(file: DocumentFile): string {
  return files[file].type;
}
