/** The trail that a route is about, and what the visitor may see of it; for the pages and for the API. */
import type { Context } from 'hono';
import type * as z from 'zod';
import { type AuditEntry, withoutLinks } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { viewerRightsOf } from '../letter-in-path.ts';
import { type auditExportQuery, monthOf, monthsBetween } from './search.ts';

/** @returns a function that leaves of a line only what the visitor may see */
export function shownTo(visit: Visit): (entry: AuditEntry) => AuditEntry {
  return viewerRightsOf(visit).withNames ? (entry) => entry : withoutLinks;
}

/** @returns the letter, `undefined` for the trail outside letters, `none` when there is no such letter */
export async function letterIn({ store }: ConsoleContext, { scope }: Visit) {
  return scope === everything ? undefined : ((await readLetter(store, scope)) ?? 'none');
}

/** @returns the trail of whole months as a file, sent while it is read */
export async function downloadTrail(
  c: Context,
  { store, now }: ConsoleContext,
  visit: Visit,
  { from, to, format }: z.infer<typeof auditExportQuery>,
): Promise<Response> {
  const { scope } = visit;
  const last = to ?? monthOf(now());
  const months = monthsBetween(from ?? last, last);
  const { auditCsv, auditJson } = await import('./export.ts');
  const lines = (format === 'csv' ? auditCsv : auditJson)(store, scope, months, shownTo(visit));
  c.header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
  const name = scope === everything ? 'site' : scope;
  c.header('content-disposition', `attachment; filename="audit-${name}-${last}.${format}"`);
  return c.body(ReadableStream.from(lines).pipeThrough(new TextEncoderStream()));
}
