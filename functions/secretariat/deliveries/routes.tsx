/** Routes for the deliveries of a letter: the list, a new one, its page, trying again, cancelling. */
import type { Context } from 'hono';
import { documentOptions } from '../../../shared/delivery/delivery.ts';
import { retryDelivery, startDelivery } from '../../../shared/delivery/start.ts';
import { readDeliveries } from '../../../shared/delivery/storage.ts';
import { deliveryKind } from '../../../shared/document/choices.ts';
import { cancelHandover } from '../../../shared/handover/hand-over.ts';
import { mailIds } from '../../../shared/handover/handover.ts';
import { readHandoverMails } from '../../../shared/handover/handover-mail.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { readUploads } from '../../../shared/upload/storage.ts';
import type { ConsoleContext } from '../context.ts';
import { readFreezable } from '../freezable.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { actingOn, deliveryInPath, frozenText, type LetterAndDelivery } from './delivery-in-path.ts';
import { confirmStartPage, deliveriesPage } from './list-page.tsx';
import { confirmCancelPage, deliveryPage } from './page.tsx';

export const sees = { permission: 'letter.read', of: 'letter' } as const;
export const delivers = { permission: 'letter.state', of: 'letter' } as const;

export function deliveryRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/deliveries';

  guard.page('get', base, sees, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    return letter ? list(c, api, visit, letter) : refusalPage(c, 'not-found', visit);
  });

  guard.page('post', base, delivers, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { kind, order, pageSize, logos, deliveredOn, sure } = visit.form.fields;
    const wanted = deliveryKind.safeParse(kind);
    const options = documentOptions.safeParse({ order, pageSize, logos: logos === 'yes' });
    if (!wanted.success || !options.success) return list(c, api, visit, letter, 'Choose the kind of the delivery.');
    if (sure === undefined) {
      const counts = await readFreezable(api.store, letter);
      if (counts.listed + counts.withheld + counts.onPaper === 0) {
        return list(c, api, visit, letter, 'Nobody has signed yet, so there is nothing to deliver.');
      }
      const form = { values: { kind, order, pageSize, logos, deliveredOn }, errors: noErrors };
      return confirmStartPage(c, { visit, letter, form, counts });
    }
    const request = { kind: wanted.data, options: options.data, deliveredOn, by: visit.actor };
    const started = await startDelivery(api.store, letter.slug, request, api.now());
    if (started.outcome === 'refused') return list(c, api, visit, letter, started.why);
    return c.redirect(`/console/letters/${letter.slug}/deliveries/${started.delivery.id}`, 303);
  });

  guard.page('get', `${base}/:delivery`, sees, async (c, visit) => {
    const found = await deliveryInPath(c, api, visit);
    return found ? showDelivery(c, api, visit, found) : refusalPage(c, 'not-found', visit);
  });

  guard.page('post', `${base}/:delivery/retry`, delivers, async (c, visit) => {
    const found = await deliveryInPath(c, api, visit);
    if (!found) return refusalPage(c, 'not-found', visit);
    await retryDelivery(api.store, found.letter.slug, found.delivery.id, { by: visit.actor, now: api.now() });
    return backTo(c, found);
  });

  guard.page('get', `${base}/:delivery/cancel`, delivers, async (c, visit) => {
    const found = await deliveryInPath(c, api, visit);
    return found ? confirmCancelPage(c, visit, found) : refusalPage(c, 'not-found', visit);
  });

  guard.page('post', `${base}/:delivery/cancel`, delivers, async (c, visit) => {
    const found = await deliveryInPath(c, api, visit);
    if (!found) return refusalPage(c, 'not-found', visit);
    const done = await cancelHandover(actingOn(api, visit, found));
    if (done.outcome === 'stale') return refusalPage(c, 'changed-meanwhile', visit);
    if (done.outcome === 'refused') return showDelivery(c, api, visit, found, done.why);
    return backTo(c, found);
  });
}

export function backTo(c: Context, { letter, delivery }: Pick<LetterAndDelivery, 'letter' | 'delivery'>): Response {
  return c.redirect(`/console/letters/${letter.slug}/deliveries/${delivery.id}`, 303);
}

async function list(c: Context, api: ConsoleContext, visit: PageVisit, letter: Letter, wrong?: string) {
  const [{ deliveries }, { handovers }] = await Promise.all([
    readDeliveries(api.store, letter.slug),
    readHanded(api.store, letter.slug),
  ]);
  const errors = wrong === undefined ? noErrors : new Map([['', wrong]]);
  const form: Filled = { values: visit.form.fields, errors };
  return deliveriesPage(c, { visit, letter, deliveries, handovers, form });
}

/** The page of a delivery. Mailboxes are read only for those who may see them. */
export async function showDelivery(
  c: Context,
  api: ConsoleContext,
  visit: PageVisit,
  found: LetterAndDelivery,
  wrong?: string,
): Promise<Response> {
  const [text, uploads, mails] = await Promise.all([
    frozenText(api, found, found.letter.language),
    readUploads(api.store, found.letter.slug, 'upload'),
    visit.may('mailbox.read') ? readHandoverMails(api.store, mailIds(found.handover)) : [],
  ]);
  const mailboxes = new Map(mails.map(({ id, email }) => [id, email]));
  return deliveryPage(c, { ...found, visit, text, uploads, mailboxes, wrong, publicUrl: api.publicUrl });
}
