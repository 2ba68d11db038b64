/** Reads the structure of a PNG, JPEG or WebP without decoding it: what it is, how large, and where it ends. */

import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { Refused } from './refused.ts';
import { readWebp } from './webp.ts';

export interface ReadImage {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** The picture, without parts that a decoder does not need. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Longest side, and most pixels: the largest photos of phones, or a page at 700 dots per inch. */
const maxSide = 16_383;
const maxPixels = 64_000_000;
/** Maximum ratio of the long side to the short one: logos and pages are never so narrow. */
const maxRatio = 20;

/**
 * @returns the image, or undefined when it is of another type
 * @throws Refused when it is damaged, animated or too large
 */
export function readImage(file: Buffer): ReadImage | undefined {
  const image = readPng(file) ?? readJpeg(file) ?? readWebp(file);
  if (image) checkDimensions(image);
  return image;
}

/** @throws Refused when the dimensions are outside the limits */
export function checkDimensions({ width, height }: { readonly width: number; readonly height: number }): void {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (!(short >= 1) || long > maxSide || width * height > maxPixels || long > short * maxRatio) {
    throw new Refused('dimensions');
  }
}
