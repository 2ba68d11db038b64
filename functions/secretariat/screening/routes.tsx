/** Routes for deny and allow lists, and for the switches that pause something immediately. */
import type { Context } from 'hono';
import * as z from 'zod';
import { everything, type GrantScope } from '../../../shared/ids.ts';
import { pausable, readPauses, setPause } from '../../../shared/pause/pause.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { editLists, listRequest, listsView, viewLists } from '../../../shared/screening/edit.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit, Visit } from '../guard.ts';
import { letterOf } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { ListsPage, PausesPage } from './page.tsx';

const seeLists = { permission: 'lists.read', of: 'everything' } as const;
const editsLists = { permission: 'lists.write', of: 'everything' } as const;
const letterPauses = { permission: 'pause.write', of: 'letter' } as const;
const allPauses = { permission: 'pause.write', of: 'everything' } as const;

const pauseRequest = z.strictObject({
  what: pausable,
  paused: z.literal([true, false, 'true', 'false']).transform(String),
});

/** Bodies and answers, for the API description. */
export const screeningSchemas = {
  lists: listsView,
  edit: listRequest,
  pauses: z.object({ signing: z.boolean(), mails: z.boolean(), list: z.boolean() }).describe('What is stopped'),
  pause: pauseRequest,
} as const;

export function screeningRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/lists', seeLists, (c, visit) => showLists(c, api, visit));
  guard.page('post', '/console/lists', editsLists, async (c, visit) => {
    const { do: deed, what } = visit.form.fields;
    const asked = listRequest.safeParse({ do: deed, what });
    const done =
      asked.success && (await editLists(api.store, await api.keys(), { ...asked.data, by: visit.actor }, api.now()));
    return done ? c.redirect('/console/lists', 303) : showLists(c, api, visit, what ?? '');
  });
  guard.api('get', '/v1/admin/lists', seeLists, async (c) => c.json(await viewLists(api.store)));
  guard.api('post', '/v1/admin/lists', editsLists, async (c, visit) => {
    const asked = listRequest.safeParse(visit.body);
    if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
    const done = await editLists(api.store, await api.keys(), { ...asked.data, by: visit.actor }, api.now());
    if (done) return c.json(await viewLists(api.store));
    return problem(c, 'invalid-fields', { errors: [{ pointer: '#/what', detail: 'cannot stand on that list' }] });
  });

  for (const [path, needs] of [
    ['/console/letters/:letter/pauses', letterPauses],
    ['/console/pauses', allPauses],
  ] as const) {
    guard.page('get', path, needs, (c, visit) => showPauses(c, api, visit));
    guard.page('post', path, needs, async (c, visit) => {
      const { what, paused } = visit.form.fields;
      const asked = pauseRequest.safeParse({ what, paused });
      if (!asked.success || !(await isThere(api, visit))) return refusalPage(c, 'not-found', visit);
      await pause(api, visit, asked.data);
      return c.redirect(c.req.path, 303);
    });
  }
  for (const [path, needs] of [
    ['/v1/admin/letters/:letter/pauses', letterPauses],
    ['/v1/admin/pauses', allPauses],
  ] as const) {
    guard.api('get', path, needs, async (c, visit) =>
      (await isThere(api, visit)) ? c.json(await pausesAt(api, visit.scope)) : problem(c, 'letter-not-found'),
    );
    guard.api('put', path, needs, async (c, visit) => {
      if (!(await isThere(api, visit))) return problem(c, 'letter-not-found');
      const asked = pauseRequest.safeParse(visit.body);
      if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
      await pause(api, visit, asked.data);
      return c.json(await pausesAt(api, visit.scope));
    });
  }
}

const isThere = async (api: ConsoleContext, visit: Visit) =>
  visit.scope === everything || (await letterOf(api, visit)) !== undefined;

function pause(api: ConsoleContext, { scope, actor }: Visit, { what, paused }: z.infer<typeof pauseRequest>) {
  return setPause(api.store, { what, scope, paused: paused === 'true', by: actor }, api.now());
}

async function pausesAt(
  { store }: ConsoleContext,
  scope: GrantScope,
): Promise<z.infer<typeof screeningSchemas.pauses>> {
  const all = await readPauses(store);
  return { signing: all.signing.has(scope), mails: all.mails.has(scope), list: all.list.has(scope) };
}

async function showLists(c: Context, api: ConsoleContext, visit: PageVisit, wrong?: string): Promise<Response> {
  const lists = await viewLists(api.store);
  const body = <ListsPage visit={visit} lists={lists} wrong={wrong} />;
  return showPage(c, wrong === undefined ? 200 : 422, { title: 'Deny and allow lists', visit, body });
}

async function showPauses(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = visit.scope === everything ? undefined : await letterOf(api, visit);
  if (visit.scope !== everything && !letter) return refusalPage(c, 'not-found', visit);
  const [here, all] = await Promise.all([pausesAt(api, visit.scope), pausesAt(api, everything)]);
  const body = <PausesPage csrf={visit.csrf} path={c.req.path} here={here} all={letter ? all : undefined} />;
  return showPage(c, 200, { title: letter ? 'Switches' : 'Switches for all letters', visit, letter, body });
}
