/** Sets all files of a delivery in one language. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { compileDocument } from './compile.ts';
import { listAsCsv, listAsJson } from './list-files.ts';
import type { MadeFile } from './make-files.ts';
import { makeWordDocument } from './word.ts';

const kindOf = { 'pdf-ua-1': 'pdf', 'pdf-a-3a': 'archive' } as const;

export async function* typesetDocuments(data: DocumentData): AsyncGenerator<MadeFile> {
  const texts = await textsFor(data.letter.language);
  yield { file: 'list-csv', bytes: listAsCsv(data, texts), missing: [] };
  yield { file: 'list-json', bytes: listAsJson(data, texts), missing: [] };
  const { files, missingCharacters: missing } = await compileDocument(data, ['pdf-ua-1', 'pdf-a-3a']);
  for (const [standard, bytes] of files) yield { file: kindOf[standard], bytes, missing };
  // Last, as its memory is not given back before the process ends.
  yield { file: 'word', bytes: (await makeWordDocument(data)).bytes, missing: [] };
}
