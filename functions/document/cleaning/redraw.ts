/** Decodes a picture that was checked, and rewrites it. Loaded on demand: the decoders are a native module. */
import sharp from 'sharp';
import type { CleanFile } from './clean-file.ts';
import { Refused } from './refused.ts';

/** No decoders but these four; they get bytes and never a path. https://sharp.pixelplumbing.com/api-utility/#block */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadSvgBuffer',
  ],
});
// A run of the function cleans one file, so the cache would never be used.
sharp.cache(false);

const maxSeconds = 60;

/**
 * @param picture PNG, JPEG, WebP or SVG, of a size that was checked
 * @param box it is scaled down to fit into it
 * @returns the picture upright and in sRGB, without metadata
 * @throws Refused when it cannot be decoded
 */
export async function redraw(
  picture: Buffer,
  { box, as }: { box: { width: number; height: number }; as: 'image/png' | 'image/jpeg' },
): Promise<CleanFile> {
  try {
    const scaled = sharp(picture, { failOn: 'error', limitInputPixels: 64_000_000, animated: false, autoOrient: true })
      .timeout({ seconds: maxSeconds })
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const written =
      as === 'image/png'
        ? scaled.png({ compressionLevel: 9 })
        : // A page is white where a picture is transparent.
          scaled.flatten({ background: '#fff' }).jpeg({ quality: 85 });
    const { data, info } = await written.toBuffer({ resolveWithObject: true });
    return { type: as, bytes: data, size: { width: info.width, height: info.height } };
  } catch {
    // The messages of decoders are about the file, and not for people.
    throw new Refused('damaged');
  }
}
