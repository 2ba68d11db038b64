/** Memory and time of an export with many signatures. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { exportFormat } from '../../functions/secretariat/exports/request.ts';
import { bundle } from '../../infra/build/bundle.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { fill } from './fill.ts';
import { heading, printTable } from './table.ts';

const most = Number(process.env['EXPORT_SIZE'] ?? 100_000);
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
/** Node's heap in a function of 256 MB: two thirds, of which the young generation is a twentieth. */
const flags = ['--max-old-space-size=170', '--max-semi-space-size=12'];
const result = z.object({ bytes: z.number(), highest: z.number(), seconds: z.number() });

export async function exporting(engine: BenchEngine): Promise<void> {
  const store = await engine.freshStore();
  const letter = await openExample(store);
  await fill(store, letter, most);
  const lines: (string | number)[][] = [];
  const folder = fileURLToPath(new URL('../../dist/bench/export', import.meta.url));
  await bundle(fileURLToPath(new URL('export-process.ts', import.meta.url)), folder);
  for (const format of exportFormat.options) {
    const parts = [...flags, join(folder, 'index.mjs'), engine.endpoint, store.table, letter.slug, format];
    const { stdout } = await promisify(execFile)(process.execPath, parts);
    const { bytes, highest, seconds } = result.parse(JSON.parse(stdout));
    lines.push([format, most.toLocaleString('en'), megabytes(bytes), megabytes(highest), `${seconds.toFixed(1)} s`]);
  }
  heading(
    '9. Export',
    'A file with everybody who is published and their mailboxes, read from DynamoDB Local. RSS: the most memory that the',
    'whole process took, which runs the bundle and does nothing else.',
  );
  printTable(['format', 'signatures', 'file', 'RSS', 'time'], lines);
}
