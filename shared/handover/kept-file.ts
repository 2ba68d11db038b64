/** Files that the secretariat attaches: the scan of a receipt, the answer of an addressee. */
import * as z from 'zod';

/** Types that are accepted; each is checked by its contents, and images are written anew. */
export const fileType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export type FileType = z.infer<typeof fileType>;

/** Largest upload, in bytes. */
export const maxFileBytes = 10 * 1024 * 1024;

/** A file in the bucket. Its name is ours, never that of the upload. */
export const keptFile = z.strictObject({ key: z.string(), type: fileType, bytes: z.int().min(1) });
export type KeptFile = z.infer<typeof keptFile>;

/** @returns the ending of the name under which people save a file of that type */
export function fileEnding(type: FileType): string {
  return { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }[type];
}
