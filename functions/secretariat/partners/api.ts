/** API for partners; does the same as their pages. */
import type { Context } from 'hono';
import * as z from 'zod';
import { partnerId } from '../../../shared/ids.ts';
import { nextStep } from '../../../shared/letter/next-step.ts';
import { partner } from '../../../shared/partner/partner.ts';
import { type PartnerChange, removeFromLetter } from '../../../shared/partner/register.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import {
  addToLetter,
  changeShared,
  endFiguresLink,
  type LetterAndPartner,
  newFiguresLink,
  partnerOf,
  partnersOf,
} from './letter-partners.ts';
import { readPartnerFigures } from './read-partner-figures.ts';

const base = '/v1/admin/letters/:letter/partners';
const one = `${base}/:partner`;
const read = { permission: 'partner.read', of: 'letter' } as const;
const write = { permission: 'partner.write', of: 'letter' } as const;

const origins = z.array(z.string().max(300)).max(20);
const view = partner.pick({ id: true, name: true, origins: true, next: true, addedAt: true });
const numbers = z.array(z.tuple([z.string(), z.int()]));

const listView = z.object({ items: z.array(view) });
const addRequest = z.strictObject({
  id: partnerId,
  name: z.string().max(200).optional().describe('Optional for a partner of another letter'),
  origins: origins.default([]),
});
const changeRequest = z.strictObject({
  name: z.string().max(200),
  origins,
  next: nextStep
    .optional()
    .describe('Page for people who signed on its sites, on one of its origins. Without it, none.'),
});
const partnerWithFigures = z.object({
  partner: view,
  figures: z.object({
    submitted: z.int().describe('Forms sent. The partner itself sees this number only.'),
    mailed: z.int().describe('Forms for which the email to confirm was sent'),
    held: z.int().describe('Forms held as likely spam'),
    counted: z.object({ signers: z.int(), asOf: isoTimestamp }).nullable(),
    byPage: numbers,
    byCampaign: numbers,
    isWhole: z.boolean(),
  }),
});
const figuresLink = z.object({ link: z.url().describe('Shown only once') });

const params = z.object({ partner: partnerId });
const found = { description: 'The partner and its figures', json: partnerWithFigures };

/** Adds the calls for a letter's partners. */
export function partnerApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: read,
      summary: 'List the partners of a letter',
      answers: { 200: { description: 'The whole list', json: listView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { items: await partnersOf(api.store, letter) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: write,
      summary: 'Add a new partner, or one of another letter',
      body: addRequest,
      answers: { 201: found },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const added = await addToLetter(api, visit, letter, visit.body);
      return added.ok && added.partner
        ? visit.reply(201, await viewOf(api, { letter, partner: added.partner }))
        : refused(c, added);
    },
  );

  guard.api(
    {
      method: 'get',
      path: one,
      needs: read,
      summary: 'Get a partner and its figures',
      params,
      answers: { 200: found },
    },
    async (c, visit) => {
      const known = await partnerOf(api, visit, visit.params.partner);
      return known ? visit.reply(200, await viewOf(api, known)) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: one,
      needs: write,
      summary: 'Change the name or origins of a partner, for all its letters',
      params,
      body: changeRequest,
      answers: { 200: found },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const known = await partnerOf(api, visit, visit.params.partner);
      if (!known) return problem(c, 'not-found');
      const { letter, partner: before } = known;
      const changed = await changeShared(api, visit, before, visit.body);
      return changed.ok && changed.partner
        ? visit.reply(200, await viewOf(api, { letter, partner: changed.partner }))
        : refused(c, changed);
    },
  );

  guard.api(
    {
      method: 'delete',
      path: one,
      needs: write,
      summary: 'Remove a partner from the letter; its signatures stay',
      params,
      answers: { 204: { description: 'Removed' } },
      problems: ['changed-meanwhile', 'invalid-fields'],
    },
    async (c, visit) => {
      const known = await partnerOf(api, visit, visit.params.partner);
      if (!known) return problem(c, 'not-found');
      const taken = await removeFromLetter(api.store, known.partner.id, known.letter.slug, api.now(), visit.actor);
      return taken.ok ? visit.reply(204) : refused(c, taken);
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/link`,
      needs: write,
      summary: 'Create a link to the partner’s own figures; an older link stops working',
      params,
      answers: { 201: { description: 'The link', json: figuresLink } },
    },
    async (c, visit) => {
      const known = await partnerOf(api, visit, visit.params.partner);
      if (!known) return problem(c, 'not-found');
      return visit.reply(201, { link: await newFiguresLink(api, visit, known) });
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${one}/link`,
      needs: write,
      summary: 'Revoke the link to the figures',
      params,
      answers: { 204: { description: 'Revoked' } },
    },
    async (c, visit) => {
      const known = await partnerOf(api, visit, visit.params.partner);
      if (!known) return problem(c, 'not-found');
      await endFiguresLink(api, visit, known);
      return visit.reply(204);
    },
  );
}

async function viewOf({ store }: ConsoleContext, { letter, partner: of }: LetterAndPartner) {
  const { counted = null, ...figures } = await readPartnerFigures(store, of.id, letter.slug);
  return { partner: of, figures: { ...figures, counted } };
}

function refused(c: Context, change: PartnerChange): Response {
  if (change.ok) return problem(c, 'changed-meanwhile');
  return problem(c, 'invalid-fields', { errors: [{ pointer: '#', detail: change.why }] });
}
