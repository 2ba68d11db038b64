/** Reads a JPEG segment by segment (ITU-T T.81, annex B), without decoding it. */

import type { ReadImage } from './read-image.ts';
import { Refused } from './refused.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Markers without a length: restarts, and one for private use. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
/** Colour: JFIF says how dense the dots are, and Adobe's segment how colours are stored. */
const [jfif, exif, adobe] = [0xe0, 0xe1, 0xee];
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const comment = 0xfe;
/** Frames, which tell the size; three of these codes are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** A progressive picture has some ten scans, and each takes as long to decode as the picture is large. */
const maxScans = 100;

/**
 * @param place in a PDF, line ends and more may follow; readers do not look at them
 * @returns the picture without place, device, thumbnail and comments; it stays upright. Undefined when the file is not
 *   a JPEG
 * @throws Refused when it is damaged, or has data after its end that no camera writes
 */
export function readJpeg(file: Buffer, place: 'alone' | 'in a PDF' = 'alone'): ReadImage | undefined {
  if (file[0] !== 0xff || file[1] !== startOfImage || file[2] !== 0xff) return undefined;
  const kept: Buffer[] = [];
  let orientation = 1;
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  for (let at = 2; at + 2 <= file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff || marker === startOfImage) throw new Refused('damaged');
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      const isLast = place === 'in a PDF' || isTrailer(file.subarray(at + 2));
      if (!size || scans === 0 || !isLast) throw new Refused('damaged');
      return { type: 'image/jpeg', bytes: assembled(kept, orientation), ...size };
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > file.length) throw new Refused('damaged');
    const next = at + 2 + file.readUInt16BE(at + 2);
    if (next > file.length || next < at + 4) throw new Refused('damaged');
    const segment = file.subarray(at, next);
    if (isFrame(marker)) {
      if (size) throw new Refused('damaged');
      size = sizeIn(segment);
    }
    if (marker === exif) orientation = orientationIn(segment) ?? orientation;
    if (marker === jfif || marker === adobe || (!isApplication(marker) && marker !== comment)) {
      kept.push(withoutThumbnail(segment, marker));
    }
    at = next;
    if (marker === startOfScan) {
      scans += 1;
      if (!size || scans > maxScans) throw new Refused('damaged');
      const end = endOfScan(file, at);
      kept.push(file.subarray(at, end));
      at = end;
    }
  }
  throw new Refused('damaged');
}

/**
 * Phones append data: a second exposure, a short video, their own metadata. All of it is dropped; any other trailing
 * data makes the file ambiguous.
 */
function isTrailer(rest: Buffer): boolean {
  if (rest.every((byte) => byte === 0)) return true;
  const isPicture = rest[0] === 0xff && rest[1] === startOfImage;
  const isFilm = rest.toString('latin1', 4, 8) === 'ftyp';
  const hasSamsungNotes = rest.toString('latin1', rest.length - 4) === 'SEFT';
  return isPicture || isFilm || hasSamsungNotes;
}

/** The first segment after the start is ours: it says only which side is up. */
function assembled(segments: readonly Buffer[], orientation: number): Buffer {
  const upright = orientation === 1 ? [] : [exifWith(orientation)];
  return Buffer.concat([Buffer.from([0xff, startOfImage]), ...upright, ...segments, Buffer.from([0xff, endOfImage])]);
}

/** Coded data: `ff 00` is a byte of it, and restarts are part of it. @returns where the next marker is */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next === undefined) return file.length;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return file.length;
}

function sizeIn(frame: Buffer): { width: number; height: number } {
  if (frame.length < 9) throw new Refused('damaged');
  return { height: frame.readUInt16BE(5), width: frame.readUInt16BE(7) };
}

/** JFIF may hold a small picture of the whole, before it was cut. */
function withoutThumbnail(segment: Buffer, marker: number): Buffer {
  if (marker !== jfif) return segment;
  if (segment.length < 18 || segment.toString('latin1', 4, 8) !== 'JFIF') return Buffer.alloc(0);
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain[16] = 0;
  plain[17] = 0;
  return plain;
}

/** @returns the value of the tag Orientation (CIPA DC-008, 4.6.5), if it has one of its eight values */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  for (let entry = first + 2, left = u16(first); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1) {
    if (u16(entry) !== 0x0112) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** @returns an Exif segment with one entry */
function exifWith(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, exif, 0, 2 + 6 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
