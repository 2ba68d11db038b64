/**
 * Routes for partners, the sites that embed the letter's form: add, change, remove, code to copy, and their numbers.
 */
import type { Context } from 'hono';
import { partnerId } from '../../../shared/ids.ts';
import { readFiguresLink } from '../../../shared/partner/figures-link.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { removeFromLetter } from '../../../shared/partner/register.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { showPage } from '../ui/layout.tsx';
import { fieldsOfNextStep, nextStepIn } from '../ui/next-step-fields.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import {
  addToLetter,
  changeShared,
  endFiguresLink,
  type LetterAndPartner,
  mayChange,
  newFiguresLink,
  partnerOf,
  partnersOf,
} from './letter-partners.ts';
import { PartnerList } from './list-page.tsx';
import { PartnerView } from './page.tsx';
import { readPartnerFigures } from './read-partner-figures.ts';

const base = '/console/letters/:letter/partners';
const read = { permission: 'partner.read', of: 'letter' } as const;
const write = { permission: 'partner.write', of: 'letter' } as const;

const linesOf = (typed: string | undefined) => (typed ?? '').split(/\s+/).filter((one) => one !== '');

export function partnerRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', base, read, (c, visit) => listPage(c, visit, api));

  guard.page('post', base, write, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const values = visit.form.fields;
    const id = partnerId.safeParse(values['id'] ?? '');
    const wrong = (name: string, why: string) => listPage(c, visit, api, { values, errors: new Map([[name, why]]) });
    if (!id.success) return wrong('id', 'Short name: use at most 63 lower-case letters, digits and hyphens');
    const wanted = { id: id.data, name: values['name'], origins: linesOf(values['origins']) };
    const added = await addToLetter(api, visit, letter, wanted);
    return added.ok ? c.redirect(`/console/letters/${letter.slug}/partners/${id.data}`, 303) : wrong('', added.why);
  });

  guard.page('get', `${base}/:partner`, read, (c, visit) => onePage(c, visit, api));

  guard.page('post', `${base}/:partner`, write, async (c, visit) => {
    const found = await partnerOf(api, visit, c.req.param('partner'));
    if (!found) return refusalPage(c, 'not-found', visit);
    const values = visit.form.fields;
    const wanted = { name: values['name'] ?? '', origins: linesOf(values['origins']), next: nextStepIn(values) };
    const changed = await changeShared(api, visit, found.partner, wanted);
    if (!changed.ok) return onePage(c, visit, api, { form: { values, errors: new Map([['', changed.why]]) } });
    return c.redirect(addressOf(found), 303);
  });

  guard.page('post', `${base}/:partner/remove`, write, async (c, visit) => {
    const found = await partnerOf(api, visit, c.req.param('partner'));
    if (!found) return refusalPage(c, 'not-found', visit);
    const { letter, partner } = found;
    const taken = await removeFromLetter(api.store, partner.id, letter.slug, api.now(), visit.actor);
    if (!taken.ok) return onePage(c, visit, api, { form: { values: {}, errors: new Map([['', taken.why]]) } });
    return c.redirect(`/console/letters/${letter.slug}/partners`, 303);
  });

  /** The link is shown only this once, so there is no page to redirect to. */
  guard.page('post', `${base}/:partner/link`, write, async (c, visit) => {
    const found = await partnerOf(api, visit, c.req.param('partner'));
    if (!found) return refusalPage(c, 'not-found', visit);
    return onePage(c, visit, api, { link: await newFiguresLink(api, visit, found) });
  });

  guard.page('post', `${base}/:partner/link/revoke`, write, async (c, visit) => {
    const found = await partnerOf(api, visit, c.req.param('partner'));
    if (!found) return refusalPage(c, 'not-found', visit);
    await endFiguresLink(api, visit, found);
    return c.redirect(addressOf(found), 303);
  });
}

const valuesOf = ({ name, origins, next }: Partner) => ({
  name,
  origins: origins.join('\n'),
  ...fieldsOfNextStep(next),
});

const addressOf = ({ letter, partner }: LetterAndPartner) => `/console/letters/${letter.slug}/partners/${partner.id}`;

async function listPage(
  c: Context,
  visit: PageVisit,
  api: ConsoleContext,
  form: Filled = { values: {}, errors: noErrors },
): Promise<Response> {
  const letter = await letterOf(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const [snapshot, partners] = await Promise.all([readSnapshot(api.store, letter.slug), partnersOf(api.store, letter)]);
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'Partners',
    visit,
    letter,
    body: (
      <PartnerList {...{ letter, snapshot, form, partners }} csrf={visit.csrf} writes={visit.may('partner.write')} />
    ),
  });
}

async function onePage(
  c: Context,
  visit: PageVisit,
  api: ConsoleContext,
  { form, link }: { form?: Filled; link?: string } = {},
): Promise<Response> {
  const found = await partnerOf(api, visit, c.req.param('partner'));
  if (!found) return refusalPage(c, 'not-found', visit);
  const { letter, partner } = found;
  const [figures, linkSince] = await Promise.all([
    readPartnerFigures(api.store, partner.id, letter.slug),
    readFiguresLink(api.store, letter.slug, partner.id),
  ]);
  const filled = form ?? { values: valuesOf(partner), errors: noErrors };
  return showPage(c, filled.errors.size > 0 ? 422 : 200, {
    title: partner.name,
    visit,
    letter,
    body: (
      <PartnerView
        {...{ letter, partner, figures, link, linkSince }}
        form={filled}
        csrf={visit.csrf}
        publicUrl={api.publicUrl}
        writes={visit.may('partner.write')}
        writesShared={mayChange(visit, partner)}
      />
    ),
  });
}
