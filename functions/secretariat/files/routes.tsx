/** Routes for the files that the secretariat uploads. */
import type { Context } from 'hono';
import {
  type FileContext,
  maxBytesFor,
  removeFile,
  showFile,
  startFile,
} from '../../../shared/handover/letter-files.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { readUpload, readUploads, uploadArrived } from '../../../shared/upload/storage.ts';
import { incomingKey, placeOfFile, type Upload } from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { policyWith } from '../security-headers.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { fileContent } from './file-content.ts';
import { arrivedPage, filePage, type ShownFile, sendPage } from './page.tsx';

export const sees = { permission: 'letter.read', of: 'letter' } as const;
export const writes = { permission: 'letter.write', of: 'letter' } as const;

export function fileRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/files';

  guard.page('post', base, writes, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { _csrf, ...fields } = visit.form.fields;
    const target = placeOfFile.safeParse(fields);
    const started = target.success ? await startFile(about(api, visit, letter), target.data) : undefined;
    if (!target.success || started?.outcome === 'no-place') return refusalPage(c, 'not-found', visit);
    if (started?.outcome !== 'started') return c.redirect(backFrom(letter, target.data), 303);
    return c.redirect(`/console/letters/${letter.slug}/files/${started.upload.id}`, 303);
  });

  guard.page('get', '/console/letters/:letter/look', sees, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { logoPage } = await import('./logo-page.tsx');
    return logoPage(c, { visit, letter, uploads: await readUploads(api.store, letter.slug, 'upload') });
  });

  const onFile = (
    method: 'get' | 'post',
    path: string,
    handle: (c: Context, found: ShownFile) => Response | Promise<Response>,
  ) =>
    guard.page(method, `${base}/:file${path}`, method === 'get' ? sees : writes, async (c, visit) => {
      const found = await fileInPath(c, api, visit);
      return found ? handle(c, found) : refusalPage(c, 'not-found', visit);
    });

  onFile('get', '', async (c, found) => {
    const { letter, upload, visit } = found;
    if (upload.progress.state !== 'waiting' || !visit.may('letter.write')) return filePage(c, found);
    if (c.req.query('key') !== undefined) return arrivedPage(c, found);
    const form = await api.files.form({
      key: incomingKey(upload),
      maxBytes: maxBytesFor(upload.target),
      redirect: `${api.publicUrl}/console/letters/${letter.slug}/files/${upload.id}`,
    });
    c.header('content-security-policy', policyWith(new URL(form.action).origin));
    return sendPage(c, found, form);
  });

  onFile('post', '/arrived', async (c, { letter, upload, visit }) => {
    await uploadArrived(api.store, upload, visit.actor, api.now());
    return c.redirect(`/console/letters/${letter.slug}/files/${upload.id}`, 303);
  });

  onFile('post', '/publish', async (c, { letter, upload, visit }) => {
    const isPublic = visit.form.fields['public'] === 'yes';
    const done = await showFile(about(api, visit, letter), upload, isPublic);
    if (!done) return refusalPage(c, 'changed-meanwhile', visit);
    return c.redirect(`/console/letters/${letter.slug}/files/${upload.id}`, 303);
  });

  onFile('post', '/remove', async (c, { letter, upload, visit }) => {
    await removeFile(about(api, visit, letter), upload);
    return c.redirect(backFrom(letter, upload.target), 303);
  });

  onFile('get', '/content', (c, { upload, visit }) => fileContent(c, api, visit, upload));
}

/** @returns the input of an action on the letter's files */
export function about(
  { store, now }: ConsoleContext,
  { actor }: Pick<PageVisit, 'actor'>,
  letter: Letter,
): FileContext {
  return { store, letter, by: actor, now: now() };
}

async function fileInPath(c: Context, api: ConsoleContext, visit: PageVisit): Promise<ShownFile | undefined> {
  const letter = await letterInPath(api, visit);
  const upload = letter && (await readUpload(api.store, letter.slug, 'upload', c.req.param('file') ?? ''));
  return letter && upload && { visit, letter, upload, back: backFrom(letter, upload.target) };
}

function backFrom({ slug }: Letter, target: Upload['target']): string {
  const base = `/console/letters/${slug}`;
  switch (target.kind) {
    case 'scan':
      return `${base}/deliveries/${target.delivery}`;
    case 'answer':
      return `${base}/answers`;
    case 'look':
    case 'logo':
      return `${base}/look`;
    case 'evidence':
      return `${base}/signatures/${target.signature}`;
  }
}
