/**
 * Routes for partners, the sites that embed the letter's form: add, change, remove, code to copy, and their numbers.
 */
import type { Context } from 'hono';
import { partnerId } from '../../../shared/ids.ts';
import { readFiguresLink } from '../../../shared/partner/figures-link.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { removeFromLetter } from '../../../shared/partner/register.ts';
import { listPartners, readPartner } from '../../../shared/partner/storage.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
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
import { sitesIn } from './pasted-sites.ts';
import { readPartnerFigures } from './read-partner-figures.ts';

const base = '/console/letters/:letter/partners';
const read = { permission: 'partner.read', of: 'letter' } as const;
const write = { permission: 'partner.write', of: 'letter' } as const;

const wrongSites = (wrong: readonly string[]) =>
  `${wrong.join(', ')}: enter the address of a website, such as https://example.org`;

/** @returns the sites in the form, and an error for its field if some are none */
function sitesOf({ origins = '', www }: PageVisit['form']['fields']) {
  const found = sitesIn(origins, { withWww: www === 'true' });
  const errors: [string, string][] = found.wrong.length > 0 ? [['origins', wrongSites(found.wrong)]] : [];
  return { origins: found.origins, errors };
}

export function partnerRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', base, read, (c, visit) => listPage(c, visit, api));

  guard.page('post', base, write, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const values = visit.form.fields;
    const { existing, name, id: typed = existing } = values;
    const id = partnerId.safeParse(typed ?? '');
    const sites = sitesOf(values);
    const isKnown = id.success && (await readPartner(api.store, id.data)) !== undefined;
    const errors = new Map([
      ...(id.success ? [] : [['id', 'Short name: use at most 63 lower-case letters, digits and hyphens'] as const]),
      ...(name || isKnown || existing ? [] : [['name', 'Enter the name of the partner'] as const]),
      ...sites.errors,
    ]);
    if (!id.success || errors.size > 0) return listPage(c, visit, api, { values, errors });
    const added = await addToLetter(api, visit, letter, { id: id.data, name, origins: sites.origins });
    const wrong = (field: string, why: string) => listPage(c, visit, api, { values, errors: new Map([[field, why]]) });
    return added.ok ? c.redirect(`/console/letters/${letter.slug}/partners/${id.data}`, 303) : wrong('', added.why);
  });

  guard.page('get', `${base}/:partner`, read, (c, visit) => onePage(c, visit, api));

  guard.page('post', `${base}/:partner`, write, async (c, visit) => {
    const found = await partnerOf(api, visit, c.req.param('partner'));
    if (!found) return refusalPage(c, 'not-found', visit);
    const values = visit.form.fields;
    const sites = sitesOf(values);
    const errors = new Map([
      ...(values['name'] ? [] : [['name', 'Enter the name of the partner'] as const]),
      ...sites.errors,
    ]);
    if (errors.size > 0) return onePage(c, visit, api, { form: { values, errors } });
    const wanted = { name: values['name'] ?? '', origins: sites.origins, next: nextStepIn(values) };
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
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const [snapshot, partners, all] = await Promise.all([
    readSnapshot(api.store, letter.slug),
    partnersOf(api.store, letter),
    visit.may('partner.write') ? listPartners(api.store) : [],
  ]);
  // Only partners of letters whose partners the visitor may see.
  const others = all.filter(
    ({ letters }) => !letters.includes(letter.slug) && letters.some((slug) => visit.may('partner.read', slug)),
  );
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'Partners',
    visit,
    letter,
    body: (
      <PartnerList
        {...{ letter, snapshot, form, partners, others }}
        csrf={visit.csrf}
        writes={visit.may('partner.write')}
      />
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
