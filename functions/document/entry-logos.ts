/** Files and sizes of organisations' logos for the letter's template. */
import type { DocumentData } from '../../shared/document/document-data.ts';

/** @returns name of an organisation's logo among the files that the template gets */
export function entryLogoFile(id: string): string {
  return `logo-${id}.png`;
}

/** Largest size of an organisation's logo, in points: one line and a half high, less than half of a column wide. */
const logoBox = { width: 80, height: 18 };

/** @returns the files of organisations' logos and the sizes in which they are shown, by id */
export function entryLogos(logos: DocumentData['logos'] = {}) {
  return new Map(
    Object.entries(logos).map(([id, data]) => {
      // The size is in the header, which comes first. https://www.w3.org/TR/png-3/#11IHDR
      const header = Buffer.from(data.slice(0, 32), 'base64');
      const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
      const scale = Math.min(logoBox.width / width, logoBox.height / height);
      return [id, { file: entryLogoFile(id), width: width * scale, height: height * scale }];
    }),
  );
}
