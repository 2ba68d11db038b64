/** API for deliveries: list, start, view, try again, cancel. */
import * as z from 'zod';
import { type Delivery, delivery as deliveryRecord, documentOptions } from '../../../shared/delivery/delivery.ts';
import { retryDelivery, startDelivery } from '../../../shared/delivery/start.ts';
import { readDeliveries, readDelivery } from '../../../shared/delivery/storage.ts';
import { deliveryKind } from '../../../shared/document/choices.ts';
import { cancelHandover } from '../../../shared/handover/hand-over.ts';
import { deliveryId } from '../../../shared/ids.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { actingOn, deliveryInPath } from './delivery-in-path.ts';
import { delivers, sees } from './routes.tsx';

const base = '/v1/admin/letters/:letter/deliveries';

const deliveryView = deliveryRecord
  .pick({
    id: true,
    letter: true,
    number: true,
    kind: true,
    at: true,
    options: true,
    frozen: true,
    left: true,
    cancelledAt: true,
  })
  .extend({
    state: z
      .enum(['freezing', 'making', 'ready', 'failed', 'stopped'])
      .describe('`stopped`: cancelled before its documents were ready. See `cancelledAt`'),
    why: z.string().optional().describe('Why it failed'),
    files: z
      .array(z.object({ file: z.string(), language: z.string().optional(), bytes: z.int(), sha256: z.string() }))
      .describe('At `/{letter}/document/{delivery}.pdf` and `/{letter}/document/{delivery}/{file}`'),
    missing: z.array(z.string()).describe('Characters that no font has; the documents show their numbers'),
  });
const oneDelivery = z.object({ delivery: deliveryView });
const deliveryPath = z.object({ delivery: deliveryId });

const startRequest = z.strictObject({
  kind: deliveryKind.describe('An interim delivery leaves the letter open; a final one closes it for good'),
  deliveredOn: z.iso.date().optional().describe('The day of a final delivery; by default today in UTC'),
  options: documentOptions.prefault({}),
});

function viewOf(one: Delivery): z.input<typeof deliveryView> {
  const { progress } = one;
  const made = progress.state === 'ready' ? progress : { files: [], missing: [] };
  return {
    ...one,
    state: progress.state,
    ...(progress.state === 'failed' ? { why: progress.why } : {}),
    files: made.files,
    missing: made.missing,
  };
}

/** Adds the calls for deliveries. */
export function deliveryApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: sees,
      summary: 'The deliveries of a letter',
      answers: { 200: { description: 'The oldest first', json: z.object({ items: z.array(deliveryView) }) } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const { deliveries } = await readDeliveries(api.store, letter.slug);
      return visit.reply(200, { items: deliveries.map(viewOf) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: delivers,
      summary: 'Freeze the list of a letter and have its documents made',
      details:
        'Takes seconds to a minute: look at the delivery until its `state` is `ready` or `failed`. A second call while the list is being frozen, or for a second final delivery when the first was not cancelled, answers with the delivery that there is.',
      body: startRequest,
      answers: {
        200: { description: 'It was started before', json: oneDelivery },
        201: { description: 'It was started', json: oneDelivery },
      },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const started = await startDelivery(api.store, letter.slug, { ...visit.body, by: visit.actor }, api.now());
      if (started.outcome === 'refused') {
        return problem(c, 'invalid-fields', { errors: [{ pointer: '#/kind', detail: started.why }] });
      }
      const body = { delivery: viewOf(started.delivery) };
      return started.outcome === 'started' ? visit.reply(201, body) : visit.reply(200, body);
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:delivery`,
      needs: sees,
      summary: 'How far a delivery is, what was frozen, and its files',
      params: deliveryPath,
      answers: { 200: { description: 'The delivery as it is now', json: oneDelivery } },
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      return found ? visit.reply(200, { delivery: viewOf(found.delivery) }) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/:delivery/retry`,
      needs: delivers,
      summary: 'Make the documents again, or freeze the list again when that failed',
      details: 'Never changes a list that is frozen. Does nothing while the documents are being made.',
      params: deliveryPath,
      answers: { 200: { description: 'The delivery as it is now', json: oneDelivery } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const { letter, delivery } = found;
      const by = { by: visit.actor, now: api.now() };
      const retried = await retryDelivery(api.store, letter.slug, delivery.id, by);
      return retried ? visit.reply(200, { delivery: viewOf(retried) }) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/:delivery/cancel`,
      needs: delivers,
      summary: 'Cancel a delivery that was not handed over, also while it is being made or after it failed',
      details:
        'Nothing of it is public afterwards. A letter that a final delivery has closed stays closed, and another final delivery can be started. Cancelling twice answers as once.',
      params: deliveryPath,
      answers: { 200: { description: 'The delivery as it is now', json: oneDelivery } },
      problems: ['changed-meanwhile', 'not-possible'],
    },
    async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const done = await cancelHandover(actingOn(api, visit, found));
      if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
      if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: done.why });
      const after = await readDelivery(api.store, found.letter.slug, found.delivery.id);
      return visit.reply(200, { delivery: viewOf(after ?? found.delivery) });
    },
  );
}
