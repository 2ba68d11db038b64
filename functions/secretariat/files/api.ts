/** API for the files of a letter: scans of handovers, files of answers, the logo. */
import * as z from 'zod';
import { isFileShown, maxBytesFor, removeFile, showFile, startFile } from '../../../shared/handover/letter-files.ts';
import { type UploadId, uploadId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import { refusalWords } from '../../../shared/upload/refusal-words.ts';
import { maxUploads, readUpload, readUploads, uploadArrived } from '../../../shared/upload/storage.ts';
import {
  incomingKey,
  isKept,
  placeOfFile,
  type Upload,
  uploadFileName,
  uploadState,
  uploadType,
} from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { about, sees, writes } from './routes.tsx';

const base = '/v1/admin/letters/:letter/files';
const params = z.object({ file: uploadId });

const fileView = z.object({
  id: uploadId,
  target: placeOfFile,
  at: isoTimestamp,
  state: z
    .enum(uploadState.options.map(({ shape }) => shape.state.value))
    .describe('`waiting`: nothing has arrived. `checking`: for some seconds. `kept`: written anew without hidden data'),
  refused: z
    .object({ why: z.string(), detail: z.string().describe('What to do about it') })
    .optional()
    .describe('Where the file was refused'),
  type: uploadType.optional(),
  bytes: z.int().optional(),
  isPublic: z.boolean().describe('Whether the public sees it; for a logo of the letter, whether it is in use'),
});

const formView = z.object({
  action: z.url(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.int(),
});
const startedView = z.object({
  file: fileView,
  form: formView.describe(
    'Send `fields` and then the file, as `file`, to `action` as multipart/form-data, within an hour',
  ),
});

function viewOf(letter: Letter, upload: Upload): z.input<typeof fileView> {
  const { id, at, progress } = upload;
  const target = placeOfFile.parse(upload.target);
  return {
    ...{ id, target, at, state: progress.state, isPublic: isFileShown(letter, upload) },
    ...(progress.state === 'refused' ? { refused: { why: progress.why, detail: refusalWords[progress.why] } } : {}),
    ...(isKept(upload) ? { type: upload.progress.file.type, bytes: upload.progress.file.bytes } : {}),
  };
}

/** Adds the calls for files. */
export function fileApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: sees,
      summary: 'The files of a letter: scans of handovers, files of answers, logos',
      answers: { 200: { description: 'The oldest first', json: z.object({ items: z.array(fileView) }) } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const uploads = await readUploads(api.store, letter.slug, 'upload');
      return visit.reply(200, { items: uploads.map((one) => viewOf(letter, one)) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: writes,
      summary: 'Begin to add a file: to a record of a handover, to an answer, or as the logo of the letter',
      details:
        'Send the file with the form that this call returns, which goes straight to the bucket, then call `arrived`. A scan and the file of an answer are a PDF, JPEG, PNG or WebP of at most 10 MB, a logo is a PNG, JPEG, SVG or WebP of at most 1 MB.',
      body: placeOfFile,
      answers: { 201: { description: 'The file, for which nothing has arrived yet', json: startedView } },
      problems: ['not-possible'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const started = await startFile(about(api, visit, letter), visit.body);
      if (started.outcome === 'no-place') return problem(c, 'not-found');
      if (started.outcome !== 'started')
        return problem(c, 'not-possible', { detail: `There are ${maxUploads} files.` });
      const { upload } = started;
      const maxBytes = maxBytesFor(upload.target);
      const form = await api.files.form({ key: incomingKey(upload), maxBytes });
      return visit.reply(201, { file: viewOf(letter, upload), form: { ...form, maxBytes } });
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:file`,
      needs: sees,
      summary: 'One file: whether it was checked, and why it was refused',
      params,
      answers: {
        200: {
          description: 'The file; `link` downloads it for five minutes once it is kept',
          json: fileView.extend({ link: z.url().optional() }),
        },
      },
    },
    async (c, visit) => {
      const found = await fileIn(api, visit, visit.params.file);
      if (!found) return problem(c, 'not-found');
      const { letter, upload } = found;
      const link = isKept(upload)
        ? { link: await api.files.link(upload.progress.file.key, uploadFileName(upload)) }
        : {};
      return visit.reply(200, { ...viewOf(letter, upload), ...link });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/:file/arrived`,
      needs: writes,
      summary: 'Say that the file was sent; it is checked within seconds',
      details: 'The same call again does nothing.',
      params,
      answers: { 200: { description: 'The file', json: fileView } },
    },
    async (c, visit) => {
      const found = await fileIn(api, visit, visit.params.file);
      if (!found) return problem(c, 'not-found');
      await uploadArrived(api.store, found.upload, visit.actor, api.now());
      const after = await fileIn(api, visit, found.upload.id);
      return after ? visit.reply(200, viewOf(after.letter, after.upload)) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: `${base}/:file/public`,
      needs: writes,
      summary: 'Show a file to the public, or no longer; use a logo, or no longer',
      params,
      body: z.strictObject({ isPublic: z.boolean() }),
      answers: { 200: { description: 'The file', json: fileView } },
      problems: ['not-possible'],
    },
    async (c, visit) => {
      const found = await fileIn(api, visit, visit.params.file);
      if (!found) return problem(c, 'not-found');
      const done = await showFile(about(api, visit, found.letter), found.upload, visit.body.isPublic);
      if (!done)
        return problem(c, 'not-possible', { detail: 'The file was not kept, or the letter changed just now.' });
      const after = await fileIn(api, visit, found.upload.id);
      return after ? visit.reply(200, viewOf(after.letter, after.upload)) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${base}/:file`,
      needs: writes,
      summary: 'Delete a file',
      details: 'This cannot be undone.',
      params,
      answers: { 204: { description: 'Deleted' } },
    },
    async (c, visit) => {
      const found = await fileIn(api, visit, visit.params.file);
      if (!found) return problem(c, 'not-found');
      await removeFile(about(api, visit, found.letter), found.upload);
      return visit.reply(204);
    },
  );
}

interface FoundFile {
  readonly letter: Letter;
  readonly upload: Upload;
}

async function fileIn(api: ConsoleContext, visit: Pick<Visit, 'scope'>, id: UploadId): Promise<FoundFile | undefined> {
  const letter = await letterInPath(api, visit);
  const upload = letter && (await readUpload(api.store, letter.slug, 'upload', id));
  return letter && upload && { letter, upload };
}
