/** Routes for bulk actions: first the exact set, then its progress. */
import type { Context } from 'hono';
import { advance } from '../../../shared/jobs/bulk/advance.ts';
import { bulkDecisions, decideJob, makeFilterJob, makeTickedJob, needsFor } from '../../../shared/jobs/bulk/decide.ts';
import {
  type BulkJob,
  bulkJobId,
  listJobs,
  readJob,
  readPart,
  type SeenSignature,
  seenSignature,
} from '../../../shared/jobs/bulk/job.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { bulkModeration } from '../../../shared/signature/moderation/actions.ts';
import { asSeen } from '../../../shared/signature/seen-record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath, viewerRightsOf } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { BulkJobPage, BulkList, BulkMake } from './page.tsx';

const base = '/console/letters/:letter/bulk';
const decide = { permission: 'signature.decide', of: 'letter' } as const;

export function bulkRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', base, decide, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const jobs = await listJobs(api.store, letter.slug);
    return showPage(c, 200, { title: 'Bulk actions', visit, letter, body: <BulkList letter={letter} jobs={jobs} /> });
  });
  guard.page('post', base, decide, (c, visit) => make(c, api, visit));
  guard.page('get', `${base}/:job`, decide, (c, visit) => show(c, api, visit));
  for (const decision of bulkDecisions) {
    guard.page('post', `${base}/:job/${decision}`, decide, async (c, visit) => {
      const job = await jobOf(api, visit, c.req.param('job'));
      if (!job) return refusalPage(c, 'not-found', visit);
      const needed = decision === 'start' ? needsFor(job.wanted) : undefined;
      if (needed && !visit.may(needed)) return refusalPage(c, 'not-allowed', visit);
      const next = await decideJob(api.store, job, decision, visit.actor, api.now());
      return next ? c.redirect(pathOf(job), 303) : refusalPage(c, 'changed-meanwhile', visit);
    });
  }
  guard.page('post', `${base}/:job/advance`, decide, async (c, visit) => {
    const job = await jobOf(api, visit, c.req.param('job'));
    if (!job) return refusalPage(c, 'not-found', visit);
    await advance(advancingFor(api), job);
    return c.redirect(pathOf(job), 303);
  });
}

/** Time in a request after which no further part begins, in milliseconds. */
const timeForPieces = 150;

export function advancingFor({ store, keys, now }: ConsoleContext) {
  const began = performance.now();
  return { store, keys, now, hasTime: () => performance.now() - began < timeForPieces };
}

const pathOf = ({ letter, id }: BulkJob) => `/console/letters/${letter}/bulk/${id}`;

/** @returns the job of that id, if it belongs to the letter in the path */
export async function jobOf(api: ConsoleContext, visit: Pick<PageVisit, 'scope'>, param: string | undefined) {
  const id = bulkJobId.safeParse(param);
  const letter = await letterInPath(api, visit);
  return id.success && letter ? readJob(api.store, letter.slug, id.data) : undefined;
}

/** @returns the selected signatures, with the version of the public fields that the list showed */
function tickedIn(values: readonly string[]): SeenSignature[] {
  return values.flatMap((value) => {
    const [id, fieldsVersion] = value.split(':');
    return seenSignature.safeParse({ id, fieldsVersion }).data ?? [];
  });
}

async function make(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const { fields, all } = visit.form;
  const needed = needsFor({ do: fields['do'] });
  if (needed && !visit.may(needed)) return refusalPage(c, 'not-allowed', visit);
  const ticked = tickedIn(all('id'));
  const filterFields = Object.entries(fields).filter(([name]) => name.startsWith('filter.'));
  const filter = signatureListQuery.safeParse(
    Object.fromEntries(filterFields.map(([name, value]) => [name.slice('filter.'.length), value])),
  );
  const ofTicked = fields['of'] === 'ticked';
  const telling = fields['do'] === 'approve-and-tell' ? { do: 'approve', tell: true } : undefined;
  const asked = {
    do: fields['do'],
    ...telling,
    ...(fields['tell'] ? { tell: fields['tell'] } : {}),
    ...(fields['tell'] && fields['words'] ? { words: fields['words'] } : {}),
    ...(fields['why'] ? { why: fields['why'] } : {}),
    ...(fields['sure'] ? { sure: fields['sure'] } : {}),
  };
  const wanted = bulkModeration.safeParse(asked);
  const isEmpty = ofTicked && ticked.length === 0;
  if (!wanted.success || isEmpty || !filter.success) {
    const view = {
      letter,
      csrf: visit.csrf,
      action: fields['do'] ?? '',
      ticked: ofTicked ? ticked : undefined,
      filterFields,
    };
    const body = <BulkMake {...view} again={fields['why'] !== undefined || fields['again'] !== undefined} />;
    return showPage(c, 422, { title: 'Bulk action', visit, letter, body });
  }
  const making = { letter: letter.slug, by: visit.actor, wanted: wanted.data, sight: viewerRightsOf(visit) };
  const now = api.now();
  const job = ofTicked
    ? await makeTickedJob(api.store, making, ticked, now)
    : await makeFilterJob(api.store, making, filter.data, now);
  return job ? c.redirect(pathOf(job), 303) : refusalPage(c, 'changed-meanwhile', visit);
}

async function show(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const [letter, job] = await Promise.all([letterInPath(api, visit), jobOf(api, visit, c.req.param('job'))]);
  if (!letter || !job) return refusalPage(c, 'not-found', visit);
  const asked = Number(c.req.query('part') ?? 0);
  const part = Number.isInteger(asked) && asked >= 0 && asked < job.parts ? asked : 0;
  const set = job.parts > 0 ? await readPart(api.store, job.id, part) : [];
  const records = await Promise.all(set.map(({ id }) => readSignature(api.store, id)));
  const seen = records.flatMap((record) => (record ? [asSeen(record, viewerRightsOf(visit))] : []));
  const view = { letter, csrf: visit.csrf, job, part, records: seen };
  return showPage(c, 200, { title: 'Bulk action', visit, letter, body: <BulkJobPage {...view} /> });
}
