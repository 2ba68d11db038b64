/** Handlers for files of evidence. Loaded with the first such request. */
import type { Context } from 'hono';
import { readUpload, uploadArrived } from '../../../shared/upload/storage.ts';
import { incomingKey, maxScanBytes } from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { letterInPath, signatureOf } from '../letter-in-path.ts';
import { policyWith } from '../security-headers.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { newEvidenceFile, removeEvidenceFile } from './evidence.ts';
import { fileContent } from './file-content.ts';
import { arrivedPage, filePage, type ShownFile, sendPage } from './page.tsx';

/** Makes room for a file and shows the form for it. */
export async function beginFile(c: Context, visit: PageVisit, api: ConsoleContext): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  if (!found) return refusalPage(c, 'not-found', visit);
  const { letter, id } = found;
  const upload = await newEvidenceFile(actingAs(visit, api), { id, letter: letter.slug });
  const base = `/console/letters/${letter.slug}`;
  return c.redirect(upload ? `${base}/evidence/${upload.id}` : `${base}/signatures/${id}`, 303);
}

/** Shows the form, or what came of the file. */
export const showFile = (c: Context, visit: PageVisit, api: ConsoleContext): Promise<Response> =>
  withFile(c, visit, api, async (found) => {
    const { letter, upload } = found;
    if (upload.progress.state !== 'waiting') return filePage(c, found);
    if (c.req.query('key') !== undefined) return arrivedPage(c, found);
    const form = await api.files.form({
      key: incomingKey(upload),
      maxBytes: maxScanBytes,
      redirect: `${api.publicUrl}/console/letters/${letter.slug}/evidence/${upload.id}`,
    });
    c.header('content-security-policy', policyWith(new URL(form.action).origin));
    return sendPage(c, found, form);
  });

/** Shows the file itself. */
export const showContent = (c: Context, visit: PageVisit, api: ConsoleContext): Promise<Response> =>
  withFile(c, visit, api, ({ upload }) => fileContent(c, api, visit, upload));

/** The file is in the bucket, and is cleaned next. */
export const fileArrived = (c: Context, visit: PageVisit, api: ConsoleContext): Promise<Response> =>
  withFile(c, visit, api, async ({ letter, upload }) => {
    await uploadArrived(api.store, upload, visit.actor, api.now());
    return c.redirect(`/console/letters/${letter.slug}/evidence/${upload.id}`, 303);
  });

/** Deletes the file. */
export const removeFile = (c: Context, visit: PageVisit, api: ConsoleContext): Promise<Response> =>
  withFile(c, visit, api, async ({ upload, back }) => {
    await removeEvidenceFile(actingAs(visit, api), upload);
    return c.redirect(back, 303);
  });

const actingAs = ({ actor }: PageVisit, { store, now }: ConsoleContext) => ({ store, by: actor, now: now() });

async function withFile(
  c: Context,
  visit: PageVisit,
  api: ConsoleContext,
  handle: (found: ShownFile) => Response | Promise<Response>,
): Promise<Response> {
  const letter = await letterInPath(api, visit);
  const upload = letter && (await readUpload(api.store, letter.slug, 'evidence', c.req.param('evidence') ?? ''));
  if (!letter || upload?.target.kind !== 'evidence') return refusalPage(c, 'not-found', visit);
  const back = `/console/letters/${letter.slug}/signatures/${upload.target.signature}`;
  return handle({ visit, letter, upload, back });
}
