/** Reads a PNG: https://www.w3.org/TR/png-3/#5Chunk-layout */
import { crc32 } from 'node:zlib';
import type { ReadImage } from './read-image.ts';
import { Refused } from './refused.ts';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/**
 * Parts of the picture itself, transparency and colours. No text, time or Exif; no colour profile, which is compressed
 * and may be huge.
 */
const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']);
const animation: ReadonlySet<string> = new Set(['acTL', 'fcTL', 'fdAT']);

/**
 * @returns the picture without other chunks, or undefined when the file is not a PNG
 * @throws Refused when it is damaged or animated, or has data after its end
 */
export function readPng(file: Buffer): ReadImage | undefined {
  if (!file.subarray(0, signature.length).equals(signature)) return undefined;
  const chunks: Buffer[] = [signature];
  const types = new Set<string>();
  let size: { width: number; height: number } | undefined;
  let at = signature.length;
  while (!types.has('IEND')) {
    if (at + 12 > file.length) throw new Refused('damaged');
    const next = at + 12 + file.readUInt32BE(at);
    if (next > file.length) throw new Refused('damaged');
    const type = file.toString('latin1', at + 4, at + 8);
    if (animation.has(type)) throw new Refused('animated');
    const isIntact = file.readUInt32BE(next - 4) === crc32(file.subarray(at + 4, next - 4));
    if (!isIntact || (type === 'IHDR') !== (size === undefined)) throw new Refused('damaged');
    if (type === 'IHDR') size = sizeIn(file, at, next);
    if (kept.has(type)) chunks.push(file.subarray(at, next));
    // A chunk with a capital first letter is needed to show the picture, and this is not a known one.
    else if (/^[A-Z]/.test(type)) throw new Refused('damaged');
    types.add(type);
    at = next;
  }
  if (at !== file.length || !types.has('IDAT') || !size) throw new Refused('damaged');
  return { type: 'image/png', bytes: Buffer.concat(chunks), ...size };
}

function sizeIn(file: Buffer, at: number, next: number): { width: number; height: number } {
  if (next - at !== 12 + 13) throw new Refused('damaged');
  return { width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) };
}
