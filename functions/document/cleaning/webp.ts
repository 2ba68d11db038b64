/** Reads a WebP: RFC 9649. */

import type { ReadImage } from './read-image.ts';
import { Refused } from './refused.ts';

const isAnimated = 0b10;

/**
 * @returns the picture, or undefined when the file is no WebP
 * @throws Refused when it is damaged or animated, or something follows its end
 */
export function readWebp(file: Buffer): ReadImage | undefined {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  if (8 + file.readUInt32LE(4) !== file.length) throw new Refused('damaged');
  const kept: Buffer[] = [];
  const sizes: { width: number; height: number }[] = [];
  let hasPicture = false;
  for (let at = 12; at < file.length; ) {
    if (at + 8 > file.length) throw new Refused('damaged');
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > file.length) throw new Refused('damaged');
    const content = file.subarray(at + 8, at + 8 + length);
    if (type === 'ANIM' || type === 'ANMF') throw new Refused('animated');
    const isPicture = type === 'VP8 ' || type === 'VP8L';
    if (isPicture && hasPicture) throw new Refused('damaged');
    if (isPicture || type === 'VP8X') sizes.push(sizeIn(type, content));
    // Without what else there may be: ICCP, EXIF, XMP and unknown chunks.
    if (isPicture || type === 'ALPH' || type === 'VP8X') kept.push(plainChunk(type, file.subarray(at, next)));
    hasPicture ||= isPicture;
    at = next;
  }
  const [size] = sizes;
  // The canvas of a picture that is not animated is the picture.
  if (!size || !hasPicture || sizes.some((one) => one.width !== size.width || one.height !== size.height)) {
    throw new Refused('damaged');
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return { type: 'image/webp', bytes: Buffer.concat([head, body]), ...size };
}

/** Of the chunk with the features, only the one for transparency stays: it would announce chunks that are left out. */
function plainChunk(type: string, chunk: Buffer): Buffer {
  if (type !== 'VP8X') return chunk;
  const plain = Buffer.from(chunk);
  plain[8] = (chunk[8] ?? 0) & 0b1_0000;
  return plain;
}

function sizeIn(type: string, content: Buffer): { width: number; height: number } {
  if (content.length < 10 && type !== 'VP8L') throw new Refused('damaged');
  if (type === 'VP8X') {
    if (((content[0] ?? 0) & isAnimated) !== 0) throw new Refused('animated');
    return { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 };
  }
  if (type === 'VP8 ') {
    if (content.readUIntBE(3, 3) !== 0x9d012a) throw new Refused('damaged');
    return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
  }
  if (content.length < 5 || content[0] !== 0x2f) throw new Refused('damaged');
  const bits = content.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
