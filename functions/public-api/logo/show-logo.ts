/** Logos: images of ours, for our pages, mails, and sites that show the list. */
import type { Context } from 'hono';
import { type UploadId, uploadId } from '../../../shared/ids.ts';
import { isShown } from '../../../shared/signature/states.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { readUpload } from '../../../shared/upload/storage.ts';
import { keptKey } from '../../../shared/upload/upload.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';

/** A logo that is removed is gone from every cache after this time, in seconds. The edge keeps nothing longer than it. */
const freshFor = 60;

/** The convener's, or that of an organisation whose name is shown. Two reads at most */
async function isShownLogo({ store }: ApiContext, letter: PublicLetter, id: UploadId): Promise<boolean> {
  if (letter.logo?.id === id) return true;
  const upload = await readUpload(store, letter.slug, 'logo', id);
  if (upload?.target.kind !== 'logo') return false;
  const record = await readSignature(store, upload.target.signature);
  return record?.logo?.id === id && isShown(record) && !letter.paused.list;
}

/** @returns the logo in the path while it is in use. One read of the bucket */
export async function showLogo(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const [, name] = /^(.*)\.png$/.exec(c.req.param('file') ?? '') ?? [];
  const id = uploadId.safeParse(name);
  if (!id.success || !(await isShownLogo(api, letter, id.data))) return c.notFound();
  const bytes = await api.readFile(keptKey({ letter: letter.slug, id: id.data }));
  if (!bytes) return c.notFound();
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'image/png',
    'cache-control': `public, max-age=${freshFor}`,
    // Also for sites that are isolated (COEP).
    'cross-origin-resource-policy': 'cross-origin',
  });
}
