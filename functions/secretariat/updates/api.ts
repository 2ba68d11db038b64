/** API for updates: write, change, see who gets it, send, view its progress, pause, resume, cancel. */
import type { Context } from 'hono';
import * as z from 'zod';
import { updateId } from '../../../shared/ids.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { notWrittenBecause } from '../../../shared/signature/may-write.ts';
import {
  cancelUpdate,
  type Deciding,
  type Outcome,
  pauseUpdate,
  resumeUpdate,
  sendUpdate,
} from '../../../shared/update/control.ts';
import { changeUpdate, type Editing, removeUpdate, writeUpdate } from '../../../shared/update/edit.ts';
import { sending as sendingRow } from '../../../shared/update/sending.ts';
import { listUpdates, readSending } from '../../../shared/update/storage.ts';
import { type Update, updateFields, update as updateRecord, updateWords } from '../../../shared/update/update.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { sees, sends } from './routes.tsx';
import { updateInPath } from './update-in-path.ts';

const base = '/v1/admin/letters/:letter/updates';
const params = z.object({ update: updateId });

const updateView = updateRecord
  .omit({ texts: true, excused: true })
  .extend({ texts: z.record(z.string(), updateWords).describe('By language; `text` is Markdown') });
const oneUpdate = z.object({ update: updateView });
const progressView = sendingRow
  .pick({ chosen: true, sent: true, dropped: true, refused: true, bounced: true, complained: true })
  .describe('Numbers of mailboxes chosen so far, and of what became of their mails');
const withProgress = z.object({ update: updateView, progress: progressView });
const reachView = z.object({
  total: z.int().describe('Mailboxes that get it'),
  byLanguage: z.record(z.string(), z.int()),
  leftOut: z.partialRecord(notWrittenBecause, z.int()).describe('Signatures, by the reason why they are left out'),
  sameMailbox: z.int().describe('Further signatures of a mailbox that gets it'),
  isComplete: z.boolean().describe('False when there was no time to look at every signature'),
});
const revision = z.int().min(1).describe('The revision that was read');
const sendRequest = z.strictObject({
  revision,
  at: z.iso.datetime({ offset: true }).optional().describe('A time to come; by default now'),
  insist: z.boolean().default(false).describe('Also when another update is sent within a day; for owners'),
});

const viewOf = ({ texts, ...others }: Update): z.input<typeof updateView> => ({
  ...others,
  texts: Object.fromEntries(
    Object.entries(texts).map(([language, { subject, text }]) => [language, { subject, text }]),
  ),
});

/** Adds the calls for updates. */
export function updateApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: base,
      needs: sees,
      summary: 'The updates of a letter',
      answers: { 200: { description: 'The latest first', json: z.object({ items: z.array(updateView) }) } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { items: (await listUpdates(api.store, letter.slug, 'consistent')).map(viewOf) });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: sends,
      summary: 'Write an update; nothing is sent yet',
      details: 'Readers of a language that is left out get the text in the first language of the letter that is there.',
      body: updateFields,
      answers: { 201: { description: 'The draft', json: oneUpdate } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const editing = { store: api.store, letter: letter.slug, by: visit.actor, now: api.now() };
      return visit.reply(201, { update: viewOf(await writeUpdate(editing, visit.body)) });
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:update`,
      needs: sees,
      summary: 'One update, and how far it is sent',
      params,
      answers: { 200: { description: 'The update as it is now', json: withProgress } },
    },
    async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const progress = await readSending(api.store, found.letter.slug, found.update.id);
      return visit.reply(200, { update: viewOf(found.update), progress });
    },
  );

  guard.api(
    {
      method: 'put',
      path: `${base}/:update`,
      needs: sends,
      summary: 'Change an update that was not sent yet',
      params,
      body: updateFields.safeExtend({ revision }),
      answers: { 200: { description: 'The update as it is now', json: oneUpdate } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const { revision: seen, ...fields } = visit.body;
      const written = await changeUpdate(
        editingOf(api, visit, found.update),
        { ...found.update, revision: seen },
        fields,
      );
      return written ? visit.reply(200, { update: viewOf(written) }) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${base}/:update`,
      needs: sends,
      summary: 'Remove a draft',
      params,
      answers: { 204: { description: 'Removed' } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const isGone = await removeUpdate(editingOf(api, visit, found.update), found.update);
      return isGone ? visit.reply(204) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:update/reach`,
      needs: sends,
      summary: 'How many would get the update now, by language, and how many are left out and why',
      details: 'Numbers only. They are judged again at the moment of sending.',
      params,
      answers: { 200: { description: 'The numbers', json: reachView } },
    },
    async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const { reachOf } = await import('./reach.ts');
      return visit.reply(200, await reachOf(api, found.letter));
    },
  );

  guard.api(
    {
      method: 'post',
      path: `${base}/:update/send`,
      needs: sends,
      summary: 'Send an update, now or at a set time',
      details:
        'One mail to each mailbox that agreed to news about the letter. At most one update a day, unless an owner insists. Look at the update to see how far it is.',
      params,
      body: sendRequest,
      answers: { 200: { description: 'It is being sent, or scheduled', json: oneUpdate } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      if (!found) return problem(c, 'not-found');
      const { revision: seen, at, insist } = visit.body;
      const insists = insist && visit.may('update.insist');
      const done = await sendUpdate(
        decidingOf(api, visit, found.update, seen),
        at === undefined ? api.now() : new Date(at),
        insists,
      );
      return done.outcome === 'done' ? visit.reply(200, { update: viewOf(done.update) }) : refuse(c, done);
    },
  );

  const decide = (action: string, summary: string, decision: (deciding: Deciding) => Promise<Outcome>) =>
    guard.api(
      {
        method: 'post',
        path: `${base}/:update/${action}`,
        needs: sends,
        summary,
        details: 'Changes nothing when its `state` does not allow it.',
        params,
        answers: { 200: { description: 'The update as it is now', json: oneUpdate } },
        problems: ['changed-meanwhile'],
      },
      async (c, visit) => {
        const found = await updateInPath(c, api, visit);
        if (!found) return problem(c, 'not-found');
        const done = await decision(decidingOf(api, visit, found.update, found.update.revision));
        if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
        return visit.reply(200, { update: viewOf(done.outcome === 'done' ? done.update : found.update) });
      },
    );
  decide('pause', 'Pause an update: no further mail leaves', (deciding) => pauseUpdate(deciding, 'secretariat'));
  decide('resume', 'Resume an update that was paused, or paused itself', resumeUpdate);
  decide('cancel', 'Send an update to nobody else; a scheduled one becomes a draft again', cancelUpdate);
}

function refuse(c: Context, done: Exclude<Outcome, { outcome: 'done' }>): Response {
  if (done.outcome === 'stale') return problem(c, 'changed-meanwhile');
  const detail =
    done.outcome === 'too-soon' ? 'another update of this letter is sent within a day of that time' : done.why;
  return problem(c, 'invalid-fields', { errors: [{ pointer: '#', detail }] });
}

function editingOf({ store, now }: ConsoleContext, { actor }: Visit, { letter }: Update): Editing {
  return { store, letter, by: actor, now: now() };
}

function decidingOf({ store, now }: ConsoleContext, { actor }: Visit, update: Update, revision: number): Deciding {
  return { store, update: { ...update, revision }, by: actor, now: now() };
}
