import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentData } from '../../shared/document/document-data.ts';
import { checkLogo } from '../../shared/document/logo.ts';
import { compileOne, makeDocumentData } from '../fixtures/document.ts';

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey PNG, with these chunks before its pixels. */
function png(width: number, height: number, extra: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(Math.min(height, 50) * (Math.min(width, 50) + 1)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = (inside: string, before = '') =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">${inside}</svg>`);
const logo = (type: 'image/png' | 'image/svg+xml', bytes: Buffer) => ({
  type,
  data: bytes.toString('base64'),
  description: 'A wave',
});

describe('a logo', () => {
  it.each([
    ['image/png', png(40, 20)],
    ['image/svg+xml', svg('<title>Wave</title><path d="M0 20 C20 0 40 40 80 20" stroke="#157" fill="none"/>')],
  ] as const)('of the type %s stands in the document', async (type, bytes) => {
    expect(checkLogo(type, bytes)).toBeUndefined();
    const plain = await compileOne(makeDocumentData(), { standard: 'pdf-ua-1' });
    const made = await compileOne(makeDocumentData({ logo: logo(type, bytes) }), { standard: 'pdf-ua-1' });
    expect(made.bytes.byteLength).toBeGreaterThan(plain.bytes.byteLength);
  });

  it.each([
    ['a PNG of a billion pixels', 'image/png', png(30_000, 40_000)],
    [
      'a PNG with a profile that inflates to 20 MB',
      'image/png',
      png(9, 9, [chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(20_000_000))]))]),
    ],
    ['a PNG without pixels', 'image/png', png(9, 9).subarray(0, 33)],
    [
      'a PNG whose first chunk is no header',
      'image/png',
      Buffer.concat([png(9, 9).subarray(0, 8), png(9, 9).subarray(33)]),
    ],
    ['something else called a PNG', 'image/png', svg('<path d="M0 0"/>')],
    ['a file of 600 kB', 'image/png', Buffer.concat([png(9, 9), Buffer.alloc(600_000)])],
    [
      'entities that multiply',
      'image/svg+xml',
      svg('<title>&b;</title>', '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
    ],
    [
      'an external entity',
      'image/svg+xml',
      svg('<title>&x;</title>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ],
    ['a picture from elsewhere', 'image/svg+xml', svg('<image href="https://tracker.example/a.png"/>')],
    ['a picture within', 'image/svg+xml', svg('<image href="data:image/png;base64,AAAA"/>')],
    [
      'shapes that repeat shapes',
      'image/svg+xml',
      svg('<g id="a"><path d="M0 0"/></g><use href="#a"/><use href="#a"/>'),
    ],
    ['a script', 'image/svg+xml', svg('<script>1</script>')],
    ['an event', 'image/svg+xml', svg('<path d="M0 0" onload="x()"/>')],
    ['a colour from elsewhere', 'image/svg+xml', svg('<path d="M0 0" fill="url(https://x.example/#a)"/>')],
    ['a filter', 'image/svg+xml', svg('<filter id="f"><feGaussianBlur stdDeviation="99999"/></filter>')],
    ['a style sheet', 'image/svg+xml', svg('<path d="M0 0"/>', '<?xml-stylesheet href="https://x.example/a.css"?>')],
    ['another encoding', 'image/svg+xml', Buffer.from('\ufeff<svg/>', 'utf16le')],
  ] as const)('that is %s is refused before it is decoded', (_, type, bytes) => {
    expect(checkLogo(type, bytes)).toEqual(expect.any(String));
    expect(documentData.safeParse({ ...makeDocumentData(), logo: logo(type, bytes) }).success).toBe(false);
  });
});
