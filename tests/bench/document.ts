/** Processor time and memory of the files of a delivery with many names. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { heading, printTable } from './table.ts';

const result = z.object({ bytes: z.number(), seconds: z.number(), highest: z.number() });
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
const script = fileURLToPath(new URL('document-process.ts', import.meta.url));

export async function documents(): Promise<void> {
  const lines: (string | number)[][] = [];
  for (const names of [1, 500, 2_000, 20_000]) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, String(names)]);
    const { bytes, seconds, highest } = result.parse(JSON.parse(stdout));
    const speed = Math.round(names / seconds).toLocaleString('en');
    lines.push([names.toLocaleString('en'), `${seconds.toFixed(1)} s`, speed, megabytes(highest), megabytes(bytes)]);
  }
  heading(
    'Documents',
    'All files of a delivery in one language (CSV, JSON, PDF, archive, Word) with invented names in sixteen scripts, each',
    'delivery in a process of its own. RSS: the most memory that the whole process took. File: the PDF.',
  );
  printTable(['names', 'CPU', 'names/s', 'RSS', 'file'], lines);
}
