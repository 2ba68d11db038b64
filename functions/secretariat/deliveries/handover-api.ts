/** API for handovers: their state, sending a delivery by mail, and recording one in person or by post. */
import * as z from 'zod';
import { planSend, recordByHand, sendHandover } from '../../../shared/handover/hand-over.ts';
import { byHandFields, mailIds, notSentBecause, stateOfCopy } from '../../../shared/handover/handover.ts';
import { readHandoverMails } from '../../../shared/handover/handover-mail.ts';
import { sendRequest } from '../../../shared/handover/send-request.ts';
import { readHandover } from '../../../shared/handover/storage.ts';
import { deliveryId, signatureId } from '../../../shared/ids.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { actingOn, deliveryInPath, type LetterAndDelivery } from './delivery-in-path.ts';
import { delivers, sees } from './routes.tsx';

const path = '/v1/admin/letters/:letter/deliveries/:delivery/handover';
const params = z.object({ delivery: deliveryId });

const mailView = z.object({
  id: signatureId,
  name: z.string(),
  addressee: z.int().optional().describe('Place among the addressees of the letter, from 0'),
  isCopy: z.boolean().describe('The copy for the convener'),
  email: z.string().optional().describe('For those who may read mailboxes, for 13 months'),
  state: z
    .enum(['queued', 'sent', 'delivered', 'bounced', 'complained', 'not-sent', 'arrived'])
    .describe('`delivered`: to the mail server of the addressee. `arrived`: a person confirmed receipt'),
  queuedAt: isoTimestamp,
  sentAt: isoTimestamp.optional(),
  deliveredAt: isoTimestamp.optional(),
  bouncedAt: isoTimestamp.optional(),
  complainedAt: isoTimestamp.optional(),
  arrivedAt: isoTimestamp.optional(),
  notSent: z.object({ at: isoTimestamp, because: notSentBecause }).optional(),
});
const recordView = z.object({ ...byHandFields.shape, id: z.string(), recordedAt: isoTimestamp });
const handoverView = z.object({
  mails: z.array(mailView).describe('The oldest first'),
  records: z.array(recordView).describe('In person and by post, by day'),
});

const mailsRequest = sendRequest.extend({
  dryRun: z.boolean().default(false).describe('Only says how many mails would be sent'),
});
const mailsAnswer = z.object({
  queued: z.int().describe('Mails that leave within a minute; with `dryRun`: that would leave'),
  already: z.int().describe('Readers who have the delivery already, or soon will'),
});

async function viewOf({ store }: ConsoleContext, visit: Pick<Visit, 'may'>, { letter, delivery }: LetterAndDelivery) {
  const handover = await readHandover(store, letter.slug, delivery.id);
  const mails = visit.may('mailbox.read') ? await readHandoverMails(store, mailIds(handover)) : [];
  const mailboxes = new Map<string, string>(mails.map(({ id, email }) => [id, email]));
  return {
    mails: Object.entries(handover.mails)
      .map(([id, copy]) => ({
        ...copy,
        id: signatureId.parse(id),
        state: stateOfCopy(copy),
        email: mailboxes.get(id),
      }))
      .toSorted((a, b) => a.queuedAt.localeCompare(b.queuedAt) || a.id.localeCompare(b.id)),
    records: Object.entries(handover.byHand)
      .map(([id, record]) => ({ ...record, id }))
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id)),
  };
}

/** Adds the calls for the handover of a delivery. */
export function handoverApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path,
      needs: sees,
      summary: 'How a delivery was handed over, and what became of each mail',
      details: 'Whether somebody opens a mail or a link in it is not recorded.',
      params,
      answers: { 200: { description: 'The mails and the records', json: handoverView } },
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      return found ? visit.reply(200, await viewOf(api, visit, found)) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${path}/mails`,
      needs: delivers,
      summary: 'Send a delivery to its addressees, each in a mail of their own',
      details:
        'Whoever has the delivery already gets no second mail, unless the first one came back, so the call may be repeated. Sent mail cannot be recalled. Use `dryRun` first.',
      params,
      body: mailsRequest,
      answers: { 200: { description: 'How many mails leave', json: mailsAnswer } },
      problems: ['changed-meanwhile', 'not-possible'],
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const { dryRun, ...request } = visit.body;
      const acting = actingOn(api, visit, found);
      const done = dryRun ? await planSend(acting, request) : await sendHandover(acting, request);
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: done.why });
      const queued = 'fresh' in done ? done.fresh.length : done.queued;
      return visit.reply(200, { queued, already: done.already });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${path}/records`,
      needs: delivers,
      summary: 'Record that a delivery was handed over in person, or posted',
      details:
        'The public page shows the day, the place and the addressee, and never the `recipient`. The same fields again are recorded once.',
      params,
      body: byHandFields,
      answers: { 201: { description: 'The record', json: recordView } },
      problems: ['changed-meanwhile', 'not-possible'],
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const done = await recordByHand(actingOn(api, visit, found), visit.body);
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: done.why });
      const { records } = await viewOf(api, visit, found);
      const record = records.find(({ id }) => id === done.id);
      return record ? visit.reply(201, record) : problem(c, 'changed-meanwhile');
    },
  );
}
