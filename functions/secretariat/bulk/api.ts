/** Bulk actions for machines: create one, view its set, start, advance, stop, undo. */
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
import { type BulkJob, bulkJob, listJobs, readPart, seenSignature } from '../../../shared/jobs/bulk/job.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { bulkModeration } from '../../../shared/signature/moderation/actions.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterOf, sightOf } from '../letter-in-path.ts';
import { advancingFor, jobOf } from './routes.tsx';

const base = '/v1/admin/letters/:letter/bulk';
const decide = { permission: 'signature.decide', of: 'letter' } as const;

const jobView = bulkJob.omit({ cursor: true, leasedUntil: true, revision: true });

/** Bodies and answers, for the API description. */
export const bulkSchemas = {
  make: z.strictObject({
    wanted: bulkModeration,
    signatures: z
      .array(seenSignature)
      .min(1)
      .max(maxTicked)
      .optional()
      .describe('Exactly these; else all that the filter finds'),
    filter: signatureListQuery.omit({ limit: true, cursor: true }).strict().optional(),
  }),
  job: z.object({ job: jobView }),
  jobs: z.object({ items: z.array(jobView) }),
  part: z.object({
    signatures: z.array(seenSignature.partial({ fieldsVersion: true })).describe('Versions with `withheld.read` alone'),
  }),
} as const;

const viewOf = (job: BulkJob): z.infer<typeof bulkSchemas.job> => ({ job: jobView.parse(job) });

export function bulkApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api('get', base, decide, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const body: z.infer<typeof bulkSchemas.jobs> = {
      items: z.array(jobView).parse(await listJobs(api.store, letter.slug)),
    };
    return c.json(body);
  });

  guard.api('post', base, decide, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = bulkSchemas.make.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const { wanted, signatures, filter } = asked.data;
    const needed = needsFor(wanted);
    if (needed && !visit.may(needed)) return problem(c, 'not-allowed');
    if (!signatures === !filter) {
      const detail = 'name either signatures or a filter';
      return problem(c, 'invalid-fields', { errors: [{ pointer: '#/signatures', detail }] });
    }
    const making = { letter: letter.slug, by: visit.actor, wanted, sight: sightOf(visit) };
    const job = signatures
      ? await makeTickedJob(api.store, making, signatures, api.now())
      : await makeFilterJob(api.store, making, signatureListQuery.parse(filter), api.now());
    return job ? c.json(viewOf(job), 201) : problem(c, 'changed-meanwhile');
  });

  guard.api('get', `${base}/:job`, decide, async (c, visit) => {
    const job = await jobOf(c, api, visit);
    return job ? c.json(viewOf(job)) : problem(c, 'not-found');
  });

  guard.api('get', `${base}/:job/parts/:part`, decide, async (c, visit) => {
    const job = await jobOf(c, api, visit);
    const part = z.coerce.number().int().min(0).safeParse(c.req.param('part'));
    if (!job || !part.success || part.data >= job.parts) return problem(c, 'not-found');
    const set = await readPart(api.store, job.id, part.data);
    // Left out without the right to names, since a version may depend on a name.
    const signatures = sightOf(visit).withNames ? set : set.map(({ id }) => ({ id }));
    const body: z.infer<typeof bulkSchemas.part> = { signatures };
    return c.json(body);
  });

  for (const decision of bulkDecisions) {
    guard.api('post', `${base}/:job/${decision}`, decide, async (c, visit) => {
      const job = await jobOf(c, api, visit);
      if (!job) return problem(c, 'not-found');
      const needed = decision === 'start' ? needsFor(job.wanted) : undefined;
      if (needed && !visit.may(needed)) return problem(c, 'not-allowed');
      const next = await decideJob(api.store, job, decision, visit.actor, api.now());
      return next ? c.json(viewOf(next)) : problem(c, 'changed-meanwhile');
    });
  }

  guard.api('post', `${base}/:job/advance`, decide, async (c, visit) => {
    const job = await jobOf(c, api, visit);
    return job ? c.json(viewOf(await advance(advancingFor(api), job))) : problem(c, 'not-found');
  });
}
