/**
 * Makes files from strangers harmless: a file is recognised by its contents, checked before anything decodes it, and
 * rewritten without invisible data. Locations, devices, comments, earlier versions and hidden data are removed
 * (docs/decisions/063-files-are-rewritten.md).
 */
import type { FileRefusal } from '../../../shared/upload/refusal.ts';
import { maxLogoBytes, maxScanBytes } from '../../../shared/upload/upload.ts';
import { Refused } from './refused.ts';

export type CleanType = 'image/png' | 'image/jpeg' | 'application/pdf';

export interface CleanFile {
  readonly type: CleanType;
  readonly bytes: Uint8Array;
  /** In pixels; absent for a PDF. */
  readonly size?: { readonly width: number; readonly height: number };
}

export type Cleaned =
  | { readonly ok: true; readonly file: CleanFile }
  | { readonly ok: false; readonly why: FileRefusal };

/** Longest side of a scan as it is kept, in pixels: a page at 340 dots per inch. */
const scanSide = 4000;

/**
 * Cleans a photo or scan of paper: PNG, JPEG, WebP or PDF.
 *
 * @returns a PDF, a JPEG, or a PNG where the picture was one. Never throws on hostile input
 */
export function cleanScan(bytes: Uint8Array): Promise<Cleaned> {
  return refusing(async () => {
    const file = bufferOf(bytes, maxScanBytes);
    if (isPdf(file)) return { type: 'application/pdf', bytes: await (await import('./pdf.ts')).cleanPdf(file) };
    const { readImage } = await import('./read-image.ts');
    const image = readImage(file);
    if (!image) throw new Refused('type');
    const { redraw } = await import('./redraw.ts');
    return redraw(image.bytes, {
      box: { width: scanSide, height: scanSide },
      as: image.type === 'image/png' ? 'image/png' : 'image/jpeg',
    });
  });
}

/**
 * Cleans a logo: PNG, JPEG, WebP or SVG.
 *
 * @param box the largest width and height in which it is shown
 * @returns a PNG that fits into the box. Never throws on hostile input
 */
export function cleanLogo(
  bytes: Uint8Array,
  box: { readonly width: number; readonly height: number },
): Promise<Cleaned> {
  return refusing(async () => {
    const file = bufferOf(bytes, maxLogoBytes);
    if (isPdf(file)) throw new Refused('type');
    const { readImage } = await import('./read-image.ts');
    const { redraw } = await import('./redraw.ts');
    const image = readImage(file);
    if (image) return redraw(image.bytes, { box, as: 'image/png' });
    const { safeSvg } = await import('./svg.ts');
    return redraw(Buffer.from(safeSvg(file, box)), { box, as: 'image/png' });
  });
}

function bufferOf(bytes: Uint8Array, maxBytes: number): Buffer {
  if (bytes.byteLength > maxBytes) throw new Refused('size');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** PDF readers accept bytes before this mark, which could hide another file type; we do not. */
const isPdf = (file: Buffer) => file.subarray(0, 5).toString('latin1') === '%PDF-';

async function refusing(clean: () => Promise<CleanFile>): Promise<Cleaned> {
  try {
    return { ok: true, file: await clean() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.why };
    throw error;
  }
}
