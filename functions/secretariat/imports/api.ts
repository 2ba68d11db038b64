/** API for imports: send a list with the meaning of its columns, view the findings, start it. */
import type { Context } from 'hono';
import * as z from 'zod';
import { cancelImport, checkImport, rereadImport, startImport } from '../../../shared/jobs/import/decide.ts';
import { importMapping } from '../../../shared/jobs/import/fields.ts';
import { beginImport, type ImportJob, importJob } from '../../../shared/jobs/import/job.ts';
import { lineNumber, readPart } from '../../../shared/jobs/import/parts.ts';
import { readingChoice } from '../../../shared/jobs/import/reading-choice.ts';
import { hasOneNameSource, importSettings } from '../../../shared/jobs/import/row.ts';
import { lineOutcome } from '../../../shared/jobs/import/sums.ts';
import { understood } from '../../../shared/jobs/import/understood.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { advanceWithinRequest, importOf, importsOf } from './import-in-path.ts';

const needs = { permission: 'signature.import', of: 'letter' } as const;
const base = '/v1/admin/letters/:letter/imports';
const one = `${base}/:import`;

const jobView = z.object({
  id: z.string(),
  ...importJob.pick({
    at: true,
    by: true,
    state: true,
    columns: true,
    rows: true,
    parts: true,
    mapping: true,
    settings: true,
    next: true,
    sums: true,
    unknownCountries: true,
  }).shape,
  // Contents of the lines are not repeated.
  understood: understood
    .omit({ first: true, foreign: true, asideLines: true })
    .optional()
    .describe(
      'How the file was read. `lines` are those of `sums`, once all are checked, and those of `aside` together',
    ),
});

const mapping = importMapping
  .refine(hasOneNameSource, 'name, or the parts of a name: not both')
  .optional()
  .describe('The column of each field, counted from 0. Default: detected.');
const reading = z.strictObject(readingChoice.shape).optional().describe('How to read the file. Default: detected.');
const settings = z.strictObject({
  ...importSettings.shape,
  language: importSettings.shape.language
    .optional()
    .describe('For lines without a language. Default: the language of the letter.'),
});

const makeRequest = z.strictObject({
  csv: z.string().min(1).optional().describe('The list as text, with the column names in its first line'),
  workbook: z
    .base64()
    .min(1)
    .optional()
    .describe('Or a file in base64: an Excel workbook (XLSX), or text in any encoding'),
  reading,
  mapping,
  settings,
});
const changeRequest = z.strictObject({ reading, mapping, settings });
const oneJob = z.object({ job: jobView.describe('`next` is the next part to process, of `parts`') });
const partView = z.object({
  lines: z.array(lineOutcome.extend({ line: z.int().describe('Line number in the spreadsheet') })),
});

const params = z.object({ import: z.string() });
const job = { description: 'The current state of the import', json: oneJob };

const viewOf = ({ sk: id, ...one }: ImportJob) => ({ id, ...one });

/** Adds the calls for imports. */
export function importApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs,
      summary: 'List the imports of the last month',
      answers: { 200: { description: 'Newest first', json: z.object({ items: z.array(jobView) }) } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { items: (await importsOf(api.store, letter)).map(viewOf) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs,
      summary: 'Upload and check a list of co-signatories; nobody is imported yet',
      details:
        'Send either `csv` or a `workbook`, of at most 20,000 lines; `reading` says how it is read. When the state is `checked`, `sums` says how many lines are good, faulty, twice in the list, or there already, and the parts say why; then start it. `mode` `mail` asks each of them to confirm, `paper` counts them apart, without a mail, `added` lists them at once as added by the secretariat.',
      body: makeRequest,
      answers: { 201: job },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const { csv, workbook, reading: choice = {}, ...wanted } = visit.body;
      if ((csv === undefined) === (workbook === undefined)) {
        return refused(c, '#/csv', 'send either csv or a workbook');
      }
      const bytes =
        csv === undefined ? Uint8Array.from(Buffer.from(workbook ?? '', 'base64')) : new TextEncoder().encode(csv);
      const { readSheet } = await import('../../../shared/jobs/import/file.ts');
      const read = await readSheet(bytes, choice, letter.language);
      if (!read.ok) return refused(c, csv === undefined ? '#/workbook' : '#/csv', read.why);
      const by = { letter: letter.slug, by: visit.actor, bytes, now: api.now() };
      const begun = await beginImport(api.store, read.sheet, by);
      const checking = await checkImport(api.store, begun, about(letter, begun, wanted));
      return checking
        ? visit.reply(201, { job: viewOf(await advanceWithinRequest(api, checking)) })
        : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    { method: 'get', path: one, needs, summary: 'Get the progress of an import', params, answers: { 200: job } },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      return found ? visit.reply(200, { job: viewOf(found.job) }) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: one,
      needs,
      summary: 'Change how the file is read or what its columns mean, and check the lines again',
      params,
      body: changeRequest,
      answers: { 200: job },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      if (!found) return problem(c, 'not-found');
      const { letter } = found;
      const choice = visit.body.reading;
      const read = choice ? await rereadImport(api.store, found.job, choice, letter.language) : found.job;
      if (read && 'why' in read) return refused(c, '#/reading', read.why);
      const checking = read && (await checkImport(api.store, read, about(letter, read, visit.body)));
      return checking
        ? visit.reply(200, { job: viewOf(await advanceWithinRequest(api, checking)) })
        : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${one}/parts/:part`,
      needs,
      summary: 'List the results of the lines of one part, counted from 0',
      details: 'The content of the lines is not repeated.',
      params: params.extend({ part: z.coerce.number().int().min(0) }),
      answers: { 200: { description: 'The lines', json: partView } },
    },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      const isThere = found && visit.params.part < found.job.parts;
      const part = isThere ? await readPart(api.store, found.job, visit.params.part) : undefined;
      if (!part) return problem(c, 'not-found');
      return visit.reply(200, { lines: part.found.map((line, index) => ({ ...line, line: lineNumber(part, index) })) });
    },
  );

  const step = { method: 'post', needs, params, answers: { 200: job } } as const;
  guard.api(
    {
      ...step,
      path: `${one}/start`,
      summary: 'Import the valid lines',
      details: 'The same list is not imported twice in the same way.',
      problems: ['changed-meanwhile', 'not-possible'],
    },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      if (!found) return problem(c, 'not-found');
      const started = await startImport(api.store, found.job, { by: visit.actor, now: api.now() });
      if (started === 'same-list') {
        return problem(c, 'not-possible', { detail: 'This list was already imported in this way.' });
      }
      return started
        ? visit.reply(200, { job: viewOf(await advanceWithinRequest(api, started)) })
        : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      ...step,
      path: `${one}/advance`,
      summary: 'Continue now; this also happens every minute',
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      return found
        ? visit.reply(200, { job: viewOf(await advanceWithinRequest(api, found.job)) })
        : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      ...step,
      path: `${one}/cancel`,
      summary: 'Cancel an import; imported signatures stay, the other lines are deleted',
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await importOf(api, visit, visit.params.import);
      if (!found) return problem(c, 'not-found');
      const cancelled = await cancelImport(api.store, found.job);
      return cancelled ? visit.reply(200, { job: viewOf(cancelled) }) : problem(c, 'changed-meanwhile');
    },
  );
}

function refused(c: Context, pointer: string, detail: string): Response {
  return problem(c, 'invalid-fields', { errors: [{ pointer, detail }] });
}

/** Fields that are left out keep the guessed value, or that of the letter. */
function about(
  { language }: Letter,
  known: Pick<ImportJob, 'mapping'>,
  wanted: z.output<typeof changeRequest>,
): Parameters<typeof checkImport>[2] {
  return {
    mapping: wanted.mapping ?? known.mapping,
    settings: { ...wanted.settings, language: wanted.settings.language ?? language },
  };
}
