/** Sets all files of a delivery in one language. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import { compileDocument } from './compile.ts';
import type { MadeFile } from './make-files.ts';
import { makeWordDocument } from './word.ts';

export async function* typesetDocuments(data: DocumentData): AsyncGenerator<MadeFile> {
  const accessible = await compileDocument(data, { standard: 'pdf-ua-1' });
  yield { file: 'pdf', bytes: accessible.bytes, missing: accessible.missingCharacters };
  const archive = await compileDocument(data, { standard: 'pdf-a-3a' });
  yield { file: 'archive', bytes: archive.bytes, missing: archive.missingCharacters };
  const word = await makeWordDocument(data);
  yield { file: 'word', bytes: word.bytes, missing: [] };
}
