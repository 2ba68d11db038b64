/** Routes for the logos of organisations: those that await a decision, the longest wait first. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import { mayHaveLogo } from '../../../shared/signature/logo.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { line } from '../../../shared/text/plain-text.ts';
import { readUpload, readUploads } from '../../../shared/upload/storage.ts';
import { isKept, type Upload } from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { approveLogo, declineLogo, seenFields } from './decide.ts';
import { logosPage, type WaitingLogo } from './page.tsx';

const decides = { permission: 'signature.decide', of: 'letter' } as const;

export function logoRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/logos';

  guard.page('get', base, decides, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    return logosPage(c, { visit, letter, waiting: await waitingLogos(api, letter) });
  });

  const onLogo = (
    method: 'get' | 'post',
    path: string,
    handle: (c: Context, visit: PageVisit, upload: Upload) => Promise<Response>,
  ) =>
    guard.page(method, `${base}/:logo${path}`, decides, async (c, visit) => {
      const letter = await letterInPath(api, visit);
      const upload = letter && (await readUpload(api.store, letter.slug, 'logo', c.req.param('logo') ?? ''));
      return upload ? handle(c, visit, upload) : refusalPage(c, 'not-found', visit);
    });

  onLogo('get', '/content', async (c, visit, upload) => {
    const bytes = isKept(upload) ? await api.files.read(upload.progress.file.key) : undefined;
    return bytes
      ? c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png' })
      : refusalPage(c, 'not-found', visit);
  });

  onLogo('post', '', async (c, visit, upload) => {
    const { fields } = visit.form;
    const about = { store: api.store, upload, by: visit.actor, now: api.now() };
    const back = () => c.redirect(`/console/letters/${upload.letter}/logos`, 303);
    if (fields['do'] === 'approve') {
      const done = await approveLogo({ ...about, fieldsVersion: fields['fieldsVersion'] ?? '' });
      return done ? back() : refusalPage(c, 'changed-meanwhile', visit);
    }
    const reason = line(300).safeParse(fields['reason']);
    if (!reason.success) return back();
    return (await declineLogo(about, reason.data)) ? back() : refusalPage(c, 'changed-meanwhile', visit);
  });
}

/** Limit of one page. */
const maxLogos = 20;

/** @returns those that were checked, of organisations that are shown by name, oldest first */
async function waitingLogos({ store }: ConsoleContext, { slug }: Letter): Promise<WaitingLogo[]> {
  const kept = (await readUploads(store, slug, 'logo')).filter(isKept);
  const found: WaitingLogo[] = [];
  for (const upload of kept) {
    if (found.length === maxLogos) break;
    const record = upload.target.kind === 'logo' ? await readSignature(store, upload.target.signature) : undefined;
    if (!record || record.logoUpload !== upload.id || !mayHaveLogo(record)) continue;
    found.push({ upload, record, fieldsVersion: seenFields(record) });
  }
  return found;
}
