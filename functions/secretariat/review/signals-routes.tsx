/** Routes for signals about a letter as a whole, and for reports that an organisation did not sign. */
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import {
  answerDispute,
  disputeAnswer,
  disputeId,
  disputeSubject,
  listDisputes,
  readDispute,
} from '../../../shared/dispute/dispute.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { heldBecause } from '../../../shared/mail/held-because.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterOf, sightOf } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { DisputesPage, RaiserPage } from './disputes-page.tsx';
import { burst, letterSignals, sameName, sameOrganisation } from './letter-signals.ts';
import { SignalsPage } from './signals-page.tsx';

const read = { permission: 'signature.decide', of: 'letter' } as const;
const mailboxes = { permission: 'mailbox.read', of: 'letter' } as const;
const home = '/console/letters/:letter';
const admin = '/v1/admin/letters/:letter';

const answerRequest = z.strictObject({ id: disputeId, answer: disputeAnswer });

const disputesQuery = z.strictObject({ before: disputeId.optional() });

const mailboxRequest = answerRequest.pick({ id: true });

/** Bodies and answers, for the API description. */
export const signalSchemas = {
  signals: z.object({
    lookedAt: z.int().describe('How many of the latest signatures'),
    bursts: z.array(burst),
    sameOrganisations: z.array(sameOrganisation),
    sameNames: z.array(sameName),
    held: z.array(z.object({ because: heldBecause, number: z.int() })),
    heldIsAll: z.boolean(),
    undeliverable: z.int(),
    bounceRate: z.number(),
    complaintRate: z.number(),
  }),
  disputes: z.object({
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
    next: z.string().nullable().describe('`before` of the page with older ones'),
  }),
  disputesQuery,
  answer: answerRequest,
  askMailbox: mailboxRequest,
  raiser: z.object({ id: z.string(), email: z.string() }),
  answered: z.object({ answer: disputeAnswer }),
} as const;

export function signalRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', `${home}/signals`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const signals = await letterSignals(api.store, letter.slug, sightOf(visit));
    const body = <SignalsPage letter={letter} signals={signals} maySeeDomains={visit.may('mailbox.read')} />;
    return showPage(c, 200, { title: 'Signals', visit, letter, body });
  });
  guard.api('get', `${admin}/signals`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const signals = await letterSignals(api.store, letter.slug, sightOf(visit));
    const bursts = signals.bursts.filter(({ by }) => by !== 'mailbox' || visit.may('mailbox.read'));
    const body: z.infer<typeof signalSchemas.signals> = { ...signals, bursts };
    return c.json(body);
  });

  guard.page('get', `${home}/disputes`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const before = disputeId.safeParse(c.req.query('before')).data;
    const disputes = await listDisputes(api.store, letter.slug, { before });
    const body = (
      <DisputesPage letter={letter} csrf={visit.csrf} disputes={disputes} maySeeMailboxes={visit.may('mailbox.read')} />
    );
    return showPage(c, 200, { title: '“We did not sign”', visit, letter, body });
  });
  guard.page('post', `${home}/disputes`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    const { id, answer } = visit.form.fields;
    const asked = answerRequest.safeParse({ id, answer });
    if (!letter || !asked.success) return refusalPage(c, 'not-found', visit);
    const done = await answerDispute(api.store, letter.slug, { ...asked.data, by: visit.actor }, api.now());
    return done ? c.redirect(c.req.path, 303) : refusalPage(c, 'not-found', visit);
  });
  guard.api('get', `${admin}/disputes`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = disputesQuery.safeParse(c.req.query());
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const page = await listDisputes(api.store, letter.slug, asked.data);
    // The reporter's mailbox has to be requested separately, and that is recorded.
    const items = page.items.map(({ sk: id, homepage: _homepage, email: _email, ...one }) => ({ id, ...one }));
    const body: z.infer<typeof signalSchemas.disputes> = { items, next: page.next ?? null };
    return c.json(body);
  });
  guard.api('post', `${admin}/disputes`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = answerRequest.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const done = await answerDispute(api.store, letter.slug, { ...asked.data, by: visit.actor }, api.now());
    return done ? c.json({ answer: asked.data.answer }) : problem(c, 'not-found');
  });

  guard.page('post', `${home}/disputes/mailbox`, mailboxes, async (c, visit) => {
    const letter = await letterOf(api, visit);
    const asked = mailboxRequest.safeParse({ id: visit.form.fields['id'] });
    const raised = letter && asked.success ? await raiserOf(api, visit, letter, asked.data.id) : undefined;
    if (!letter || !raised) return refusalPage(c, 'not-found', visit);
    const body = <RaiserPage letter={letter} raised={raised} />;
    return showPage(c, 200, { title: 'Who says “We did not sign”', visit, letter, body });
  });
  guard.api('post', `${admin}/disputes/mailbox`, mailboxes, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = mailboxRequest.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const raised = await raiserOf(api, visit, letter, asked.data.id);
    if (!raised) return problem(c, 'not-found');
    const body: z.infer<typeof signalSchemas.raiser> = { id: raised.sk, email: raised.email };
    return c.json(body);
  });
}

/** @returns the report with the mailbox; records who looked */
async function raiserOf({ store, now }: ConsoleContext, { actor }: Visit, { slug }: Letter, id: string) {
  const raised = await readDispute(store, slug, id);
  if (!raised) return undefined;
  await writeAudit(store, { by: actor, did: 'mailbox.seen', scope: slug, subject: disputeSubject(id) }, now());
  return raised;
}
