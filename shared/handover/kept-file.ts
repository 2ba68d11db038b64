/** Files that the secretariat attaches: the scan of a receipt, the answer of an addressee. */
import * as z from 'zod';

const fileType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
type FileType = z.infer<typeof fileType>;

/** A file in the bucket. Its name is ours, never that of the upload. */
export const keptFile = z.strictObject({ key: z.string(), type: fileType, bytes: z.int().min(1) });
export type KeptFile = z.infer<typeof keptFile>;

/** @returns the ending of the name under which people save a file of that type */
export function fileEnding(type: FileType): string {
  return { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }[type];
}
