/**
 * The files that the secretariat adds to a letter: scans of handovers, files of answers, the logo. The console, its API
 * and the command line use the same steps.
 */
import type { Actor } from '../audit/audit.ts';
import type { Letter } from '../letter/letter.ts';
import { setLogo } from '../letter/set-logo.ts';
import { putIf } from '../platform/store/change.ts';
import type { Store } from '../platform/store/store.ts';
import { maxUploads, newUpload, readUploads, removeUpload, setUploadPublic, uploadPut } from '../upload/storage.ts';
import {
  isKept,
  maxLogoBytes,
  maxScanBytes,
  type PlaceOfFile,
  type Upload,
  type UploadTarget,
  uploadsFor,
} from '../upload/upload.ts';
import { readAnswer } from './answer.ts';
import { readHandover } from './storage.ts';

export interface FileContext {
  readonly store: Store;
  readonly letter: Letter;
  readonly by: Actor;
  readonly now: Date;
}

/**
 * - `started`: the upload is stored, and its file can be sent
 * - `no-place`: there is no such record or answer
 * - `full`: the place has as many files as it can have
 */
export type StartedFile =
  | { readonly outcome: 'started'; readonly upload: Upload }
  | { readonly outcome: 'no-place' | 'full' };

/** Prepares an upload for one place. Reads the place and the letter's uploads strongly consistent. */
export async function startFile({ store, letter, by, now }: FileContext, target: PlaceOfFile): Promise<StartedFile> {
  if (!(await isThere(store, letter, target))) return { outcome: 'no-place' };
  const others = uploadsFor(await readUploads(store, letter.slug, 'upload'), target);
  if (others.length >= maxUploads) return { outcome: 'full' };
  const upload = newUpload(letter.slug, target, now, by);
  const { Item, ConditionExpression } = uploadPut(store, upload, now).Put;
  await putIf(store, { Item, ConditionExpression });
  return { outcome: 'started', upload };
}

/** @returns whether the place of the file exists. One strongly consistent read at most */
async function isThere(store: Store, { slug }: Letter, target: PlaceOfFile): Promise<boolean> {
  switch (target.kind) {
    case 'scan':
      return (await readHandover(store, slug, target.delivery)).byHand[target.record] !== undefined;
    case 'answer':
      return (await readAnswer(store, slug, target.answer)) !== undefined;
    case 'look':
      return true;
  }
}

/** @returns the maximum size of a file for that place, in bytes */
export function maxBytesFor({ kind }: UploadTarget): number {
  return kind === 'look' || kind === 'logo' ? maxLogoBytes : maxScanBytes;
}

/** @returns whether the public sees the file: for a logo of the letter, whether it is the one in use */
export function isFileShown({ logo }: Pick<Letter, 'logo'>, upload: Upload): boolean {
  return upload.target.kind === 'look' ? logo?.id === upload.id : isKept(upload) && upload.isPublic;
}

/**
 * Shows a file to the public, or no longer; a logo of the letter is used, or no longer.
 *
 * @returns false when the file was not kept, or something changed since it was read
 */
export async function showFile(
  { store, letter, by, now }: FileContext,
  upload: Upload,
  isPublic: boolean,
): Promise<boolean> {
  const isLook = upload.target.kind === 'look';
  if ((isLook || isKept(upload)) && isFileShown(letter, upload) === isPublic) return true;
  if (!isLook) return setUploadPublic(store, upload, isPublic, by, now);
  return setLogo(store, letter, isPublic ? upload : undefined, by, now);
}

/** Removes a file from its place, and has its bytes deleted. */
export async function removeFile({ store, letter, by, now }: FileContext, upload: Upload): Promise<void> {
  if (letter.logo?.id === upload.id) await setLogo(store, letter, undefined, by, now);
  await removeUpload(store, upload, by, now);
}
