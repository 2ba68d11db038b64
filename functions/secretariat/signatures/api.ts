/** API for signatures; does the same as their pages. */
import type { Context } from 'hono';
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import { mailboxAddress } from '../../../shared/mailbox/address.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { moderation, refusals } from '../../../shared/signature/moderation/actions.ts';
import { moderate } from '../../../shared/signature/moderation/moderate.ts';
import { listWaiting, reviewPlace } from '../../../shared/signature/moderation/review.ts';
import { undo } from '../../../shared/signature/moderation/undo.ts';
import { listUndoEntries, type UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import { asSeen } from '../../../shared/signature/seen-record.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, UndescribedVisit } from '../guard.ts';
import { type LetterAndSignature, letterOf, sightOf, signatureOf } from '../letter-in-path.ts';
import { signal, signalsOf } from '../review/signals.ts';
import { findByMailbox } from './find.ts';
import { readSignatureList } from './list.ts';
import { secretariatView, viewOf } from './secretariat-view.ts';
import { actView, undoRequest } from './undo-request.ts';

const base = '/v1/admin/letters/:letter/signatures';
const read = { permission: 'signature.read', of: 'letter' } as const;
const decide = { permission: 'signature.decide', of: 'letter' } as const;
const mailboxes = { permission: 'mailbox.read', of: 'letter' } as const;

/** Bodies and answers, for the API description. */
export const signatureSchemas = {
  listQuery: signatureListQuery,
  list: z.object({
    items: z.array(secretariatView),
    nextCursor: z.string().nullable(),
    looked: z.string().nullable().describe('How far was looked, where a filter fits few and there is more'),
  }),
  reviewQuery: z.object({ cursor: reviewPlace.optional() }),
  find: z.strictObject({ email: mailboxAddress, cursor: z.string().max(2000).optional() }),
  found: z.object({
    items: z.array(secretariatView),
    nextCursor: z.string().nullable().describe('Where to look further among what is held silently'),
  }),
  one: z.object({ signature: secretariatView, acts: z.array(actView), signals: z.array(signal) }),
  act: moderation,
  acted: z.object({ signature: secretariatView.nullable(), act: z.string().nullable().describe('What can be undone') }),
  undo: undoRequest,
  withMailbox: z.object({ signature: secretariatView }),
  undone: z.object({ signature: secretariatView }),
} as const;

export function signatureApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api('get', base, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const query = signatureListQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
    const page = await readSignatureList(api.store, letter.slug, query.data, sightOf(visit));
    if (!page)
      return problem(c, 'invalid-query', { errors: [{ pointer: '#/cursor', detail: 'is not a cursor of this list' }] });
    const { records, next = null, looked = null } = page;
    const body: z.infer<typeof signatureSchemas.list> = {
      items: records.map((one) => viewOf(one)),
      nextCursor: next,
      looked,
    };
    return c.json(body);
  });

  guard.api('post', `${base}/find`, mailboxes, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const asked = signatureSchemas.find.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    await writeAudit(api.store, { by: visit.actor, did: 'mailbox.seen', scope: letter.slug }, api.now());
    const sight = sightOf(visit);
    const found = await findByMailbox(api.store, await api.keys(), letter.slug, { ...asked.data, ...sight });
    if (!found)
      return problem(c, 'invalid-fields', { errors: [{ pointer: '#/cursor', detail: 'is none of this list' }] });
    const { records, next = null } = found;
    const body: z.infer<typeof signatureSchemas.found> = {
      items: records.map((one) => viewOf(asSeen(one, sight))),
      nextCursor: next,
    };
    return c.json(body);
  });

  guard.api('get', `/v1/admin/letters/:letter/review`, read, async (c, visit) => {
    const letter = await letterOf(api, visit);
    if (!letter) return problem(c, 'letter-not-found');
    const query = signatureSchemas.reviewQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
    const { waiting, next = null } = await listWaiting(api.store, letter.slug, { after: query.data.cursor });
    const body: z.infer<typeof signatureSchemas.list> = {
      items: waiting.map((one) => viewOf(asSeen(one, sightOf(visit)))),
      nextCursor: next,
      looked: null,
    };
    return c.json(body);
  });

  guard.api('get', `${base}/:signature`, read, async (c, visit) => {
    const found = await signatureOf(api, visit, c.req.param('signature'));
    if (!found) return problem(c, 'not-found');
    const [acts, signals] = await Promise.all([
      listUndoEntries(api.store, found.id),
      signalsOf(api.store, found.record, sightOf(visit)),
    ]);
    const body: z.infer<typeof signatureSchemas.one> = {
      signature: viewOf(found.record),
      acts: acts.map((one) => actViewFor(one, found)),
      signals,
    };
    return c.json(body);
  });

  guard.api('post', `${base}/:signature/mailbox`, mailboxes, async (c, visit) => {
    const found = await signatureOf(api, visit, c.req.param('signature'));
    if (!found) return problem(c, 'not-found');
    const seen = { by: visit.actor, did: 'mailbox.seen', scope: found.letter.slug, subject: found.id } as const;
    await writeAudit(api.store, seen, api.now());
    return c.json({ signature: viewOf(found.record, { withMailbox: true }) });
  });

  guard.api('post', `${base}/:signature/act`, decide, (c, visit) => act(c, api, visit));
  guard.api('post', `${base}/:signature/undo`, decide, (c, visit) => takeBack(c, api, visit));
}

/** The other signatures that an action changed are a link between signatures. */
function actViewFor(act: UndoEntry, { id, record }: LetterAndSignature): z.infer<typeof actView> {
  const view = actView.parse(act);
  return record.seen.withLinks ? view : { ...view, of: [id] };
}

async function act(c: Context, api: ConsoleContext, visit: UndescribedVisit): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  if (!found) return problem(c, 'not-found');
  const wanted = moderation.safeParse(visit.body);
  if (!wanted.success) return problem(c, 'invalid-fields', { errors: fieldErrors(wanted.error) });
  const moderating = {
    store: api.store,
    keys: await api.keys(),
    letter: found.letter,
    by: visit.actor,
    now: api.now(),
  };
  const done = await moderate(moderating, found.id, wanted.data);
  if (done.outcome === 'gone') return problem(c, 'not-found');
  if (done.outcome === 'changed-meanwhile') return problem(c, 'changed-meanwhile');
  if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: refusals[done.why] });
  const body: z.infer<typeof signatureSchemas.acted> = {
    signature: done.record ? viewOf(asSeen(done.record, sightOf(visit))) : null,
    act: done.act ?? null,
  };
  return c.json(body);
}

async function takeBack(c: Context, api: ConsoleContext, visit: UndescribedVisit): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  if (!found) return problem(c, 'not-found');
  const asked = undoRequest.safeParse(visit.body);
  if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
  const undoing = { letter: found.letter.slug, signature: found.id, act: asked.data.act, by: visit.actor };
  const undone = await undo(api.store, undoing, api.now());
  if (undone === 'gone') return problem(c, 'not-found');
  if (undone !== 'undone') return problem(c, undone);
  const now = await signatureOf(api, visit, c.req.param('signature'));
  return now ? c.json({ signature: viewOf(now.record) }) : problem(c, 'not-found');
}
