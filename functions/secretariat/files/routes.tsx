/** Routes for the files that the secretariat uploads. */
import type { Context } from 'hono';
import { readAnswer } from '../../../shared/handover/answer.ts';
import { readHandover } from '../../../shared/handover/storage.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { putIf } from '../../../shared/platform/store/change.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import {
  maxUploads,
  newUpload,
  readUpload,
  readUploads,
  removeUpload,
  setUploadPublic,
  uploadArrived,
  uploadPut,
} from '../../../shared/upload/storage.ts';
import {
  incomingKey,
  isKept,
  maxLogoBytes,
  maxScanBytes,
  type Upload,
  type UploadTarget,
  uploadFileName,
  uploadTarget,
} from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';
import { policyWith } from '../security-headers.ts';
import { uploadsFor } from '../ui/file-list.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { lookPage } from './look-page.tsx';
import { arrivedPage, filePage, type ShownFile, sendPage } from './page.tsx';
import { setLogo } from './set-logo.ts';

const sees = { permission: 'letter.read', of: 'letter' } as const;
const writes = { permission: 'letter.write', of: 'letter' } as const;

export function fileRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/files';

  guard.page('post', base, writes, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { _csrf, ...fields } = visit.form.fields;
    const target = uploadTarget.safeParse(fields);
    if (!target.success || !(await isThere(api.store, letter, target.data))) {
      return refusalPage(c, 'not-found', visit);
    }
    const others = uploadsFor(await readUploads(api.store, letter.slug, 'upload'), target.data);
    if (others.length >= maxUploads) return c.redirect(backFrom(letter, target.data), 303);
    const upload = newUpload(letter.slug, target.data, api.now(), visit.actor);
    const { Item, ConditionExpression } = uploadPut(api.store, upload, api.now()).Put;
    await putIf(api.store, { Item, ConditionExpression });
    return c.redirect(`/console/letters/${letter.slug}/files/${upload.id}`, 303);
  });

  guard.page('get', '/console/letters/:letter/look', sees, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    return lookPage(c, { visit, letter, uploads: await readUploads(api.store, letter.slug, 'upload') });
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
    const isLogo = upload.target.kind === 'look';
    const form = await api.files.form({
      key: incomingKey(upload),
      maxBytes: isLogo ? maxLogoBytes : maxScanBytes,
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
    const done =
      upload.target.kind === 'look'
        ? await setLogo(api.store, letter, isPublic ? upload : undefined, visit.actor, api.now())
        : await setUploadPublic(api.store, upload, isPublic, visit.actor, api.now());
    if (!done) return refusalPage(c, 'changed-meanwhile', visit);
    return c.redirect(`/console/letters/${letter.slug}/files/${upload.id}`, 303);
  });

  onFile('post', '/remove', async (c, { letter, upload, visit }) => {
    if (letter.logo?.id === upload.id) await setLogo(api.store, letter, undefined, visit.actor, api.now());
    await removeUpload(api.store, upload, visit.actor, api.now());
    return c.redirect(backFrom(letter, upload.target), 303);
  });

  onFile('get', '/content', async (c, { upload, visit }) => {
    if (!isKept(upload)) return refusalPage(c, 'not-found', visit);
    const { key, type } = upload.progress.file;
    if (type === 'application/pdf') return c.redirect(await api.files.link(key, uploadFileName(upload)), 302);
    const bytes = await api.files.read(key);
    return bytes ? c.body(new Uint8Array(bytes), 200, { 'content-type': type }) : refusalPage(c, 'not-found', visit);
  });
}

async function fileInPath(c: Context, api: ConsoleContext, visit: PageVisit): Promise<ShownFile | undefined> {
  const letter = await letterOf(api, visit);
  const upload = letter && (await readUpload(api.store, letter.slug, 'upload', c.req.param('file') ?? ''));
  return letter && upload && { visit, letter, upload, back: backFrom(letter, upload.target) };
}

/** @returns whether the place of the file exists. One strongly consistent read at most */
async function isThere(store: Store, { slug }: Letter, target: UploadTarget): Promise<boolean> {
  switch (target.kind) {
    case 'scan':
      return (await readHandover(store, slug, target.delivery)).byHand[target.record] !== undefined;
    case 'answer':
      return (await readAnswer(store, slug, target.answer)) !== undefined;
    case 'look':
      return true;
    case 'logo':
      return false;
  }
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
  }
}
