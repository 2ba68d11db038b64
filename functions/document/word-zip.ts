/** Completes Word files after the library: the same bytes for the same content, and columns from right to left. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const properties = 'docProps/core.xml';
const content = 'word/document.xml';

/**
 * @param at creation time, for the properties of the file
 * @param rightToLeft whether the columns of each section run from right to left
 */
export function finishedZip(file: Uint8Array, { at, rightToLeft }: { at: Date; rightToLeft: boolean }): Uint8Array {
  const files = unzipSync(file);
  const time = `$1${at.toISOString().replace(/\.\d+/, '')}$2`;
  const dated = textOf(files, properties).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, time);
  // The order of elements is fixed: `bidi` stands before the grid (ISO/IEC 29500-1, 17.6.17).
  const directed = textOf(files, content).replace(/<w:docGrid/g, rightToLeft ? '<w:bidi/>$&' : '$&');
  // Zip files hold a local time, from 1980 on: one that is the same in every time zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync({ ...files, [properties]: strToU8(dated), [content]: strToU8(directed) }, { mtime, level: 6 });
}

function textOf(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  const found = files[name];
  if (!found) throw new Error(`the Word file has no ${name}`);
  return strFromU8(found);
}
