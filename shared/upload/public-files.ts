/** The uploaded files that the public may see. */
import type { UploadId } from '../ids.ts';
import { isKept, type KeptUpload, type Upload, type UploadTarget } from './upload.ts';

export function isPublicFile(one: Upload): one is KeptUpload {
  return isKept(one) && one.isPublic;
}

/** @returns the public files of a place, oldest first */
export function publicFiles(files: readonly Upload[], wanted: (target: UploadTarget) => boolean): UploadId[] {
  return files.flatMap((one) => (isPublicFile(one) && wanted(one.target) ? [one.id] : []));
}
