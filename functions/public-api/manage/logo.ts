/** Takes the logo of an organisation from its owner, or removes it. */
import type { Context } from 'hono';
import { readBytes } from '../../../shared/platform/http/read-bytes.ts';
import { change } from '../../../shared/signature/change-signature.ts';
import { mayHaveLogo } from '../../../shared/signature/logo.ts';
import { uploadDue } from '../../../shared/upload/due.ts';
import { newUpload, readUpload, uploadPut } from '../../../shared/upload/storage.ts';
import { incomingKey, maxLogoBytes, type Upload } from '../../../shared/upload/upload.ts';
import type { ApiContext } from '../context.ts';
import { findManaged, show } from './handlers.ts';

/** The file, and room for the other fields and for what separates them. */
const maxBody = maxLogoBytes + 8 * 1024;

/**
 * A plain form with a file. It is stored as it was sent. Nobody sees it before the document function has rewritten it
 * and the secretariat has approved it.
 */
export async function postLogo(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findManaged(api, token);
  // Says why the link does not work.
  if ('problem' in found) return c.redirect(`/manage/${encodeURIComponent(token)}`, 303);
  const { record } = found;
  const form = await readUploadForm(c);
  const file = form?.get('file');
  const back = () => c.redirect(`/manage/${encodeURIComponent(token)}#logo`, 303);
  if (form?.get('remove') !== undefined && form?.get('remove') !== null) {
    await change(api.store, record.id, (one) => ({ ...one, logo: undefined, logoUpload: undefined }), api.now());
    return back();
  }
  const isRight = form?.get('right') === 'on';
  if (!(file instanceof File) || file.size === 0 || file.size > maxLogoBytes || !isRight || !mayHaveLogo(record)) {
    return show(c, api, found, 422, { logoFault: 'logo.need' });
  }
  const last = record.logoUpload && (await readUpload(api.store, record.letter, 'logo', record.logoUpload));
  // One at a time: the check of the last one takes seconds.
  if (last && last.progress.state === 'checking') return back();
  const now = api.now();
  const waiting = newUpload(record.letter, { kind: 'logo', signature: record.id }, now);
  const upload: Upload = { ...waiting, progress: { state: 'checking', since: now.toISOString() } };
  await api.writeIncoming(incomingKey(upload), new Uint8Array(await file.arrayBuffer()));
  await change(
    api.store,
    record.id,
    (one) => (mayHaveLogo(one) ? { ...one, logoUpload: upload.id } : one),
    now,
    (steps) =>
      steps.some(({ after }) => after.logoUpload === upload.id)
        ? [uploadPut(api.store, upload, now), uploadDue(api.store, upload, 'clean', now)]
        : [],
  );
  return back();
}

/** @returns the form, or undefined when it is none or too large */
async function readUploadForm(c: Context): Promise<FormData | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const bytes = await readBytes(c, maxBody);
  if (!bytes) return undefined;
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
