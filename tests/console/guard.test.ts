/**
 * The guard of the console: it checks first who asks, then what is asked, answers as described, and knows what the menu
 * may show.
 */
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeGuard } from '../../functions/secretariat/guard.ts';
import { letterMenu, mainMenu, routeInLetter } from '../../functions/secretariat/ui/menu.ts';
import { type GrantScope, grantScope } from '../../shared/ids.ts';
import { addTestMember, grantsOf, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, publicUrl, type World } from '../fixtures/world.ts';
import { rights } from './rights.ts';
import { elsewhere, keyFor, letter, type Scene, setScene } from './route-fixtures.ts';

let scene: Scene;
let world: World;
let app: Hono;
/** The values that the handler received. */
let taken: unknown[];

beforeAll(async () => {
  world = makeWorld(await freshStore());
  scene = await setScene(world);
  app = new Hono();
  const guard = makeGuard(app, { ...world.api, secretariatEmail: 'office@secretariat.example' }, async () => new Map());
  const needs = { permission: 'letter.write', of: 'letter' } as const;
  guard.api(
    {
      method: 'put',
      path: '/v1/admin/letters/:letter/shelves/:shelf',
      needs,
      summary: 'For this test',
      params: z.object({ shelf: z.coerce.number().int().max(9) }),
      query: z.strictObject({ side: z.enum(['left', 'right']).default('left') }),
      body: z.strictObject({ books: z.array(z.string().trim().min(1)) }),
      answers: { 200: { description: 'The shelf', json: z.object({ shelf: z.int(), books: z.array(z.string()) }) } },
    },
    (_c, { params, query, body, reply }) => {
      taken.push({ params, query, body });
      return reply(200, { shelf: params.shelf, books: body.books, ...{ secret: 'not described' } });
    },
  );
  guard.api(
    {
      method: 'delete',
      path: '/v1/admin/letters/:letter/shelves/:shelf',
      needs,
      summary: 'For this test',
      answers: { 204: { description: 'Gone' } },
    },
    (_c, { body, reply }) => {
      taken.push({ body });
      return reply(204);
    },
  );
});

async function put(path: string, headers: Record<string, string>, body: string, type = 'application/json') {
  taken = [];
  const sent = { method: 'PUT', headers: { 'content-type': type, ...headers }, body };
  const answer = await app.request(`/v1/admin/letters/${path}`, sent);
  const said: unknown = await answer.json();
  return { status: answer.status, said, taken };
}

const withKey = async (permission: 'letter.write' | 'letter.read', of: GrantScope = grantScope.parse(letter)) => ({
  authorization: `Bearer ${await keyFor(scene, [permission], of)}`,
});

describe('a request that is wrong in every way', () => {
  const path = `${letter}/shelves/eleven?side=up`;
  const body = '{"books": 1';

  it('is first told to sign in', async () => {
    expect(await put(path, {}, body, 'text/plain')).toMatchObject({ status: 401, taken: [] });
  });

  it('then that there is no such letter, or that it may not', async () => {
    expect(await put(path, await withKey('letter.write', elsewhere), body, 'text/plain')).toMatchObject({
      status: 404,
      taken: [],
    });
    expect(await put(path, await withKey('letter.read'), body, 'text/plain')).toMatchObject({ status: 403, taken: [] });
  });

  it('then what is wrong with the path, the query and the body, in that order', async () => {
    const key = await withKey('letter.write');
    expect(await put(path, key, body, 'text/plain')).toMatchObject({ status: 415 });
    expect(await put(path, key, body)).toMatchObject({ status: 400, said: { title: 'The body could not be read' } });
    expect(await put(path, key, '{"books": 1}')).toMatchObject({ status: 404 });
    expect(await put(`${letter}/shelves/3?side=up`, key, '{"books": 1}')).toMatchObject({
      status: 400,
      said: { type: 'urn:problem-type:undersigned:invalid-query', errors: [{ pointer: '#/side' }] },
      taken: [],
    });
    expect(await put(`${letter}/shelves/3`, key, '{"books": [" "], "more": 1}')).toMatchObject({
      status: 422,
      said: {
        type: 'urn:problem-type:undersigned:invalid-fields',
        errors: [{ pointer: '#/books/0' }, { pointer: '#/more', detail: 'is not a known field' }],
      },
      taken: [],
    });
  });

  it('with a session, is refused before its body is read when no page of ours has sent it', async () => {
    const browser = await signIn(world);
    const { cookie } = browser.jar;
    expect(await put(path, { cookie }, body)).toMatchObject({
      status: 403,
      said: { type: 'urn:problem-type:undersigned:form-not-ours' },
    });
    const ours = { cookie, 'x-csrf-token': await browser.csrf() };
    const foreign = { ...ours, origin: 'https://elsewhere.example' };
    expect(await put(path, foreign, body)).toMatchObject({ status: 403 });
    expect(await put(path, { ...ours, origin: publicUrl }, body)).toMatchObject({ status: 400 });
  });
});

it('passes the parsed request to the handler; an empty parameter counts as none', async () => {
  const { status, taken: got } = await put(
    `${letter}/shelves/3?side=`,
    await withKey('letter.write'),
    '{"books":[" a "]}',
  );
  expect(status).toBe(200);
  expect(got).toEqual([{ params: { shelf: 3 }, query: { side: 'left' }, body: { books: ['a'] } }]);
});

it('answers with the described fields alone', async () => {
  const { said } = await put(`${letter}/shelves/3`, await withKey('letter.write'), '{"books":["a"]}');
  expect(said).toEqual({ shelf: 3, books: ['a'] });
});

it('answers without a body where none is described, and passes none that it has no schema for', async () => {
  taken = [];
  const headers = { ...(await withKey('letter.write')), 'content-type': 'application/json' };
  const sent = { method: 'DELETE', headers, body: '{"books":[]}' };
  const answer = await app.request(`/v1/admin/letters/${letter}/shelves/x`, sent);
  expect([answer.status, await answer.text(), taken]).toEqual([204, '', [{ body: undefined }]]);
});

describe('the menu', () => {
  it('names pages that exist', () => {
    const pages = world.secretariat.routes.flatMap(({ kind, method, path }) =>
      kind === 'page' && method === 'get' ? [path] : [],
    );
    const named = [
      ...mainMenu.map(([path]) => path),
      ...letterMenu.flatMap(([, entries]) => entries.map(([path]) => routeInLetter(path))),
    ];
    expect(named.filter((path) => !pages.includes(path))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('shows each member what they may open', async () => {
    await addTestMember(world, 'viewer@secretariat.example', grantsOf('viewer', letter));
    const viewer = await signIn(world, 'viewer@secretariat.example');
    const owner = await signIn(world);
    const labels = async (browser: typeof owner, path: string) => {
      const menus = (await browser.page(path)).match(/<details class="menu.*?<\/details>/gs) ?? [];
      return menus.map((menu) => [...menu.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, label]) => label));
    };
    const viewerMayOpen = (path: string) => {
      const right = rights.get(`get ${path}`);
      return right?.of === 'members' || (right?.of === 'letter' && right.least === 'viewer');
    };
    const ofLetter = letterMenu.flatMap(([, entries]) => entries);
    const expected = [
      mainMenu.filter(([path]) => viewerMayOpen(path)),
      ofLetter.filter(([path]) => viewerMayOpen(routeInLetter(path))),
    ].map((entries) => entries.map(([, label]) => label));
    expect(expected.map(({ length }) => length)).not.toContain(0);
    expect(await labels(viewer, `/console/letters/${letter}`)).toEqual(expected);
    expect(await labels(owner, `/console/letters/${letter}`)).toEqual([
      mainMenu.map(([, label]) => label),
      ofLetter.map(([, label]) => label),
    ]);
  });
});
