/** Routes for the updates of a letter. */
import type { Context } from 'hono';
import * as z from 'zod';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import {
  cancelUpdate,
  type Deciding,
  type Outcome,
  pauseUpdate,
  resumeUpdate,
  sendUpdate,
} from '../../../shared/update/control.ts';
import { changeUpdate, type Editing, removeUpdate, writeUpdate } from '../../../shared/update/edit.ts';
import { listUpdates, readSending } from '../../../shared/update/storage.ts';
import { isEditable } from '../../../shared/update/update.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { toUtc, zoneOf } from '../ui/local-time.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { fieldsOf, readFields } from './fields.ts';
import { type LetterAndUpdate, updateInPath } from './update-in-path.ts';

export const sees = { permission: 'letter.read', of: 'letter' } as const;
export const sends = { permission: 'update.send', of: 'letter' } as const;

export function updateRoutes(guard: Guard, api: ConsoleContext): void {
  const base = '/console/letters/:letter/updates';

  guard.page('get', base, sees, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    return pages.list(c, { visit, letter, updates: await listUpdates(api.store, letter.slug, 'consistent') });
  });

  guard.page('get', `${base}/new`, sends, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const start = c.req.query('start');
    const values = start ? await (await import('./ready-made.ts')).readyFields(api, letter, start) : {};
    return pages.form(c, 200, { visit, letter, update: undefined, form: { values, errors: noErrors } });
  });

  guard.page('post', `${base}/new`, sends, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { fields } = visit.form;
    const read = readFields(letter, fields);
    if (!read.ok) {
      return pages.form(c, 422, {
        visit,
        letter,
        update: undefined,
        form: { values: fields, errors: read.errors },
      });
    }
    return backTo(c, letter, (await writeUpdate(editingOf(api, visit, letter), read.content)).id);
  });

  /** A route of one update. */
  const onUpdate = (
    method: 'get' | 'post',
    path: string,
    needs: typeof sees | typeof sends,
    handle: (c: Context, visit: PageVisit, found: LetterAndUpdate) => Promise<Response>,
  ) =>
    guard.page(method, `${base}/:update${path}`, needs, async (c, visit) => {
      const found = await updateInPath(c, api, visit);
      return found ? handle(c, visit, found) : refusalPage(c, 'not-found', visit);
    });

  onUpdate('get', '', sees, async (c, visit, { letter, update }) => {
    const sending = await readSending(api.store, letter.slug, update.id);
    const language = languageIn(letter, c.req.query('lang'));
    const note = c.req.query('tested') === undefined ? undefined : 'The test is on its way to your own address.';
    return pages.one(c, { visit, letter, update, sending, language, note });
  });

  onUpdate('get', '/edit', sends, async (c, visit, { letter, update }) => {
    if (!isEditable(update)) return backTo(c, letter, update.id);
    return pages.form(c, 200, { visit, letter, update, form: { values: fieldsOf(update), errors: noErrors } });
  });

  onUpdate('post', '/edit', sends, async (c, visit, { letter, update }) => {
    const { fields } = visit.form;
    const read = readFields(letter, fields, update);
    const page = (status: 409 | 422, errors: Filled['errors'], revision = fields['revision']) =>
      pages.form(c, status, { visit, letter, update, form: { values: { ...fields, revision }, errors } });
    if (!read.ok) return page(422, read.errors);
    const before = { ...update, revision: seenRevision(fields) };
    const written = await changeUpdate(editingOf(api, visit, letter), before, read.content);
    if (written) return backTo(c, letter, update.id);
    const why = isEditable(update)
      ? 'Someone else changed the update. To replace it with yours below, save again.'
      : 'It was sent already, so it can no longer be changed.';
    return page(409, new Map([['', why]]), String(update.revision));
  });

  onUpdate('post', '/remove', sends, async (c, visit, { letter, update }) => {
    const before = { ...update, revision: seenRevision(visit.form.fields) };
    const isGone = await removeUpdate(editingOf(api, visit, letter), before);
    return isGone ? c.redirect(pathOf(letter), 303) : refusalPage(c, 'changed-meanwhile', visit);
  });

  onUpdate('get', '/send', sends, async (c, visit, found) => {
    if (!isEditable(found.update)) return backTo(c, found.letter, found.update.id);
    const reach = await readReach(api, found.letter);
    return pages.send(c, 200, { visit, ...found, reach, form: { values: {}, errors: noErrors }, isTooSoon: false });
  });

  onUpdate('post', '/send', sends, async (c, visit, found) => {
    const { fields } = visit.form;
    const page = async (status: 409 | 422, name: string, why: string, isTooSoon = false) =>
      pages.send(c, status, {
        visit,
        ...found,
        reach: await readReach(api, found.letter),
        form: { values: fields, errors: new Map([[name, why]]) },
        isTooSoon,
      });
    const typed = fields['at'];
    const at = typed ? await toUtc(typed, zoneOf(found.letter)) : undefined;
    if (at && !at.ok) return page(422, 'at', `When: ${at.why}`);
    const insists = fields['insist'] === 'yes' && visit.may('update.insist');
    const deciding = decidingOf(api, visit, found, seenRevision(fields));
    const done = await sendUpdate(deciding, at ? new Date(at.at) : api.now(), insists);
    if (done.outcome === 'too-soon') return page(409, '', tooSoonWords(visit), true);
    return answer(c, visit, found, done, (why) => page(409, '', why));
  });

  onUpdate('post', '/test', sends, async (c, visit, found) => {
    const { sendTest } = await import('./send-test.ts');
    const language = languageIn(found.letter, visit.form.fields['language']);
    await sendTest(api, visit, found, language);
    return c.redirect(`${pathOf(found.letter)}/${found.update.id}?lang=${language}&tested`, 303);
  });

  const decide = (action: string, decision: (deciding: Deciding) => Promise<Outcome>) =>
    onUpdate('post', `/${action}`, sends, async (c, visit, found) => {
      const done = await decision(decidingOf(api, visit, found, seenRevision(visit.form.fields)));
      return answer(c, visit, found, done, () => Promise.resolve(backTo(c, found.letter, found.update.id)));
    });
  decide('pause', (deciding) => pauseUpdate(deciding, 'secretariat'));
  decide('resume', resumeUpdate);
  decide('cancel', cancelUpdate);
}

/** The pages, loaded with the first request for one, so that the console starts without them. */
const pages = {
  form: async (...shown: Parameters<typeof import('./form-page.tsx').updateFormPage>) =>
    (await import('./form-page.tsx')).updateFormPage(...shown),
  list: async (...shown: Parameters<typeof import('./list-page.tsx').updatesPage>) =>
    (await import('./list-page.tsx')).updatesPage(...shown),
  one: async (...shown: Parameters<typeof import('./page.tsx').updatePage>) =>
    (await import('./page.tsx')).updatePage(...shown),
  send: async (...shown: Parameters<typeof import('./send-page.tsx').sendPage>) =>
    (await import('./send-page.tsx')).sendPage(...shown),
};
const readReach = async (api: ConsoleContext, letter: Letter) => (await import('./reach.ts')).reachOf(api, letter);

const tooSoonWords = ({ may }: PageVisit) =>
  may('update.insist')
    ? 'Another update of this letter is sent within a day of that time. Tick the box below to send this one, too.'
    : 'Another update of this letter is sent within a day of that time. Choose a later time, or ask an owner.';

function answer(
  c: Context,
  visit: PageVisit,
  { letter, update }: LetterAndUpdate,
  done: Outcome,
  refuse: (why: string) => Promise<Response>,
): Promise<Response> | Response {
  if (done.outcome === 'done') return backTo(c, letter, update.id);
  return done.outcome === 'refused' ? refuse(done.why) : refusalPage(c, 'changed-meanwhile', visit);
}

function editingOf({ store, now }: ConsoleContext, { actor }: Pick<PageVisit, 'actor'>, { slug }: Letter): Editing {
  return { store, letter: slug, by: actor, now: now() };
}

function decidingOf(
  { store, now }: ConsoleContext,
  { actor }: Pick<PageVisit, 'actor'>,
  { update }: LetterAndUpdate,
  revision: number,
): Deciding {
  return { store, update: { ...update, revision }, by: actor, now: now() };
}

/** @returns the revision that the page showed; 0, which no update has, when the form names none */
function seenRevision({ revision }: Readonly<Record<string, string>>): number {
  return z.coerce.number().int().catch(0).parse(revision);
}

/** @returns that language of the letter, or its first */
const languageIn = (letter: Letter, wanted: string | undefined): string =>
  languagesOf(letter).find((one) => one === wanted) ?? letter.language;

const pathOf = ({ slug }: Letter) => `/console/letters/${slug}/updates`;
const backTo = (c: Context, letter: Letter, id: string) => c.redirect(`${pathOf(letter)}/${id}`, 303);
