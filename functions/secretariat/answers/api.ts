/** API for answers to a letter: record, change, take back. */
import * as z from 'zod';
import {
  type Answer,
  answerFields,
  answerId,
  answer as answerRecord,
  readAnswer,
  recordAnswer,
  removeAnswer,
  withFields,
  writeAnswer,
} from '../../../shared/handover/answer.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { sees, writes } from './routes.tsx';

const base = '/v1/admin/letters/:letter/answers';
const params = z.object({ answer: answerId });
const answerView = answerRecord.omit({ blocks: true });
const oneAnswer = z.object({ answer: answerView });
const revision = z.int().min(1).describe('The revision that was read');

/** Adds the calls for answers. */
export function answerApiRoutes(guard: Guard, api: ConsoleContext): void {
  const today = () => api.now().toISOString().slice(0, 10);
  const tomorrowOrLater = {
    errors: [{ pointer: '#/receivedOn', detail: 'is a day that has not come yet' }],
  };

  guard.api(
    {
      method: 'get',
      path: base,
      needs: sees,
      summary: 'The answers to a letter',
      answers: { 200: { description: 'The oldest first', json: z.object({ items: z.array(answerView) }) } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { items: (await readHanded(api.store, letter.slug)).answers });
    },
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs: writes,
      summary: 'Record an answer; the letter’s page shows it within half a minute',
      details: '`text` is Markdown, as in a letter. The same answer again is recorded once.',
      body: answerFields,
      answers: { 201: { description: 'The answer', json: oneAnswer } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      if (visit.body.receivedOn > today()) return problem(c, 'invalid-fields', tomorrowOrLater);
      const written = await recordAnswer(api.store, letter.slug, visit.body, visit.actor, api.now());
      return written ? visit.reply(201, { answer: written }) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'get',
      path: `${base}/:answer`,
      needs: sees,
      summary: 'One answer, as typed',
      params,
      answers: { 200: { description: 'The answer', json: oneAnswer } },
    },
    async (c, visit) => {
      const found = await answerIn(api, visit, visit.params.answer);
      return found ? visit.reply(200, { answer: found.answer }) : problem(c, 'not-found');
    },
  );

  guard.api(
    {
      method: 'put',
      path: `${base}/:answer`,
      needs: writes,
      summary: 'Change an answer',
      params,
      body: answerFields.extend({ revision }),
      answers: { 200: { description: 'The answer as it is now', json: oneAnswer } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await answerIn(api, visit, visit.params.answer);
      if (!found) return problem(c, 'not-found');
      const { revision: seen, ...fields } = visit.body;
      if (fields.receivedOn > today()) return problem(c, 'invalid-fields', tomorrowOrLater);
      const change = {
        before: { ...found.answer, revision: seen },
        next: await withFields(found.answer, fields),
        by: visit.actor,
      };
      const written = await writeAnswer(api.store, found.letter.slug, change, api.now());
      return written ? visit.reply(200, { answer: written }) : problem(c, 'changed-meanwhile');
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${base}/:answer`,
      needs: writes,
      summary: 'Take an answer back; the letter’s page no longer shows it',
      details: 'This cannot be undone.',
      params,
      query: z.object({ revision: z.coerce.number().int().min(1).optional().describe('Only as it was read') }),
      answers: { 204: { description: 'Taken back' } },
      problems: ['changed-meanwhile'],
    },
    async (c, visit) => {
      const found = await answerIn(api, visit, visit.params.answer);
      if (!found) return problem(c, 'not-found');
      const before = { ...found.answer, revision: visit.query.revision ?? found.answer.revision };
      const isGone = await removeAnswer(api.store, found.letter.slug, before, visit.actor, api.now());
      return isGone ? visit.reply(204) : problem(c, 'changed-meanwhile');
    },
  );
}

async function answerIn(api: ConsoleContext, visit: Pick<Visit, 'scope'>, id: Answer['id']) {
  const letter = await letterInPath(api, visit);
  const answer = letter && (await readAnswer(api.store, letter.slug, id));
  return letter && answer ? { letter, answer } : undefined;
}
