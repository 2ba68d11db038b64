/** API for signals, and for reports that an organisation did not sign. */
import * as z from 'zod';
import { disputeAnswer, disputeId, listDisputes } from '../../../shared/dispute/dispute.ts';
import { heldBecause } from '../../../shared/mail/held-because.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath, viewerRightsOf } from '../letter-in-path.ts';
import { answerRequest, giveAnswer, raiserOf, raiserRequest } from './disputes.ts';
import { burst, letterSignals, sameName, sameOrganisation } from './letter-signals.ts';

const read = { permission: 'signature.decide', of: 'letter' } as const;
const base = '/v1/admin/letters/:letter';

const signalsView = z.object({
  lookedAt: z.int().describe('Number of recent signatures that were checked'),
  bursts: z.array(burst),
  sameOrganisations: z.array(sameOrganisation),
  sameNames: z.array(sameName),
  held: z.array(z.object({ because: heldBecause, number: z.int() })),
  heldIsAll: z.boolean(),
  undeliverable: z.int(),
  bounceRate: z.number(),
  complaintRate: z.number(),
});
const disputesQuery = z.strictObject({ before: disputeId.optional() });
const disputes = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      organisation: z.string(),
      name: z.string(),
      message: z.string().optional(),
      answer: disputeAnswer.optional(),
      answeredAt: z.string().optional(),
    }),
  ),
  next: z.string().nullable().describe('Send it as `before` to get older ones'),
});
const raiser = z.object({ id: z.string(), email: z.string() });
const answered = z.object({ answer: disputeAnswer });

/** Adds the calls for signals and for reports. */
export function reviewApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: `${base}/signals`,
      needs: read,
      summary: 'Get unusual activity among the latest signatures',
      details: 'Domains of email addresses are included only with `mailbox.read`.',
      answers: { 200: { description: 'The signals', json: signalsView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const signals = await letterSignals(api.store, letter.slug, viewerRightsOf(visit));
      const bursts = signals.bursts.filter(({ by }) => by !== 'mailbox' || visit.may('mailbox.read'));
      return visit.reply(200, { ...signals, bursts });
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/disputes`,
      needs: read,
      summary: 'List complaints that an organisation did not sign',
      query: disputesQuery,
      answers: { 200: { description: 'At most 200, newest first', json: disputes } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const page = await listDisputes(api.store, letter.slug, visit.query);
      // The reporter's mailbox is not part of the answer: it has to be requested, and that is recorded.
      return visit.reply(200, { items: page.items.map((one) => ({ ...one, id: one.sk })), next: page.next ?? null });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/disputes`,
      needs: read,
      summary: 'Answer a complaint: remove the signature or keep it, and email the answer',
      body: answerRequest,
      problems: ['not-possible'],
      answers: { 200: { description: 'Recorded', json: answered } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const done = await giveAnswer(api, visit, letter, visit.body);
      if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: done.why });
      return done.outcome === 'done' ? visit.reply(200, { answer: visit.body.answer }) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/disputes/mailbox`,
      needs: { permission: 'mailbox.read', of: 'letter' },
      summary: 'Get the email address of a complaint; recorded in the audit log',
      details: 'The address is not verified.',
      body: raiserRequest,
      answers: { 200: { description: 'The email address', json: raiser } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const raised = await raiserOf(api, visit, letter, visit.body.id);
      return raised ? visit.reply(200, { id: raised.sk, email: raised.email }) : problem(c, 'not-found');
    },
  );
}
