/** Pages to import co-signatories who were collected on paper or by mail. */
import type { Context } from 'hono';
import { cancelImport, checkImport, rereadImport, startImport } from '../../../shared/jobs/import/decide.ts';
import { importFields, importMapping } from '../../../shared/jobs/import/fields.ts';
import { beginImport, type ImportJob } from '../../../shared/jobs/import/job.ts';
import { readPart } from '../../../shared/jobs/import/parts.ts';
import { readingChoice } from '../../../shared/jobs/import/reading-choice.ts';
import { hasOneNameSource, importSettings } from '../../../shared/jobs/import/row.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { chosenCountries, updatedChoice } from './choices.ts';
import { advanceWithinRequest, importOf, importsOf, type LetterAndImport } from './import-in-path.ts';
import { importsPage } from './list-page.tsx';
import { importPage } from './page.tsx';

export async function showImports(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = await letterInPath(api, visit);
  return letter ? showList(c, api, visit, letter) : refusalPage(c, 'not-found', visit);
}

export async function readFile(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const file = visit.form.file('file');
  if (!file) return showList(c, api, visit, letter, 'Choose a file.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { readSheet } = await import('../../../shared/jobs/import/file.ts');
  const read = await readSheet(bytes, {}, letter.language);
  if (!read.ok) return showList(c, api, visit, letter, read.why);
  const about = { letter: letter.slug, by: visit.actor, bytes, now: api.now() };
  const job = await beginImport(api.store, read.sheet, about);
  return c.redirect(`/console/letters/${letter.slug}/import/${job.sk}`, 303);
}

interface OnJob extends LetterAndImport {
  readonly api: ConsoleContext;
  readonly visit: PageVisit;
}

/** @returns a handler that first looks for the import in the path */
function onJob(handle: (c: Context, found: OnJob) => Promise<Response>) {
  return async (c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> => {
    const found = await importOf(api, visit, c.req.param('import') ?? '');
    return found ? handle(c, { api, visit, ...found }) : refusalPage(c, 'not-found', visit);
  };
}

export const showImport = onJob(async (c, { api, visit, letter, job }) => {
  const part = Number(c.req.query('part') ?? 0);
  const number = Number.isInteger(part) && part >= 0 && part < job.parts ? part : 0;
  const shown = await readPart(api.store, job, number);
  return importPage(c, 200, { visit, letter, job, part: shown, number });
});

export const chooseColumns = onJob(async (c, { api, visit, letter, job }) => {
  const { fields } = visit.form;
  const columns = importFields.flatMap((field) => {
    const column = fields[`column.${field}`];
    return column === undefined ? [] : [[field, Number(column)] as const];
  });
  const mapping = importMapping.safeParse(Object.fromEntries(columns));
  const settings = importSettings.safeParse({
    ...(job.settings?.countries ? { countries: job.settings.countries } : {}),
    mode: fields['mode'],
    kind: fields['kind'],
    publish: fields['publish'] !== undefined,
    note: fields['note'],
    language: fields['language'] ?? letter.language,
    nameOrder: fields['nameOrder'],
  });
  if (!mapping.success || !settings.success) {
    return refuse(
      c,
      { api, visit, letter, job },
      'Choose how to import them, and whether they are organisations or individuals.',
    );
  }
  if (!hasOneNameSource(mapping.data)) {
    const wrong = 'Choose either the column with full names, or the columns with first and last names.';
    return refuse(c, { api, visit, letter, job: { ...job, mapping: mapping.data, settings: settings.data } }, wrong);
  }
  const about = { mapping: mapping.data, settings: settings.data };
  return goOn(c, { api, visit }, await checkImport(api.store, job, about));
});

export const chooseReading = onJob(async (c, { api, visit, letter, job }) => {
  const choice = readingChoice.safeParse(updatedChoice(visit.form.fields, job));
  if (!choice.success) return refuse(c, { api, visit, letter, job }, 'Choose how the file is read.');
  const read = await rereadImport(api.store, job, choice.data, letter.language);
  if (read && 'why' in read) return refuse(c, { api, visit, letter, job }, read.why);
  return read ? backTo(c, read) : refusalPage(c, 'changed-meanwhile', visit);
});

export const chooseCountries = onJob(async (c, { api, visit, letter, job }) => {
  if (!job.settings) return refuse(c, { api, visit, letter, job }, 'Choose the columns first.');
  const { countries, unknown } = chosenCountries(visit.form.fields, job);
  const about = { mapping: job.mapping, settings: { ...job.settings, countries } };
  if (unknown.length === 0) return goOn(c, { api, visit }, await checkImport(api.store, job, about));
  const wrong = `Countries not recognised: ${unknown.join(', ')}. Use the name or a two-letter code such as KZ.`;
  return refuse(c, { api, visit, letter, job: { ...job, settings: about.settings } }, wrong);
});

export const start = onJob(async (c, { api, visit, letter, job }) => {
  const started = await startImport(api.store, job, { by: visit.actor, now: api.now() });
  if (started !== 'same-list') return goOn(c, { api, visit }, started);
  const wrong = 'This list was already imported in this way. Nothing was imported.';
  return refuse(c, { api, visit, letter, job }, wrong, 409);
});

export const step = onJob(async (c, { api, visit, job }) => goOn(c, { api, visit }, job));

export const cancel = onJob(async (c, { api, visit, job }) => {
  const cancelled = await cancelImport(api.store, job);
  return cancelled ? backTo(c, cancelled) : refusalPage(c, 'changed-meanwhile', visit);
});

async function refuse(c: Context, { api, ...about }: OnJob, wrong: string, status: 409 | 422 = 422): Promise<Response> {
  return importPage(c, status, { ...about, part: await readPart(api.store, about.job, 0), number: 0, wrong });
}

async function goOn(
  c: Context,
  { api, visit }: Pick<OnJob, 'api' | 'visit'>,
  job: ImportJob | undefined,
): Promise<Response> {
  if (!job) return refusalPage(c, 'changed-meanwhile', visit);
  await advanceWithinRequest(api, job);
  return backTo(c, job);
}

const backTo = (c: Context, { letter, sk }: ImportJob) => c.redirect(`/console/letters/${letter}/import/${sk}`, 303);

async function showList(
  c: Context,
  { store }: ConsoleContext,
  visit: PageVisit,
  letter: Letter,
  wrong?: string,
): Promise<Response> {
  const jobs = await importsOf(store, letter);
  return importsPage(c, wrong ? 422 : 200, { visit, letter, jobs, wrong });
}
