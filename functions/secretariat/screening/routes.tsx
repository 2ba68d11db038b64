/** Pages for deny and allow lists, and for the switches that pause something immediately. */
import type { Context } from 'hono';
import { everything } from '../../../shared/ids.ts';
import { editLists, listRequest, viewLists } from '../../../shared/screening/edit.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { ListsPage, PausesPage } from './page.tsx';
import { isThere, pause, pauseRequest, pausesAt } from './pauses.ts';

const seeLists = { permission: 'lists.read', of: 'everything' } as const;
const editsLists = { permission: 'lists.write', of: 'everything' } as const;
const letterPauses = { permission: 'pause.write', of: 'letter' } as const;
const allPauses = { permission: 'pause.write', of: 'everything' } as const;

export function screeningRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/lists', seeLists, (c, visit) => showLists(c, api, visit));
  guard.page('post', '/console/lists', editsLists, async (c, visit) => {
    const { do: action, what } = visit.form.fields;
    const asked = listRequest.safeParse({ do: action, what });
    const done =
      asked.success && (await editLists(api.store, await api.keys(), { ...asked.data, by: visit.actor }, api.now()));
    return done ? c.redirect('/console/lists', 303) : showLists(c, api, visit, what ?? '');
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
}

async function showLists(c: Context, api: ConsoleContext, visit: PageVisit, wrong?: string): Promise<Response> {
  const lists = await viewLists(api.store);
  const body = <ListsPage visit={visit} lists={lists} wrong={wrong} />;
  return showPage(c, wrong === undefined ? 200 : 422, { title: 'Blocklist', visit, body });
}

async function showPauses(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = visit.scope === everything ? undefined : await letterInPath(api, visit);
  if (visit.scope !== everything && !letter) return refusalPage(c, 'not-found', visit);
  const [here, all] = await Promise.all([pausesAt(api, visit.scope), pausesAt(api, everything)]);
  const body = <PausesPage csrf={visit.csrf} path={c.req.path} here={here} all={letter ? all : undefined} />;
  return showPage(c, 200, { title: letter ? 'Pauses' : 'Pauses for all letters', visit, letter, body });
}
