/** Archives that lie: their declared sizes have no effect. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { unzip } from '../../shared/jobs/import/unzip.ts';

const all = () => true;
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

/** Writes other unpacked sizes into the headers of each part: its own and the one in the directory. */
function lyingAboutSizes(zip: Uint8Array, size: number): Uint8Array {
  const changed = Buffer.from(zip);
  for (const [signature, offset] of [
    ['PK\u0003\u0004', 22],
    ['PK\u0001\u0002', 24],
  ] as const) {
    for (let at = changed.indexOf(signature); at >= 0; at = changed.indexOf(signature, at + 4)) {
      changed.writeUInt32LE(size, at + offset);
    }
  }
  return changed;
}

it('stops at the first byte over the limit, whatever the archive declares', async () => {
  const bomb = zipSync({ a: zeros(60) }, { level: 9 });
  const workbook = zipSync({ 'xl/worksheets/sheet1.xml': zeros(60) }, { level: 9 });
  for (const said of [0, 1, 1000, 0xffffffff]) {
    const zip = lyingAboutSizes(bomb, said);
    expect(await unzip(zip, all, 1024 * 1024)).toBe('too-large');
    expect(await readSheet(lyingAboutSizes(workbook, said))).toMatchObject({
      ok: false,
      why: expect.stringContaining('too large'),
    });
  }
});

it('adds up all parts, and unpacks only those that are wanted', async () => {
  const zip = zipSync({ a: zeros(1), b: zeros(1), c: strToU8('ça') });
  expect(await unzip(zip, all, 2 * 1024 * 1024)).toBe('too-large');
  const parts = await unzip(zip, (name) => name !== 'b', 1024 * 1024 + 3);
  expect(parts).toEqual(
    new Map([
      ['a', Buffer.from(zeros(1))],
      ['c', Buffer.from('ça')],
    ]),
  );
});

it('counts the bytes of parts that share their content', async () => {
  const zip = Buffer.from(zipSync({ a: zeros(1), b: strToU8('x') }));
  // Both directory entries point to the same part, as in small archives that unpack to terabytes.
  const [first, second] = [zip.indexOf('PK\u0001\u0002'), zip.lastIndexOf('PK\u0001\u0002')];
  zip.copy(zip, second + 20, first + 20, first + 28);
  zip.copy(zip, second + 42, first + 42, first + 46);
  zip.copy(zip, second + 10, first + 10, first + 12);
  expect(await unzip(zip, all, 1.5 * 1024 * 1024)).toBe('too-large');
});

it('never fails on a broken archive, or on another kind of file', async () => {
  const whole = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'), b: strToU8('b'.repeat(500)) });
  const broken = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const copy = Uint8Array.from(whole);
      for (const [at, value] of changes) copy[at] = value;
      return copy;
    });
  const cut = fc.nat(whole.length).map((length) => whole.slice(0, length));
  await fc.assert(
    fc.asyncProperty(fc.oneof(broken, cut, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
      const parts = await unzip(bytes, all, 10_000);
      expect(parts instanceof Map || parts === 'too-large' || parts === 'unreadable').toBe(true);
    }),
    { numRuns: 300 },
  );
});
