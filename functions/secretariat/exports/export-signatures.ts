/** Exports the signatures of a letter, writing the file while the table is read. */
import { type Actor, writeAudit } from '../../../shared/audit/audit.ts';
import type { LetterSlug } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { ViewerRights } from '../../../shared/signature/seen-record.ts';
import { readExport } from './read.ts';
import type { ExportRequest } from './request.ts';

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  /** Read it to the end, or cancel it. It fails when the table does: a file without its last line is incomplete. */
  readonly content: ReadableStream<Uint8Array>;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Records the export in the audit trail, then opens the file.
 *
 * @param by has the right to the requested data; the caller has checked it
 * @param sight without the right to read withheld names, the file leaves them out
 */
export async function openExport(
  store: Store,
  letter: LetterSlug,
  request: ExportRequest,
  { by, sight, now }: { by: Actor; sight: ViewerRights; now: Date },
): Promise<ExportFile> {
  const { format, groups, mailboxes } = request;
  const after = { format, groups: groups.join(' '), mailboxes };
  await writeAudit(store, { by, did: 'signature.exported', scope: letter, after }, now);
  if (mailboxes) await writeAudit(store, { by, did: 'mailbox.seen', scope: letter, after }, now);
  const pieces = piecesOf(store, letter, { ...request, ...sight }, now);
  const name = `${letter}-signatures-${now.toISOString().slice(0, 10)}.${format}`;
  return { name, type: types[format], content: ReadableStream.from(inBytes(pieces)) };
}

async function* piecesOf(
  store: Store,
  letter: LetterSlug,
  request: ExportRequest & ViewerRights,
  now: Date,
): AsyncGenerator<string | Uint8Array> {
  const pages = readExport(store, letter, request);
  // Each format is loaded on demand, so that the function starts quickly.
  if (request.format === 'csv') yield* (await import('./csv.ts')).csvExport(pages, request);
  else if (request.format === 'xlsx') yield* (await import('./xlsx.ts')).xlsxExport(pages, request);
  else yield* (await import('./json.ts')).jsonExport(pages, request, { letter, asOf: now.toISOString() });
}

async function* inBytes(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}
