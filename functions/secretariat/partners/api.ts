/** API for partners; does the same as their pages. */
import type { Context } from 'hono';
import * as z from 'zod';
import { partnerId } from '../../../shared/ids.ts';
import { makeFiguresLink, revokeFiguresLink } from '../../../shared/partner/figures-link.ts';
import { partner } from '../../../shared/partner/partner.ts';
import { type PartnerChange, takeFromLetter } from '../../../shared/partner/register.ts';
import { readPartner } from '../../../shared/partner/storage.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';
import { addToLetter, changeShared, figuresAddress, type LetterAndPartner, partnerInPath } from './letter-partners.ts';
import { readPartnerFigures } from './read-partner-figures.ts';
import { linkDeed } from './routes.tsx';

const base = '/v1/admin/letters/:letter/partners';
const one = `${base}/:partner`;
const read = { permission: 'partner.read', of: 'letter' } as const;
const write = { permission: 'partner.write', of: 'letter' } as const;

const origins = z.array(z.string().max(300)).max(20);
const view = partner.pick({ id: true, name: true, origins: true, addedAt: true });
const numbers = z.array(z.tuple([z.string(), z.int()]));

/** Bodies and answers, for the API description. */
export const partnerSchemas = {
  list: z.object({ items: z.array(view) }),
  add: z.strictObject({
    id: partnerId,
    name: z.string().max(200).optional().describe('May be left out for a partner that other letters have'),
    origins: origins.default([]),
  }),
  change: z.strictObject({ name: z.string().max(200), origins }),
  partner: z.object({
    partner: view,
    figures: z.object({
      submitted: z.int().describe('Who sent the form: all that the partner itself is told'),
      mailed: z.int().describe('Who was asked to confirm'),
      held: z.int().describe('Who was not: it looked like abuse, or was one too many'),
      counted: z.object({ signers: z.int(), asOf: isoTimestamp }).nullable(),
      byPage: numbers,
      byCampaign: numbers,
      isWhole: z.boolean(),
    }),
  }),
  link: z.object({ link: z.url().describe('Shown this once') }),
} as const;

export function partnerApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api('get', base, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const partners = await Promise.all(letter.partners.map(({ id }) => readPartner(api.store, id)));
    return c.json(partnerSchemas.list.parse({ items: partners.filter((found) => found !== undefined) }));
  });

  guard.api('post', base, write, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = partnerSchemas.add.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const added = await addToLetter(api, visit, letter, asked.data);
    return added.ok && added.partner ? answer(c, api, { letter, partner: added.partner }, 201) : refused(c, added);
  });

  guard.api('get', one, read, (c, visit) => withPartner(c, api, visit, (found) => answer(c, api, found)));

  guard.api('put', one, write, (c, visit: Visit & { body: unknown }) =>
    withPartner(c, api, visit, async ({ letter, partner: before }) => {
      const asked = partnerSchemas.change.safeParse(visit.body);
      if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
      const changed = await changeShared(api, visit, before, asked.data);
      return changed.ok && changed.partner ? answer(c, api, { letter, partner: changed.partner }) : refused(c, changed);
    }),
  );

  guard.api('delete', one, write, (c, visit) =>
    withPartner(c, api, visit, async ({ letter, partner: { id } }) => {
      const taken = await takeFromLetter(api.store, id, letter.slug, api.now(), visit.actor);
      return taken.ok ? c.body(null, 204) : refused(c, taken);
    }),
  );

  guard.api('post', `${one}/link`, write, (c, visit) =>
    withPartner(c, api, visit, async (found) => {
      const { letter, partner: of } = found;
      const secret = await makeFiguresLink(api.store, letter.slug, of.id, linkDeed(visit, found), api.now());
      const body: z.infer<typeof partnerSchemas.link> = { link: figuresAddress(api, letter.slug, of.id, secret) };
      return c.json(body, 201);
    }),
  );

  guard.api('delete', `${one}/link`, write, (c, visit) =>
    withPartner(c, api, visit, async (found) => {
      await revokeFiguresLink(api.store, found.letter.slug, found.partner.id, linkDeed(visit, found), api.now());
      return c.body(null, 204);
    }),
  );
}

async function withPartner(
  c: Context,
  api: ConsoleContext,
  visit: Visit,
  handle: (found: LetterAndPartner) => Promise<Response>,
): Promise<Response> {
  const found = await partnerInPath(c, api, visit);
  return found ? handle(found) : problem(c, 'not-found');
}

async function answer(
  c: Context,
  { store }: ConsoleContext,
  { letter, partner: of }: LetterAndPartner,
  status: 200 | 201 = 200,
): Promise<Response> {
  const { counted = null, ...figures } = await readPartnerFigures(store, of.id, letter.slug);
  return c.json(partnerSchemas.partner.parse({ partner: of, figures: { ...figures, counted } }), status);
}

function refused(c: Context, change: PartnerChange): Response {
  if (change.ok) return problem(c, 'changed-meanwhile');
  return problem(c, 'invalid-fields', { errors: [{ pointer: '#', detail: change.why }] });
}
