/** Makes a Word file the same for the same content: the library writes the time of day into it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const properties = 'docProps/core.xml';

/** @returns the file with this time as the time of its making */
export function datedZip(file: Uint8Array, at: Date): Uint8Array {
  const files = unzipSync(file);
  const core = files[properties];
  if (!core) throw new Error(`the Word file has no ${properties}`);
  const time = `$1${at.toISOString().replace(/\.\d+/, '')}$2`;
  const dated = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, time);
  // Zip files hold a local time, from 1980 on: one that is the same in every time zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync({ ...files, [properties]: strToU8(dated) }, { mtime, level: 6 });
}
