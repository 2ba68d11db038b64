/** Sets all files of a delivery in one language. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { compileDocument } from './compile.ts';
import { listAsCsv, listAsJson } from './list-files.ts';
import type { MadeFile } from './make-files.ts';
import { makeWordDocument } from './word.ts';

export async function* typesetDocuments(data: DocumentData): AsyncGenerator<MadeFile> {
  const texts = await textsFor(data.letter.language);
  yield { file: 'list-csv', bytes: listAsCsv(data, texts), missing: [] };
  yield { file: 'list-json', bytes: listAsJson(data, texts), missing: [] };
  yield { file: 'word', bytes: (await makeWordDocument(data)).bytes, missing: [] };
  const accessible = await compileDocument(data, { standard: 'pdf-ua-1' });
  yield { file: 'pdf', bytes: accessible.bytes, missing: accessible.missingCharacters };
  const archive = await compileDocument(data, { standard: 'pdf-a-3a' });
  yield { file: 'archive', bytes: archive.bytes, missing: archive.missingCharacters };
}
