/** API for deny and allow lists, and for the switches that pause something. */
import { problem } from '../../../shared/platform/http/problem.ts';
import { editLists, listRequest, listsView, viewLists } from '../../../shared/screening/edit.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { isThere, pause, pauseRequest, pausesAt, pausesView } from './pauses.ts';

const lists = { 200: { description: 'The lists', json: listsView } } as const;
const pauses = { 200: { description: 'What is paused', json: pausesView } } as const;

/** Adds the calls for lists and switches. */
export function screeningApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: '/v1/admin/lists',
      needs: { permission: 'lists.read', of: 'everything' },
      summary: 'Get the blocklist; of email addresses only the number',
      answers: lists,
    },
    async (_c, visit) => visit.reply(200, await viewLists(api.store)),
  );

  guard.api(
    {
      method: 'post',
      path: '/v1/admin/lists',
      needs: { permission: 'lists.write', of: 'everything' },
      summary: 'Block something, remove limits, or remove an entry; applies within a minute',
      body: listRequest,
      answers: lists,
    },
    async (c, visit) => {
      const done = await editLists(api.store, await api.keys(), { ...visit.body, by: visit.actor }, api.now());
      if (done) return visit.reply(200, await viewLists(api.store));
      return problem(c, 'invalid-fields', { errors: [{ pointer: '#/what', detail: 'cannot stand on that list' }] });
    },
  );

  for (const [path, of, letters] of [
    ['/v1/admin/letters/:letter/pauses', 'letter', 'a letter'],
    ['/v1/admin/pauses', 'everything', 'all letters'],
  ] as const) {
    const needs = { permission: 'pause.write', of } as const;
    guard.api(
      { method: 'get', path, needs, summary: `Get what is paused for ${letters}`, answers: pauses },
      async (c, visit) => {
        if (!(await isThere(api, visit))) return problem(c, 'letter-not-found');
        return visit.reply(200, await pausesAt(api, visit.scope));
      },
    );
    guard.api(
      {
        method: 'put',
        path,
        needs,
        summary: `Pause or resume signing, emails or the public list of ${letters}`,
        body: pauseRequest,
        answers: pauses,
      },
      async (c, visit) => {
        if (!(await isThere(api, visit))) return problem(c, 'letter-not-found');
        await pause(api, visit, visit.body);
        return visit.reply(200, await pausesAt(api, visit.scope));
      },
    );
  }
}
