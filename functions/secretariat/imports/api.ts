/** Imports for machines: send a list with the meaning of its columns, view the findings, start it. */
import type { Context } from 'hono';
import * as z from 'zod';
import { cancelImport, checkImport, rereadImport, startImport } from '../../../shared/jobs/import/decide.ts';
import { importMapping } from '../../../shared/jobs/import/fields.ts';
import { beginImport, type ImportJob, importJob, listImports } from '../../../shared/jobs/import/job.ts';
import { lineNumber, readPart } from '../../../shared/jobs/import/parts.ts';
import { readingChoice } from '../../../shared/jobs/import/reading-choice.ts';
import { importSettings, namesOneWay } from '../../../shared/jobs/import/row.ts';
import { lineOutcome } from '../../../shared/jobs/import/sums.ts';
import { understood } from '../../../shared/jobs/import/understood.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, UndescribedVisit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';
import { importInPath, type LetterAndImport, workOn } from './import-in-path.ts';

const needs = { permission: 'signature.import', of: 'letter' } as const;
const base = '/v1/admin/letters/:letter/imports';

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
  .refine(namesOneWay, 'name, or the parts of a name: not both')
  .optional()
  .describe('Which column holds what, counted from 0; left out it is guessed');
const reading = z
  .strictObject(readingChoice.shape)
  .optional()
  .describe('How the file is read; what is left out is found out');
const settings = z.strictObject({
  ...importSettings.shape,
  language: importSettings.shape.language.optional().describe('Of lines that do not say; else that of the letter'),
});

/** Bodies and answers, for the API description. */
export const importSchemas = {
  make: z.strictObject({
    csv: z.string().min(1).optional().describe('The list as text, its first line with the names of the columns'),
    workbook: z.base64().min(1).optional().describe('Or a file in base64: a workbook (XLSX), or text in any encoding'),
    reading,
    mapping,
    settings,
  }),
  change: z.strictObject({ reading, mapping, settings }),
  job: z.object({ job: jobView.describe('`next` is the part that is worked on next, of `parts`') }),
  jobs: z.object({ items: z.array(jobView) }),
  part: z.object({
    lines: z.array(lineOutcome.extend({ line: z.int().describe('Its number in the spreadsheet') })),
  }),
} as const;

const viewOf = ({ sk: id, ...job }: ImportJob): z.infer<typeof jobView> => jobView.parse({ id, ...job });

export function importApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api('get', base, needs, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const jobs = (await listImports(api.store)).filter((job) => job.letter === letter.slug);
    const body: z.infer<typeof importSchemas.jobs> = { items: jobs.map(viewOf) };
    return c.json(body);
  });

  guard.api('post', base, needs, async (c, visit) => {
    const letter = await letterOf(api, visit);
    return letter ? begin(c, api, visit, letter) : problem(c, 'letter-not-found');
  });

  onJob('get', '', async (c, { job }) => answer(c, job));

  onJob('put', '', async (c, { letter, job }, { body }) => {
    const asked = importSchemas.change.safeParse(body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const choice = asked.data.reading;
    const read = choice ? await rereadImport(api.store, job, choice, letter.language) : job;
    if (read && 'why' in read) {
      return problem(c, 'invalid-fields', { errors: [{ pointer: '#/reading', detail: read.why }] });
    }
    return goOn(c, read && (await checkImport(api.store, read, about(letter, read, asked.data))));
  });

  onJob('get', '/parts/:part', async (c, { job }) => {
    const number = z.coerce.number().int().min(0).safeParse(c.req.param('part'));
    const part = number.success && number.data < job.parts ? await readPart(api.store, job, number.data) : undefined;
    if (!part) return problem(c, 'not-found');
    const { found } = part;
    const body: z.infer<typeof importSchemas.part> = {
      lines: found.map((one, index) => ({ line: lineNumber(part, index), ...one })),
    };
    return c.json(body);
  });

  onJob('post', '/start', async (c, { job }, visit) => {
    const started = await startImport(api.store, job, { by: visit.actor, now: api.now() });
    if (started !== 'same-list') return goOn(c, started);
    return problem(c, 'not-possible', { detail: 'This very list was imported in this way before.' });
  });

  onJob('post', '/advance', async (c, { job }) => goOn(c, job));

  onJob('post', '/cancel', async (c, { job }) => answer(c, await cancelImport(api.store, job)));

  type Handle = (c: Context, found: LetterAndImport, visit: UndescribedVisit) => Promise<Response>;

  function onJob(method: 'get' | 'post' | 'put', path: string, handle: Handle): void {
    guard.api(method, `${base}/:import${path}`, needs, async (c, visit) => {
      const found = await importInPath(c, api, visit);
      return found ? handle(c, found, visit) : problem(c, 'not-found');
    });
  }

  async function goOn(c: Context, job: ImportJob | undefined): Promise<Response> {
    return answer(c, job && (await workOn(api, job)));
  }
}

function answer(c: Context, job: ImportJob | undefined, status: 200 | 201 = 200): Response {
  if (!job) return problem(c, 'changed-meanwhile');
  const body: z.infer<typeof importSchemas.job> = { job: viewOf(job) };
  return c.json(body, status);
}

/** Fields that are left out keep the guessed value, or that of the letter. */
function about(
  { language }: Letter,
  job: Pick<ImportJob, 'mapping'>,
  wanted: z.infer<typeof importSchemas.change>,
): Parameters<typeof checkImport>[2] {
  return {
    mapping: wanted.mapping ?? job.mapping,
    settings: { ...wanted.settings, language: wanted.settings.language ?? language },
  };
}

async function begin(c: Context, api: ConsoleContext, visit: UndescribedVisit, letter: Letter): Promise<Response> {
  const asked = importSchemas.make.safeParse(visit.body);
  if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
  const { csv, workbook, reading: choice = {}, ...wanted } = asked.data;
  const refused = (pointer: string, detail: string) => problem(c, 'invalid-fields', { errors: [{ pointer, detail }] });
  if ((csv === undefined) === (workbook === undefined)) return refused('#/csv', 'send either csv or a workbook');
  const bytes =
    csv === undefined ? Uint8Array.from(Buffer.from(workbook ?? '', 'base64')) : new TextEncoder().encode(csv);
  const { readSheet } = await import('../../../shared/jobs/import/file.ts');
  const read = await readSheet(bytes, choice, letter.language);
  if (!read.ok) return refused(csv === undefined ? '#/workbook' : '#/csv', read.why);
  const job = await beginImport(api.store, read.sheet, { letter: letter.slug, by: visit.actor, bytes, now: api.now() });
  const checking = await checkImport(api.store, job, about(letter, job, wanted));
  return answer(c, checking && (await workOn(api, checking)), 201);
}
