/** API for the audit trail: of a letter, and of everything outside letters. */
import * as z from 'zod';
import { auditEntry } from '../../../shared/audit/audit.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { auditExportQuery, auditQuery, searchAudit } from './search.ts';
import { downloadTrail, letterIn, shownTo } from './trail.ts';

const list = z.object({
  items: z.array(auditEntry),
  nextCursor: z
    .string()
    .nullable()
    .describe('Send it as `after` to get the next page. A page without entries may have one, too.'),
});
const file = z.object({
  lines: z.array(auditEntry.extend({ name: z.string().describe('Current name of the actor') })),
  count: z.int().describe('Number of lines. It ends the file: without it, lines are missing.'),
});

/** Adds the calls for the audit trail. */
export function auditApiRoutes(guard: Guard, api: ConsoleContext): void {
  for (const [base, of, subject] of [
    ['/v1/admin', 'everything', 'what belongs to no letter'],
    ['/v1/admin/letters/:letter', 'letter', 'a letter'],
  ] as const) {
    const needs = { permission: 'audit.read', of } as const;
    guard.api(
      {
        method: 'get',
        path: `${base}/audit`,
        needs,
        summary: `The audit log of ${subject}, one month`,
        details: 'Default: the current month. Contains states and field names, never personal data.',
        query: auditQuery,
        answers: { 200: { description: 'Up to 100 entries, newest first', json: list } },
      },
      async (c, visit) => {
        if ((await letterIn(api, visit)) === 'none') return problem(c, 'letter-not-found');
        const { entries, next } = await searchAudit(api.store, visit.scope, visit.query, api.now());
        return visit.reply(200, { items: entries.map(shownTo(visit)), nextCursor: next ?? null });
      },
    );

    guard.api(
      {
        method: 'get',
        path: `${base}/audit/export`,
        needs,
        summary: 'Export the audit log of whole months',
        query: auditExportQuery,
        answers: { 200: { description: 'The file, oldest entry first', json: file, type: 'text/csv' } },
      },
      async (c, visit) => {
        if ((await letterIn(api, visit)) === 'none') return problem(c, 'letter-not-found');
        return downloadTrail(c, api, visit, visit.query);
      },
    );
  }
}
