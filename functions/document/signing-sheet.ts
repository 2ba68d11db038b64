/** A sheet of paper to sign a letter on at a meeting. The import reads its columns when the sheet has been typed. */
import {
  type SigningSheetData,
  signingSheetColumns,
  signingSheetData,
} from '../../shared/document/signing-sheet-data.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { pageView } from './page-view.ts';
import { qrCode } from './qr-code.ts';
import { oneLine } from './text.ts';
import { makePdf } from './typst.ts';

/**
 * @returns one page as PDF/UA-1, to be printed as often as needed, its number of pages, and the characters that no font has
 * @throws a ZodError when the data is not that of a sheet
 */
export async function makeSigningSheet(
  unchecked: SigningSheetData,
): Promise<{ bytes: Uint8Array; pages: number; missingCharacters: readonly string[] }> {
  const data = signingSheetData.parse(unchecked);
  const texts = await textsFor(data.language);
  const view = {
    ...pageView(data.language, texts),
    paper: data.pageSize,
    documentTitle: `${texts.label('sheet.title')}${oneLine(data.title)}`,
    author: oneLine(data.organisation),
    description: texts.text('sheet.text'),
    kind: texts.text('sheet.title'),
    title: oneLine(data.title),
    organisation: oneLine(data.organisation),
    text: texts.text('sheet.text'),
    columns: signingSheetColumns.map((key) => texts.text(key)),
    notes: [
      texts.text('form.publication'),
      texts.text('sheet.organisation-note'),
      texts.text('form.email-hint'),
      `${texts.label('privacy.controller')}${oneLine(data.privacy.controller)}`,
      `${texts.label('privacy.contact')}${oneLine(data.privacy.contact)}`,
      texts.text('privacy.consent-text'),
    ],
    online: texts.text('sheet.online'),
    url: data.url,
    qr: texts.text('document.qr', { address: data.url }),
  };
  const files = { 'qr.svg': qrCode(data.url) };
  return makePdf({ template: 'signing-sheet', view, files }, { standard: 'pdf-ua-1', at: new Date(data.at) });
}
