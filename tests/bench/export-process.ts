/** Runs one export in a process of its own and reports its memory. Started by `export.ts`. */
import * as z from 'zod';
import { openExport } from '../../functions/secretariat/exports/export-signatures.ts';
import { exportFormat } from '../../functions/secretariat/exports/request.ts';
import { localAws } from '../../infra/local/environment.ts';
import { letterSlug } from '../../shared/ids.ts';
import { openStore } from '../../shared/platform/store/store.ts';

const [endpoint, table, letter, format] = z
  .tuple([z.string(), z.string(), letterSlug, exportFormat])
  .parse(process.argv.slice(2));
const store = openStore(table, { ...localAws, endpoint });
const request = { format, groups: ['published' as const], mailboxes: true, bom: false };
const by = { kind: 'command-line', id: 'bench' } as const;

let [bytes, highest] = [0, 0];
const startedAt = performance.now();
const file = await openExport(store, letter, request, { by, sight: { withNames: true }, now: new Date() });
for await (const piece of file.content) {
  bytes += piece.byteLength;
  highest = Math.max(highest, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ bytes, highest, seconds: (performance.now() - startedAt) / 1000 }));
