/** How much memory an export takes, whatever the number of signatures, and how long. */

import { openExport } from '../../shared/export/export.ts';
import { exportFormat } from '../../shared/export/request.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { fill } from './fill.ts';
import { heading, printTable } from './table.ts';

const most = Number(process.env['EXPORT_SIZE'] ?? 100_000);
const megabyte = 1024 * 1024;

export async function exporting(engine: BenchEngine): Promise<void> {
  const store = await engine.freshStore();
  const letter = await openExample(store);
  await fill(store, letter, most);
  const lines: (string | number)[][] = [];
  for (const format of exportFormat.options) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let [highest, bytes, pieces] = [before, 0, 0];
    const startedAt = performance.now();
    const request = { format, groups: ['published' as const], mailboxes: true, bom: false };
    const actor = { kind: 'command-line', id: 'bench' } as const;
    const file = await openExport(store, letter.slug, request, { by: actor, now: new Date() });
    for await (const piece of file.content) {
      bytes += piece.byteLength;
      pieces += 1;
      highest = Math.max(highest, process.memoryUsage().rss);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    lines.push([
      format,
      most.toLocaleString('en'),
      `${(bytes / megabyte).toFixed(1)} MB`,
      pieces,
      `${seconds.toFixed(1)} s`,
      `${Math.round(before / megabyte)} MB`,
      `${Math.round(highest / megabyte)} MB`,
    ]);
  }
  heading(
    '8. Export',
    'A file with everybody who is published, streamed: memory (RSS) of the whole process of this benchmark, which also',
    'holds what filled the table. A function has 512 MB.',
  );
  printTable(['format', 'signatures', 'file', 'pieces', 'took', 'RSS before', 'RSS highest'], lines);
}
