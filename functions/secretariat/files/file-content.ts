/** The file itself, for a member of the secretariat: a picture, or a link to a PDF that works for some minutes. */
import type { Context } from 'hono';
import { isKept, type Upload, uploadFileName } from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { refusalPage } from '../ui/refusal.tsx';

export async function fileContent(
  c: Context,
  { files }: ConsoleContext,
  visit: PageVisit,
  upload: Upload,
): Promise<Response> {
  if (!isKept(upload)) return refusalPage(c, 'not-found', visit);
  const { key, type } = upload.progress.file;
  if (type === 'application/pdf') return c.redirect(await files.link(key, uploadFileName(upload)), 302);
  const bytes = await files.read(key);
  return bytes ? c.body(new Uint8Array(bytes), 200, { 'content-type': type }) : refusalPage(c, 'not-found', visit);
}
