/** Chooses the logo of a letter among its uploaded files. */
import { type Actor, auditPut } from '../audit/audit.ts';
import type { Store } from '../platform/store/store.ts';
import { isKept, type Upload } from '../upload/upload.ts';
import type { Letter } from './letter.ts';
import { writeLetter } from './write-letter.ts';

/**
 * @param upload the file that becomes the logo; undefined for none
 * @returns false when the letter changed since it was read, or the file was not kept
 */
export async function setLogo(
  store: Store,
  letter: Letter,
  upload: Upload | undefined,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const size = upload && isKept(upload) ? upload.progress.file.size : undefined;
  if (upload && !size) return false;
  const { logo, ...rest } = letter;
  const next: Letter = {
    ...rest,
    ...(upload && size ? { logo: { id: upload.id, ...size } } : {}),
    revision: letter.revision + 1,
    updatedAt: now.toISOString(),
  };
  const line = auditPut(store, { by, did: 'letter.saved', scope: letter.slug, fields: ['logo'] }, now);
  return writeLetter(store, next, [], [], [line]);
}
