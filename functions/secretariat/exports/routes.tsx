/** Routes for exports of a letter's signatures. By POST, because each export is recorded. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Letter } from '../../../shared/letter/letter.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterInPath, viewerRightsOf } from '../letter-in-path.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { openExport } from './export-signatures.ts';
import { exportPage } from './page.tsx';
import { type ExportRequest, exportRequest } from './request.ts';

const needs = { permission: 'signature.export', of: 'letter' } as const;

const exportedFile = z.looseObject({
  letter: z.string(),
  asOf: z.iso.datetime(),
  signatures: z.array(z.record(z.string(), z.unknown())),
  note: z.string().describe('Number of signatures, and what was left out'),
});

export function exportRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/export', needs, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    return letter ? exportPage(c, 200, { visit, letter }) : refusalPage(c, 'not-found', visit);
  });

  guard.page('post', '/console/letters/:letter/export', needs, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { fields, all } = visit.form;
    const asked = exportRequest.safeParse({
      format: fields['format'],
      groups: all('groups'),
      mailboxes: fields['mailboxes'] !== undefined,
      bom: fields['bom'] !== undefined,
    });
    if (!asked.success) return exportPage(c, 422, { visit, letter, wrong: true });
    if (asked.data.mailboxes && !visit.may('mailbox.read')) return refusalPage(c, 'not-allowed', visit);
    return download(c, api, visit, letter, asked.data);
  });
}

/** Adds the call that exports signatures. */
export function exportApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'post',
      path: '/v1/admin/letters/:letter/export',
      needs,
      summary: 'Export signatures; recorded in the audit log',
      details:
        'The file is streamed. It is complete only with its last line, which says how many signatures there are and what was left out. `mailboxes` also needs `mailbox.read`. An empty body exports the published signatures as CSV.',
      body: exportRequest.prefault({}),
      answers: {
        200: {
          description: 'The file, in the requested format',
          json: exportedFile,
          type: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        },
      },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      if (visit.body.mailboxes && !visit.may('mailbox.read')) return problem(c, 'not-allowed');
      return download(c, api, visit, letter, visit.body);
    },
  );
}

async function download(
  c: Context,
  api: ConsoleContext,
  visit: Visit,
  { slug }: Letter,
  asked: ExportRequest,
): Promise<Response> {
  const { name, type, content } = await openExport(api.store, slug, asked, {
    by: visit.actor,
    sight: viewerRightsOf(visit),
    now: api.now(),
  });
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(content);
}
