/** API for bulk actions: create one, view its set, start, advance, stop, undo. */
import * as z from 'zod';
import { advance } from '../../../shared/jobs/bulk/advance.ts';
import {
  bulkDecisions,
  decideJob,
  makeFilterJob,
  makeTickedJob,
  maxTicked,
  needsFor,
} from '../../../shared/jobs/bulk/decide.ts';
import { bulkJob, bulkJobId, listJobs, readPart, seenSignature } from '../../../shared/jobs/bulk/job.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { bulkModeration } from '../../../shared/signature/moderation/actions.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath, viewerRightsOf } from '../letter-in-path.ts';
import { advancingFor, jobOf } from './routes.tsx';

const base = '/v1/admin/letters/:letter/bulk';
const decide = { permission: 'signature.decide', of: 'letter' } as const;

const jobView = bulkJob.omit({ cursor: true, leasedUntil: true, revision: true });

const makeRequest = z.strictObject({
  wanted: bulkModeration,
  signatures: z
    .array(seenSignature)
    .min(1)
    .max(maxTicked)
    .optional()
    .describe('Exactly these signatures. Otherwise all that match the filter.'),
  filter: signatureListQuery.omit({ limit: true, cursor: true }).strict().optional(),
});
const oneJob = z.object({ job: jobView });
const jobs = z.object({ items: z.array(jobView) });
const partView = z.object({
  signatures: z
    .array(seenSignature.partial({ fieldsVersion: true }))
    .describe('`fieldsVersion` is included only with `withheld.read`'),
});

const jobPath = z.object({ job: bulkJobId });
const partPath = jobPath.extend({ part: z.coerce.number().int().min(0) });
const jobNow = { 200: { description: 'The current state of the job', json: oneJob } } as const;

const summaries = {
  start: 'Start a bulk action',
  cancel: 'Cancel a bulk action; finished changes stay',
  'roll-back': 'Undo a bulk action where nothing has changed since',
} as const;

/** Adds the calls for bulk actions. */
export function bulkApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: decide,
      summary: 'List the bulk actions of the last month',
      answers: { 200: { description: 'At most 100, newest first', json: jobs } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { items: await listJobs(api.store, letter.slug) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: decide,
      summary: 'Prepare a bulk action without starting it',
      details: 'Send either `signatures` or a `filter`. Check `number` and the parts, then start the action.',
      body: makeRequest,
      answers: { 201: { description: 'The job, gathering or ready', json: oneJob } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const { wanted, signatures, filter } = visit.body;
      const needed = needsFor(wanted);
      if (needed && !visit.may(needed)) return problem(c, 'not-allowed');
      if (!signatures === !filter) {
        const detail = 'name either signatures or a filter';
        return problem(c, 'invalid-fields', { errors: [{ pointer: '#/signatures', detail }] });
      }
      const making = { letter: letter.slug, by: visit.actor, wanted, sight: viewerRightsOf(visit) };
      const job = signatures
        ? await makeTickedJob(api.store, making, signatures, api.now())
        : await makeFilterJob(api.store, making, signatureListQuery.parse(filter), api.now());
      return job ? visit.reply(201, { job }) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:job`,
      needs: decide,
      summary: 'Get the progress of a bulk action',
      params: jobPath,
      answers: jobNow,
    },
    async (c, visit) => {
      const job = await jobOf(api, visit, visit.params.job);
      return job ? visit.reply(200, { job }) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:job/parts/:part`,
      needs: decide,
      summary: 'List the signatures of one part, counted from 0',
      params: partPath,
      answers: { 200: { description: 'Their ids', json: partView } },
    },
    async (c, visit) => {
      const { part } = visit.params;
      const job = await jobOf(api, visit, visit.params.job);
      if (!job || part >= job.parts) return problem(c, 'not-found');
      const set = await readPart(api.store, job.id, part);
      // Left out without the right to names, since a version may depend on a name.
      return visit.reply(200, { signatures: viewerRightsOf(visit).withNames ? set : set.map(({ id }) => ({ id })) });
    },
  );

  for (const decision of bulkDecisions) {
    guard.api(
      {
        method: 'post',
        path: `${base}/:job/${decision}`,
        needs: decide,
        summary: summaries[decision],
        params: jobPath,
        answers: jobNow,
        problems: ['changed-meanwhile'],
      },
      async (c, visit) => {
        const job = await jobOf(api, visit, visit.params.job);
        if (!job) return problem(c, 'not-found');
        const needed = decision === 'start' ? needsFor(job.wanted) : undefined;
        if (needed && !visit.may(needed)) return problem(c, 'not-allowed');
        const next = await decideJob(api.store, job, decision, visit.actor, api.now());
        return next ? visit.reply(200, { job: next }) : problem(c, 'changed-meanwhile');
      },
    );
  }

  guard.api(
    {
      method: 'post',
      path: `${base}/:job/advance`,
      needs: decide,
      summary: 'Continue now; this also happens every minute',
      params: jobPath,
      answers: jobNow,
    },
    async (c, visit) => {
      const job = await jobOf(api, visit, visit.params.job);
      return job ? visit.reply(200, { job: await advance(advancingFor(api), job) }) : problem(c, 'not-found');
    },
  );
}
