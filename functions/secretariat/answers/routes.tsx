/** Routes for the answers to a letter. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  type Answer,
  readAnswer,
  recordAnswer,
  removeAnswer,
  withFields,
  writeAnswer,
} from '../../../shared/handover/answer.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { answerPage, answersPage, fieldsOf, readFields } from './page.tsx';

export const sees = { permission: 'letter.read', of: 'letter' } as const;
export const writes = { permission: 'letter.write', of: 'letter' } as const;

export function answerRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/answers';
  const today = () => api.now().toISOString().slice(0, 10);

  guard.page('get', base, sees, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { answers, files } = await readHanded(api.store, letter.slug);
    return answersPage(c, { visit, letter, answers, files });
  });

  guard.page('get', `${base}/new`, writes, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const form = { values: { language: letter.language, receivedOn: today() }, errors: noErrors };
    return answerPage(c, 200, { visit, letter, form, id: undefined });
  });

  guard.page('post', `${base}/new`, writes, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { fields } = visit.form;
    const read = readFields(fields, today());
    if (!read.ok)
      return answerPage(c, 422, { visit, letter, form: { values: fields, errors: read.errors }, id: undefined });
    await recordAnswer(api.store, letter.slug, read.content, visit.actor, api.now());
    return backToList(c, letter);
  });

  const onAnswer = (
    method: 'get' | 'post',
    path: string,
    handle: (c: Context, visit: PageVisit, found: { letter: Letter; answer: Answer }) => Promise<Response>,
  ) =>
    guard.page(method, `${base}/:answer${path}`, writes, async (c, visit) => {
      const letter = await letterInPath(api, visit);
      const answer = letter && (await readAnswer(api.store, letter.slug, c.req.param('answer') ?? ''));
      return letter && answer ? handle(c, visit, { letter, answer }) : refusalPage(c, 'not-found', visit);
    });

  onAnswer('get', '', (c, visit, { letter, answer }) =>
    answerPage(c, 200, { visit, letter, form: { values: fieldsOf(answer), errors: noErrors }, id: answer.id }),
  );

  onAnswer('post', '', async (c, visit, { letter, answer }) => {
    const { fields } = visit.form;
    const read = readFields(fields, today());
    const page = (status: 409 | 422, errors: ReadonlyMap<string, string>, revision = fields['revision']) =>
      answerPage(c, status, { visit, letter, form: { values: { ...fields, revision }, errors }, id: answer.id });
    if (!read.ok) return page(422, read.errors);
    const before = { ...answer, revision: seenRevision(fields) };
    const next = await withFields(answer, read.content);
    const written = await writeAnswer(api.store, letter.slug, { before, next, by: visit.actor }, api.now());
    const why = 'Someone else changed the answer. To replace it with yours below, save again.';
    return written ? backToList(c, letter) : page(409, new Map([['', why]]), String(answer.revision));
  });

  onAnswer('post', '/remove', async (c, visit, { letter, answer }) => {
    const before = { ...answer, revision: seenRevision(visit.form.fields) };
    const isGone = await removeAnswer(api.store, letter.slug, before, visit.actor, api.now());
    return isGone ? backToList(c, letter) : refusalPage(c, 'changed-meanwhile', visit);
  });
}

/** @returns the revision that the form was made from; 0, which no answer has, when the form names none */
function seenRevision({ revision }: Readonly<Record<string, string>>): number {
  return z.coerce.number().int().catch(0).parse(revision);
}

const backToList = (c: Context, { slug }: Letter) => c.redirect(`/console/letters/${slug}/answers`, 303);
