/** Makes the files of a delivery from its data. */
import { type DocumentData, documentData } from '../../shared/document/document-data.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { entryLogoFile } from './entry-logos.ts';
import { letterView } from './letter-view.ts';
import { listAsCsv, listAsJson } from './list-files.ts';
import { logoFile } from './page-view.ts';
import { qrCode } from './qr-code.ts';
import { type MadePdfs, makePdfs, type PdfStandard, type Typesetting } from './typst.ts';

/**
 * Typesets the letter and its signers as PDFs, with the list attached as CSV and JSON. The same data gives the same
 * bytes. It blocks the thread: 20,000 names take about ten seconds.
 *
 * @param standards `pdf-ua-1` for people, screen readers included; `pdf-a-3a` for archives
 * @returns a file for each standard, the number of pages, and the characters that no font has: the files show their
 *   numbers instead
 * @throws a ZodError when the data is not that of a document
 */
export async function compileDocument(data: DocumentData, standards: readonly PdfStandard[]): Promise<MadePdfs> {
  return makePdfs(await typesetLetter(data), { standards, at: new Date(data.frozen.at) });
}

/** @returns what Typst gets to set the letter */
export async function typesetLetter(unchecked: DocumentData): Promise<Typesetting> {
  const data = documentData.parse(unchecked);
  const texts = await textsFor(data.letter.language);
  return {
    template: 'letter',
    view: letterView(data, texts),
    widerView: () => letterView(data, texts, 'all'),
    files: {
      'undersigned.json': listAsJson(data, texts),
      'undersigned.csv': listAsCsv(data, texts),
      'qr.svg': qrCode(data.frozen.url),
      ...Object.fromEntries(
        Object.entries(data.logos ?? {}).map(([id, bytes]) => [entryLogoFile(id), Buffer.from(bytes, 'base64')]),
      ),
      ...(data.logo ? { [logoFile(data.logo.type)]: Buffer.from(data.logo.data, 'base64') } : {}),
    },
  };
}
