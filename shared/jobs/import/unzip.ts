/**
 * Unpacks untrusted ZIP archives (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Sizes stated in the
 * archive are not trusted: unpacking stops at the first byte too many.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const fixed = { local: 30, central: 46, end: 22 } as const;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;
/** A workbook has a few dozen. */
const maxEntries = 1000;

/**
 * @param isWanted tells by its name whether a part is unpacked
 * @param most maximum size of all parts together, in bytes
 * @returns the parts by name, or why there are none
 */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  most: number,
): Promise<ReadonlyMap<string, Uint8Array> | 'too-large' | 'unreadable'> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let left = most;
  try {
    for (const entry of entriesOf(zip)) {
      if (!isWanted(entry.name) || parts.has(entry.name)) continue;
      const part = await contentOf(zip, entry, left);
      left -= part.byteLength;
      if (left < 0) return 'too-large';
      parts.set(entry.name, part);
    }
    return parts;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Node throws this when there is more than `maxOutputLength`. Any other error means a broken ZIP, or none.
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable';
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  /** Offset of its own header. */
  readonly at: number;
}

/** Reads the central directory. @throws RangeError when it points beyond the archive, Error when there is none */
function entriesOf(zip: Buffer): readonly Entry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) throw new Error('too many entries');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (zip.readUInt32LE(at) !== signatures.central) throw new Error('not an entry');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + fixed.central, at + fixed.central + nameLength);
    const method = zip.readUInt16LE(at + 10);
    entries.push({ name, method, packedSize: zip.readUInt32LE(at + 20), at: zip.readUInt32LE(at + 42) });
    at += fixed.central + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** A comment may follow the end of the directory. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - fixed.end; at >= 0 && at >= zip.length - fixed.end - longestComment; at -= 1) {
    if (zip.readUInt32LE(at) === signatures.end) return at;
  }
  throw new Error('the directory has no end');
}

async function contentOf(zip: Buffer, { method, packedSize, at }: Entry, most: number): Promise<Uint8Array> {
  if (zip.readUInt32LE(at) !== signatures.local) throw new Error('not a part');
  const from = at + fixed.local + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(from, from + packedSize);
  if (method === stored) return packed;
  if (method !== deflated) throw new Error('an unsupported compression method');
  // Node refuses 0 as a limit.
  return inflate(packed, { maxOutputLength: Math.max(1, most) });
}
