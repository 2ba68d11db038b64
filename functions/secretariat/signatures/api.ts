/** API for signatures; does the same as their pages. */
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import { signatureId } from '../../../shared/ids.ts';
import { mailboxAddress } from '../../../shared/mailbox/address.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { moderation, refusals } from '../../../shared/signature/moderation/actions.ts';
import { moderate } from '../../../shared/signature/moderation/moderate.ts';
import { listAwaitingReview, reviewPlace } from '../../../shared/signature/moderation/review.ts';
import { undo } from '../../../shared/signature/moderation/undo.ts';
import { listUndoEntries, type UndoEntry } from '../../../shared/signature/moderation/undo-log.ts';
import { asSeen } from '../../../shared/signature/seen-record.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { type LetterAndSignature, letterInPath, signatureOf, viewerRightsOf } from '../letter-in-path.ts';
import { signal, signalsOf } from '../review/signals.ts';
import { findByMailbox } from './find.ts';
import { readSignatureList, type SignaturePage } from './list.ts';
import { secretariatView, viewOf } from './secretariat-view.ts';
import { undoEntryView, undoRequest } from './undo-request.ts';

const base = '/v1/admin/letters/:letter/signatures';
const read = { permission: 'signature.read', of: 'letter' } as const;
const decide = { permission: 'signature.decide', of: 'letter' } as const;
const mailboxes = { permission: 'mailbox.read', of: 'letter' } as const;

const one = `${base}/:signature`;
const params = z.object({ signature: signatureId });

const listView = z.object({
  items: z.array(secretariatView),
  nextCursor: z.string().nullable(),
  looked: z
    .string()
    .nullable()
    .describe('How far the search got, when there is more to search: a share such as 40%, or a time'),
});
const reviewQuery = z.object({ cursor: reviewPlace.optional() });
const findRequest = z.strictObject({ email: mailboxAddress, cursor: z.string().max(2000).optional() });
const foundView = z.object({
  items: z.array(secretariatView),
  nextCursor: z.string().nullable().describe('Continue the search among signatures held as likely spam'),
});
const signatureView = z.object({ signature: secretariatView });
const withHistory = signatureView.extend({ acts: z.array(undoEntryView), signals: z.array(signal) });
const acted = z.object({
  signature: secretariatView.nullable(),
  act: z.string().nullable().describe('Id of the action, to undo it'),
});

/** Adds the calls for signatures and for decisions on them. */
export function signatureApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: read,
      summary: 'List the signatures of a letter, without email addresses',
      details: 'With a filter that matches few, `looked` says how far the search got. Continue with `nextCursor`.',
      query: signatureListQuery,
      answers: { 200: { description: 'One page', json: listView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const page = await readSignatureList(api.store, letter.slug, visit.query, viewerRightsOf(visit));
      if (!page) {
        const detail = 'is not a cursor of this list';
        return problem(c, 'invalid-query', { errors: [{ pointer: '#/cursor', detail }] });
      }
      const { records, next = null } = page;
      const looked = page.looked === undefined ? null : wordsOf(page.looked);
      return visit.reply(200, { items: records.map((record) => viewOf(record)), nextCursor: next, looked });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/find`,
      needs: mailboxes,
      summary: 'Find signatures by email address; recorded in the audit log',
      body: findRequest,
      answers: { 200: { description: 'The signatures of that address', json: foundView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      await writeAudit(api.store, { by: visit.actor, did: 'mailbox.seen', scope: letter.slug }, api.now());
      const sight = viewerRightsOf(visit);
      const found = await findByMailbox(api.store, await api.keys(), letter.slug, { ...visit.body, ...sight });
      if (!found) {
        const detail = 'is none of this list';
        return problem(c, 'invalid-fields', { errors: [{ pointer: '#/cursor', detail }] });
      }
      const { records, next = null } = found;
      return visit.reply(200, { items: records.map((record) => viewOf(asSeen(record, sight))), nextCursor: next });
    },
  );

  guard.api(
    {
      method: 'get',
      path: '/v1/admin/letters/:letter/review',
      needs: read,
      summary: 'List the signatures awaiting review',
      query: reviewQuery,
      answers: { 200: { description: 'One page', json: listView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const { waiting, next = null } = await listAwaitingReview(api.store, letter.slug, { after: visit.query.cursor });
      const items = waiting.map((record) => viewOf(asSeen(record, viewerRightsOf(visit))));
      return visit.reply(200, { items, nextCursor: next, looked: null });
    },
  );

  guard.api(
    {
      method: 'get',
      path: one,
      needs: read,
      summary: 'Get a signature with its history and warnings',
      params,
      answers: { 200: { description: 'The signature', json: withHistory } },
    },
    async (c, visit) => {
      const found = await signatureOf(api, visit, visit.params.signature);
      if (!found) return problem(c, 'not-found');
      const [acts, signals] = await Promise.all([
        listUndoEntries(api.store, found.id),
        signalsOf(api.store, found.record, viewerRightsOf(visit)),
      ]);
      return visit.reply(200, {
        signature: viewOf(found.record),
        acts: acts.map((entry) => undoEntryViewFor(entry, found)),
        signals,
      });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/mailbox`,
      needs: mailboxes,
      summary: 'Get a signature with its email address; recorded in the audit log',
      params,
      answers: { 200: { description: 'The signature', json: signatureView } },
    },
    async (c, visit) => {
      const found = await signatureOf(api, visit, visit.params.signature);
      if (!found) return problem(c, 'not-found');
      const seen = { by: visit.actor, did: 'mailbox.seen', scope: found.letter.slug, subject: found.id } as const;
      await writeAudit(api.store, seen, api.now());
      return visit.reply(200, { signature: viewOf(found.record, { withMailbox: true }) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/act`,
      needs: decide,
      summary: 'Act on a signature: approve, hold, reject, correct, merge, withdraw, erase …',
      params,
      body: moderation,
      answers: { 200: { description: 'The signature; null when it was erased', json: acted } },
      problems: ['not-possible', 'changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await signatureOf(api, visit, visit.params.signature);
      if (!found) return problem(c, 'not-found');
      const { letter, id } = found;
      const moderating = { store: api.store, keys: await api.keys(), letter, by: visit.actor, now: api.now() };
      const done = await moderate(moderating, id, visit.body);
      if (done.outcome === 'gone') return problem(c, 'not-found');
      if (done.outcome === 'changed-meanwhile') return problem(c, 'changed-meanwhile');
      if (done.outcome === 'refused') return problem(c, 'not-possible', { detail: refusals[done.why] });
      const signature = done.record ? viewOf(asSeen(done.record, viewerRightsOf(visit))) : null;
      return visit.reply(200, { signature, act: done.act ?? null });
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${one}/undo`,
      needs: decide,
      summary: 'Undo an action, if the signature has not changed since',
      params,
      body: undoRequest,
      answers: { 200: { description: 'The signature after the undo', json: signatureView } },
      problems: ['changed-meanwhile', 'letter-delivered'],
    },
    async (c, visit) => {
      const found = await signatureOf(api, visit, visit.params.signature);
      if (!found) return problem(c, 'not-found');
      const undoing = { letter: found.letter.slug, signature: found.id, act: visit.body.act, by: visit.actor };
      const undone = await undo(api.store, undoing, api.now());
      if (undone === 'gone') return problem(c, 'not-found');
      if (undone !== 'undone') return problem(c, undone);
      const now = await signatureOf(api, visit, found.id);
      return now ? visit.reply(200, { signature: viewOf(now.record) }) : problem(c, 'not-found');
    },
  );
}

/** The other signatures that an action changed are a link between signatures. */
function undoEntryViewFor(act: UndoEntry, { id, record }: LetterAndSignature): z.infer<typeof undoEntryView> {
  const view = undoEntryView.parse(act);
  return record.seen.withLinks ? view : { ...view, of: [id] };
}

const wordsOf = (looked: NonNullable<SignaturePage['looked']>) =>
  'share' in looked ? `${Math.round(looked.share * 100)}%` : looked.until;
