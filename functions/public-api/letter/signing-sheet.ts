/** The signing sheet of a letter, to print. A request only reads: the document function sets it with the share picture. */
import type { Context } from 'hono';
import { signingSheetKey } from '../../../shared/document/signing-sheet-data.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage } from '../page-language.ts';
import { publicCache } from '../security-headers.ts';

/** One or two reads of the bucket. There is none before the letter is open, and for some minutes afterwards. */
export async function showSigningSheet(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const paper = c.req.path.endsWith('-us-letter.pdf') ? 'us-letter' : 'a4';
  const wanted = letterLanguage(c, letter);
  const sheet =
    (await api.readFile(signingSheetKey(letter.slug, wanted, paper))) ??
    (await api.readFile(signingSheetKey(letter.slug, letter.language, paper)));
  if (!sheet) return c.notFound();
  return c.body(new Uint8Array(sheet), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${letter.slug}-signing-sheet.pdf"`,
    'cache-control': publicCache,
    vary: 'Accept-Language',
  });
}
