/** JPEG 2000 pictures, which occur only in scanned PDFs (ISO/IEC 15444-1, annex I). */
import { Refused } from './refused.ts';

/** Boxes with metadata: XML, and data of any program. */
const notes: ReadonlySet<string> = new Set(['xml ', 'uuid', 'uinf', 'jp2i', 'asoc', 'lbl ']);
const codestream = Buffer.from([0xff, 0x4f, 0xff, 0x51]);

/**
 * @returns the picture without boxes that hold notes
 * @throws Refused when it is damaged
 */
export function withoutJpeg2000Notes(file: Buffer): Buffer {
  if (file.subarray(0, 4).equals(codestream)) return file;
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    // 0: up to the end. 1: the length is longer than 32 bits, which no file here is.
    const next = length === 0 ? file.length : at + length;
    if (next < at + 8 || next > file.length) throw new Refused('damaged');
    if (!notes.has(file.toString('latin1', at + 4, at + 8))) kept.push(file.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}
