/** Hostile and revealing PDFs: what is kept shows the same pages and does nothing else. */
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { cleanScan } from '../../functions/document/cleaning/clean-file.ts';
import { pdf, pdfStream, photo, place } from '../fixtures/pictures.ts';

async function cleaned(file: Buffer) {
  const clean = await cleanScan(file);
  if (!clean.ok) throw new Error(clean.why);
  expect(clean.file.type).toBe('application/pdf');
  return Buffer.from(clean.file.bytes);
}

async function whyNot(file: Buffer) {
  const clean = await cleanScan(file);
  return clean.ok ? 'accepted' : clean.why;
}

/** @returns all streams of a PDF as they are stored, and its objects as text */
async function everything(file: Buffer) {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const parts = document.context.enumerateIndirectObjects().map(([, object]) => {
    const bytes = Buffer.alloc(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    return bytes;
  });
  return Buffer.concat(parts).toString('latin1');
}

describe('a PDF', () => {
  it('keeps its pages and their text', async () => {
    const made = await PDFDocument.create();
    for (const words of ['Received by the Mayor', 'Second page']) made.addPage([300, 200]).drawText(words);
    made.setAuthor(place);
    made.setTitle(place);

    const kept = await cleaned(Buffer.from(await made.save()));

    const read = await PDFDocument.load(kept, { updateMetadata: false });
    expect(read.getPageCount()).toBe(2);
    expect([read.getAuthor(), read.getTitle(), read.getProducer()]).toEqual([undefined, undefined, undefined]);
    expect(await everything(kept)).not.toContain(place);
  });

  it('keeps links to pages and mailboxes, and the page that it begins with', async () => {
    const link = (target: string) =>
      `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${target}) >> >>`;
    const kept = await cleaned(
      pdf({
        catalog: '/OpenAction [3 0 R /Fit]',
        page: '/Annots [4 0 R 5 0 R]',
        objects: [link('https://town.example/'), link('mailto:a@town.example')],
      }),
    );
    const all = await everything(kept);
    expect(all).toContain('https://town.example/');
    expect(all).not.toContain('OpenAction');
  });

  it('loses metadata, notes of programs, previews and earlier versions', async () => {
    const kept = await cleaned(
      pdf({
        catalog: '/Metadata 4 0 R /PieceInfo << /X << /Private 5 0 R >> >>',
        page: '/Thumb 4 0 R /Metadata 4 0 R',
        objects: [
          pdfStream('/Type /Metadata /Subtype /XML', Buffer.from(`<x>${place}</x>`)),
          `(${place})`,
          // Replaced by a later version, so no page uses it.
          pdfStream('', Buffer.from(`BT (${place}) Tj ET`)),
        ],
      }),
    );
    expect(await everything(kept)).not.toContain(place);
  });

  it.each([
    ['alone', '/Filter /DCTDecode', (bytes: Buffer) => bytes],
    ['in a list', '/Filter [/DCTDecode]', (bytes: Buffer) => bytes],
    [
      'compressed again',
      '/Filter [/FlateDecode /DCTDecode] /DecodeParms [null null]',
      (bytes: Buffer) => deflateSync(bytes),
    ],
  ])('loses the place of a photo on its page, %s', async (_, filter, pack) => {
    const taken = await photo('jpeg', 1);
    const image = pdfStream(
      `/Type /XObject /Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${filter}`,
      pack(taken),
    );
    const file = pdf({ page: '/Resources << /XObject << /P 4 0 R >> >>', objects: [image] });

    const all = await everything(await cleaned(file));

    expect(all).toContain('DCTDecode');
    expect(all).not.toContain(place);
    expect(all).not.toContain('Exif');
  });
});

describe('a PDF is refused', () => {
  it.each([
    ['JavaScript on opening', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }],
    ['JavaScript with an escaped name', { catalog: '/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>' }],
    [
      'JavaScript among names',
      { catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', objects: ['<< /S /JavaScript /JS (x) >>'] },
    ],
    ['JavaScript in another object', { catalog: '/OpenAction 4 0 R', objects: ['<< /S /JavaScript /JS (x) >>'] }],
    ['JavaScript on turning a page', { page: '/AA << /O << /S /JavaScript /JS (x) >> >>' }],
    ['a program to start', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }],
    [
      'an action after a harmless one',
      { catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (x) >> >>' },
    ],
    ['a link to a program', { page: '/Annots [4 0 R]', objects: ['<< /Subtype /Link /A << /S /Launch /F (x) >> >>'] }],
    [
      'a link that runs',
      { page: '/Annots [4 0 R]', objects: ['<< /Subtype /Link /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>'] },
    ],
    [
      'a form that is sent',
      {
        page: '/Annots [4 0 R]',
        objects: ['<< /Subtype /Widget /A << /S /SubmitForm /F (https://evil.example) >> >>'],
      },
    ],
    [
      'another file',
      {
        catalog: '/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>',
        objects: ['<< /Type /Filespec /EF << /F 5 0 R >> >>', pdfStream('/Type /EmbeddedFile', Buffer.from('MZ'))],
      },
    ],
    ['a file on its page', { page: '/Annots [<< /Subtype /FileAttachment /FS << /EF << >> >> >>]' }],
    ['a film', { page: '/Annots [<< /Subtype /RichMedia >>]' }],
    ['an XFA form', { catalog: '/AcroForm << /XFA [] >>' }],
  ])('for %s', async (_, parts) => {
    expect(await whyNot(pdf(parts))).toBe('active');
  });

  it('for JavaScript in a compressed object', async () => {
    const inner = '7 0 << /S /JavaScript /JS (app.alert(1)) >>';
    const packed = deflateSync(Buffer.from(inner));
    const stream = pdfStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed);
    const file = pdf({ catalog: '/OpenAction 7 0 R', objects: [stream] });
    expect(file.includes('JavaScript')).toBe(false);
    expect(await whyNot(file)).toBe('active');
  });

  it('when it is protected', async () => {
    const text = pdf()
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>');
    expect(await whyNot(Buffer.from(text, 'latin1'))).toBe('protected');
  });

  it('when something follows its end or stands before it, or it is truncated', async () => {
    expect(await whyNot(pdf({ end: 'PK\x03\x04' }))).toBe('damaged');
    expect(await whyNot(pdf({ end: '<script>alert(1)</script>' }))).toBe('damaged');
    expect(await whyNot(Buffer.concat([Buffer.from('GIF89a'), pdf()]))).toBe('type');
    expect(await whyNot(pdf().subarray(0, 200))).toBe('damaged');
    expect(await whyNot(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('damaged');
  });

  it('when its objects are small as a file and huge in memory', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000, 32));
    const twice = deflateSync(bomb);
    for (const [dict, content] of [
      ['/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb],
      ['/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode', bomb],
      ['/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', twice],
    ] as const) {
      expect(await whyNot(pdf({ objects: [pdfStream(dict, content)] }))).toBe('damaged');
    }
  });
});
