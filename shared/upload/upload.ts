/**
 * A file that somebody uploaded: a scan for a handover, the file of an answer, the logo of a letter or of an
 * organisation, evidence for a signature that was added by hand. Nobody sees it before the document function has
 * rewritten it, and the public sees it only after a member of the secretariat has approved it
 * (docs/decisions/064-uploads.md).
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { actor } from '../audit/audit.ts';
import { deliveryId, letterSlug, signatureId, uploadId } from '../ids.ts';
import { isoTimestamp } from '../time.ts';
import { fileRefusal } from './refusal.ts';

const partId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/);

/** A place for files that the secretariat adds. */
export const placeOfFile = z.discriminatedUnion('kind', [
  /** A record of a handover in person or by post. */
  z.strictObject({ kind: z.literal('scan'), delivery: deliveryId, record: partId }),
  z.strictObject({ kind: z.literal('answer'), answer: partId }),
  /** The convener's logo. */
  z.strictObject({ kind: z.literal('look') }),
]);
export type PlaceOfFile = z.infer<typeof placeOfFile>;

/** The place of an uploaded file. */
export const uploadTarget = z.discriminatedUnion('kind', [
  ...placeOfFile.options,
  /** The logo of an organisation that signed. */
  z.strictObject({ kind: z.literal('logo'), signature: signatureId }),
  /** Shows how a co-signatory agreed whom the secretariat added. */
  z.strictObject({ kind: z.literal('evidence'), signature: signatureId }),
]);
export type UploadTarget = z.infer<typeof uploadTarget>;

export const uploadType = z.enum(['image/png', 'image/jpeg', 'application/pdf']);

/** A file of ours in the bucket. */
export const keptFile = z.strictObject({
  key: z.string(),
  type: uploadType,
  bytes: z.int().min(0),
  /** In pixels; absent for a PDF. */
  size: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).optional(),
});

/**
 * - `waiting`: the form is shown, and nothing has arrived yet; the row expires
 * - `checking`: the document function has to check it
 * - `refused`: with the reason; `unavailable` when it could not be checked
 * - `kept`: written anew
 * - `declined`: a logo that the secretariat did not accept; its file is deleted
 */
export const uploadState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('checking'), since: isoTimestamp }),
  z.strictObject({ state: z.literal('refused'), why: z.enum([...fileRefusal.options, 'unavailable', 'missing']) }),
  /** The secretariat did not accept it. */
  z.strictObject({ state: z.literal('declined'), reason: z.string() }),
  z.strictObject({ state: z.literal('kept'), since: isoTimestamp, file: keptFile }),
]);
export type UploadState = z.infer<typeof uploadState>;
export type UploadRefusal = Extract<UploadState, { state: 'refused' }>['why'];

export const upload = z.object({
  id: uploadId,
  letter: letterSlug,
  target: uploadTarget,
  at: isoTimestamp,
  /** The member of the secretariat; absent for a signer. */
  by: actor.optional(),
  progress: uploadState,
  /** Whether the public may see it. */
  isPublic: z.boolean().default(false),
});
export type Upload = z.infer<typeof upload>;

/** An upload whose file was rewritten. */
export type KeptUpload = Upload & { readonly progress: Extract<UploadState, { state: 'kept' }> };

export function isKept(one: Upload): one is KeptUpload {
  return one.progress.state === 'kept';
}

/** @returns the uploads for that place; forms to which nothing was sent are left out */
export function uploadsFor(uploads: readonly Upload[], target: UploadTarget): Upload[] {
  return uploads.filter((one) => isDeepStrictEqual(one.target, target) && one.progress.state !== 'waiting');
}

/** Largest scan, in bytes. S3 enforces it (`form.ts`), and the document function again. */
export const maxScanBytes = 10 * 1024 * 1024;
/** Largest logo, in bytes. */
export const maxLogoBytes = 1024 * 1024;

/** @returns the key of a file as it was sent; nothing but the document function reads it */
export function incomingKey({ letter, id }: Pick<Upload, 'letter' | 'id'>): string {
  return `incoming/${letter}/${id}`;
}

/** Everything under it was rewritten. */
export const keptStart = 'uploads/';

/** @returns the key of the file that is kept */
export function keptKey({ letter, id }: Pick<Upload, 'letter' | 'id'>): string {
  return `${keptStart}${letter}/${id}`;
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' } as const;

/** @returns the name under which people save the file: letters, digits, hyphens and one full stop */
export function uploadFileName({ letter, target, progress: { file } }: KeptUpload): string {
  return `${letter}-${target.kind}.${endings[file.type]}`;
}
