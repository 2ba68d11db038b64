/** Hostile and revealing pictures: what is kept is a new picture of the same look, or nothing. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanLogo, cleanScan } from '../../functions/document/cleaning/clean-file.ts';
import { jpegOf, photo, place, pngOf, pngOfSize, webpOf, withPngChunk } from '../fixtures/pictures.ts';

const box = { width: 320, height: 160 };

async function scanned(bytes: Uint8Array) {
  const clean = await cleanScan(bytes);
  if (!clean.ok) throw new Error(clean.why);
  return clean.file;
}

async function whyNot(bytes: Uint8Array) {
  const [scan, logo] = [await cleanScan(bytes), await cleanLogo(bytes, box)];
  expect(logo).toEqual(scan);
  return scan.ok ? 'accepted' : scan.why;
}

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('loses its place, device and notes as %s', async (as) => {
    const taken = await photo(as);
    expect(taken.includes(place)).toBe(true);
    expect((await sharp(taken).metadata()).exif).toBeDefined();

    const { bytes, type } = await scanned(taken);

    expect(type).toBe(as === 'png' ? 'image/png' : 'image/jpeg');
    const kept = await sharp(bytes).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.comments]).toEqual([undefined, undefined, undefined, undefined]);
    for (const word of [place, 'Camera', 'Exif', 'GPS', 'xmpmeta'])
      expect(Buffer.from(bytes).includes(word)).toBe(false);
  });

  it.each([
    [1, 60, 40],
    [3, 60, 40],
    [6, 40, 60],
    [8, 40, 60],
  ])('stands upright when the camera was held as orientation %i', async (orientation, width, height) => {
    const { size, bytes } = await scanned(await photo('jpeg', orientation));

    expect(size).toEqual({ width, height });
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    // The blue half was at the top of the picture as stored; turned by a quarter it is at the right or the left.
    const isBlueFirst = (data[2] ?? 0) > (data[0] ?? 0);
    expect(isBlueFirst).toBe(orientation === 1 || orientation === 8);
  });

  it('is made smaller when it is larger than a page needs', async () => {
    const { size } = await scanned(await jpegOf(6000, 3000));
    expect(size).toEqual({ width: 4000, height: 2000 });
  });

  it('may carry what telephones append, which is left out', async () => {
    const taken = await jpegOf();
    const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.from(place)]);
    const notes = Buffer.from(`${place}SEFHxxxxSEFT`);
    for (const trailer of [film, notes, await jpegOf(20, 20), Buffer.alloc(7)]) {
      const { bytes } = await scanned(Buffer.concat([taken, trailer]));
      expect(Buffer.from(bytes).includes(place)).toBe(false);
    }
  });
});

describe('a picture is refused', () => {
  it('with its reason when something follows its end', async () => {
    for (const picture of [await pngOf(), await jpegOf(), await webpOf()]) {
      for (const trailer of ['PK\x03\x04 an archive', '<script>alert(1)</script>', '%PDF-1.7', '\x7fELF', '\n']) {
        expect(await whyNot(Buffer.concat([picture, Buffer.from(trailer, 'latin1')]))).toBe('damaged');
      }
    }
  });

  it('when it is truncated anywhere', async () => {
    for (const picture of [await pngOf(), await jpegOf(), await webpOf()]) {
      for (const part of [0.2, 0.5, 0.9, 0.99]) {
        expect(['damaged', 'type']).toContain(await whyNot(picture.subarray(0, Math.floor(picture.length * part))));
      }
    }
  });

  it.each([
    ['50,000 × 50,000 pixels', pngOfSize(50_000, 50_000)],
    ['16,000 × 16,000 pixels', pngOfSize(16_000, 16_000)],
    ['the largest numbers that fit', pngOfSize(0xffff_ffff, 0xffff_ffff)],
    ['no pixels', pngOfSize(0, 100)],
    ['a line', pngOfSize(16_000, 2)],
  ])('before it is decoded when it says that it has %s', async (_, bytes) => {
    expect(await whyNot(bytes)).toBe('dimensions');
  });

  it('before it is decoded when a JPEG or WebP says that it is huge', async () => {
    const jpeg = await jpegOf();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    expect(await whyNot(jpeg)).toBe('dimensions');
    const webp = await webpOf();
    webp.writeUInt32LE(0x0fff_ffff, webp.indexOf('VP8L') + 9);
    expect(await whyNot(webp)).toBe('dimensions');
  });

  it('when it moves', async () => {
    const two = await sharp(
      [
        await pngOf(),
        await sharp(await pngOf())
          .negate()
          .toBuffer(),
      ],
      { join: { animated: true } },
    )
      .webp({ loop: 0 })
      .toBuffer();
    expect(await whyNot(two)).toBe('animated');
    expect(await whyNot(withPngChunk(await pngOf(), 'acTL', Buffer.alloc(8)))).toBe('animated');
  });

  it('when its contents are of another type, whatever its name says', async () => {
    const gif = await sharp(await pngOf())
      .gif()
      .toBuffer();
    const tiff = await sharp(await pngOf())
      .tiff()
      .toBuffer();
    const others = ['', 'MZ\x90\0', 'GIF89a', '<!doctype html><title>x</title>', '\x7fELF', 'BM', '#!/bin/sh\n', '{}'];
    for (const bytes of [gif, tiff, ...others.map((text) => Buffer.from(text, 'latin1'))]) {
      expect(await whyNot(bytes)).toBe('type');
    }
  });

  it('when its checksums are wrong, or it has an unknown part that is needed', async () => {
    const png = await pngOf();
    const wrong = Buffer.from(png);
    wrong[png.indexOf('IDAT') + 6] = (png[png.indexOf('IDAT') + 6] ?? 0) ^ 0xff;
    expect(await whyNot(wrong)).toBe('damaged');
    expect(await whyNot(withPngChunk(png, 'ABCD', 'x'))).toBe('damaged');
  });

  it('when the file is larger than it may be', async () => {
    const [scan, logo] = [Buffer.alloc(10 * 1024 * 1024 + 1), Buffer.alloc(1024 * 1024 + 1)];
    expect(await cleanScan(scan)).toEqual({ ok: false, why: 'size' });
    expect(await cleanLogo(logo, box)).toEqual({ ok: false, why: 'size' });
  });
});

describe('a PNG', () => {
  it.each([
    ['tEXt', `Comment\0${place}`],
    ['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${place}`],
    ['eXIf', `MM\0*${place}`],
    ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(20_000_000))])],
    ['iCCP', Buffer.concat([Buffer.from('Profile\0\0'), deflateSync(Buffer.alloc(20_000_000))])],
  ])('loses a chunk %s without anything looking into it', async (type, content) => {
    const clean = await cleanLogo(withPngChunk(await pngOf(), type, content), box);
    expect(clean.ok && Buffer.from(clean.file.bytes).includes(type)).toBe(false);
    expect(clean.ok && clean.file.size).toEqual({ width: 60, height: 40 });
  });
});

describe('a logo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('becomes a PNG that fits into its box from %s', async (as) => {
    const large = await sharp(await pngOf(1000, 250))
      .toFormat(as)
      .toBuffer();
    const clean = await cleanLogo(large, box);
    expect(clean).toMatchObject({ ok: true, file: { type: 'image/png', size: { width: 320, height: 80 } } });
  });

  it('is never a PDF', async () => {
    expect(await cleanLogo(Buffer.from('%PDF-1.7\n%%EOF'), box)).toEqual({ ok: false, why: 'type' });
  });
});
