/** Calls every route of the console as each kind of visitor: exactly those with the right pass (`rights.ts`). */
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { csrfToken, findSession, startSession } from '../../functions/secretariat/sign-in/session.ts';
import { auditPut } from '../../shared/audit/audit.ts';
import { everything, type GrantScope } from '../../shared/ids.ts';
import type { Member } from '../../shared/member/member.ts';
import { type Grants, type Permission, permissions, role } from '../../shared/member/role.ts';
import { writeMember } from '../../shared/member/storage.ts';
import { addTestMember, grantsOf } from '../fixtures/members.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { keys, makeWorld, openTestLetter, publicUrl } from '../fixtures/world.ts';
import { type Right, rights } from './rights.ts';
import { type Body, bodyFor, elsewhere, fill, keyFor, letter, type Scene, setScene } from './route-fixtures.ts';

let scene: Scene;
const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const hour = 3600 * 1000;

const roles = role.options;
const known: Readonly<Record<string, Grants>> = {
  ...Object.fromEntries(roles.map((one) => [one, grantsOf(one, letter)])),
  'viewer who sees mailboxes': grantsOf('viewer', letter, true),
  'owner of another letter': grantsOf('owner', elsewhere, true),
  'owner of everything': grantsOf('owner', everything, true),
};
const members = new Map<string, Member>();
const sessions = new Map<string, Visitor>();
const shownKeys = new Map<string, string>();

beforeAll(async () => {
  const world = makeWorld(await rememberingStore(), clock);
  await openTestLetter(world.store, { 'slug: clean-air': `slug: ${elsewhere}` });
  scene = await setScene(world);
  for (const [index, [name, grants]] of Object.entries(known).entries()) {
    members.set(name, await addTestMember(world, `member${index}@secretariat.example`, grants));
  }
});

/** The credentials of a visitor. */
interface Visitor {
  readonly headers: Readonly<Record<string, string>>;
  readonly csrf: string;
}

async function startedBy({ id }: Member): Promise<Visitor> {
  const { store } = scene.world;
  // Signing out everywhere also ends sessions that begin at the same moment.
  clock.now += 1;
  const now = new Date(clock.now);
  const line = auditPut(store, { by: { kind: 'member', id }, did: 'session.started', scope: everything }, now);
  const cookie = await startSession(store, id, line, now);
  const found = await findSession(store, cookie, now);
  if (!found) throw new Error('the session did not start');
  return { headers: { cookie: `__Host-undersigned=${cookie}` }, csrf: csrfToken(keys, found.session) };
}

const memberNamed = (name: string) => z.custom<Member>((value) => value !== undefined).parse(members.get(name));
const withKey = (key: string): Visitor => ({ headers: { authorization: `Bearer ${key}` }, csrf: '' });
const nobody: Visitor = { headers: {}, csrf: '' };

const endsSessions = (route: string) => route.includes('sign-out');

/** @returns the visitor for that name, reused for all routes except those that end sessions */
async function lasting(route: string, name: string, make: () => Promise<Visitor>): Promise<Visitor> {
  const visitor = (endsSessions(route) ? undefined : sessions.get(name)) ?? (await make());
  sessions.set(name, visitor);
  if (endsSessions(route)) sessions.clear();
  return visitor;
}

const sessionOf = (route: string, name: string) => lasting(route, name, () => startedBy(memberNamed(name)));

async function expiredSession(): Promise<Visitor> {
  const session = await startedBy(memberNamed('owner of everything'));
  clock.now += 12 * hour;
  sessions.clear();
  return session;
}

async function revokedSession(): Promise<Visitor> {
  const email = `leaving${clock.now}@secretariat.example`;
  const leaving = await addTestMember(scene.world, email, known['owner of everything'] ?? {});
  const session = await startedBy(leaving);
  await writeMember(scene.world.store, { ...leaving, revokedAt: new Date(clock.now).toISOString() });
  return session;
}

async function keyThatMay(scopes: readonly Permission[], scope: GrantScope): Promise<Visitor> {
  const name = [scope, ...scopes].join();
  const shown = shownKeys.get(name) ?? (await keyFor(scene, scopes, scope));
  shownKeys.set(name, shown);
  return withKey(shown);
}

/** The last call's target, unchanged by a refusal and so reused for the next call. */
let target: { readonly route: string; readonly path: string; readonly fields: Body } | undefined;

async function targetOf(route: string, path: string, sends: boolean) {
  if (target?.route !== route) {
    const fields = sends ? await bodyFor(path, scene) : {};
    target = { route, path: await fill(path, scene), fields };
  }
  return target;
}

/** @returns whether the visitor gets past the access check */
async function passes(route: string, { headers, csrf }: Visitor): Promise<boolean> {
  const [method = '', path = ''] = route.split(' ');
  const isApi = path.startsWith('/v1/');
  const { path: filled, fields } = await targetOf(route, path, method !== 'get');
  const form = new URLSearchParams({ ...fields, ...(csrf ? { _csrf: csrf } : {}) });
  const body = method === 'get' ? {} : { body: isApi ? JSON.stringify(fields) : form };
  const answer = await scene.world.secretariat.app.request(filled, {
    method: method.toUpperCase(),
    ...body,
    headers: {
      ...headers,
      ...(method === 'get' ? {} : { origin: publicUrl }),
      ...(isApi && method !== 'get' ? { 'content-type': 'application/json', 'x-csrf-token': csrf } : {}),
    },
  });
  await answer.arrayBuffer();
  expect(answer.status, `${route} fails`).toBeLessThan(500);
  const isToDoor = answer.status === 303 && answer.headers.get('location') === '/console/sign-in';
  const signsOut = /sign-out/.test(path) && (answer.headers.get('set-cookie') ?? '').includes('Max-Age=0');
  const passed = ![401, 403, 404].includes(answer.status) && (!isToDoor || signsOut);
  if (passed) target = undefined;
  return passed;
}

function memberMayByTable(name: string, right: Right): boolean {
  if (right.of === 'everybody' || right.of === 'members') return true;
  if (name === 'owner of everything') return true;
  if (name === 'owner of another letter') return right.of === 'any';
  if (right.of === 'everything') return false;
  if (right.least === 'mailboxes') return name === 'viewer who sees mailboxes';
  const least = roles.indexOf(right.least);
  return roles.findIndex((one) => name === one || name.startsWith(`${one} who`)) >= least;
}

it('rights.ts has a line for each route, and no other', () => {
  const { app } = scene.world.secretariat;
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  const there = new Set(routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`));
  expect([...rights.keys()].toSorted()).toEqual([...there].toSorted());
});

it('every route except signing in is behind the guard', () => {
  const guarded = scene.world.secretariat.routes.map(({ method, path }) => `${method} ${path}`);
  const open = [...rights].filter(([, { of }]) => of === 'everybody').map(([route]) => route);
  expect([...guarded, ...open].toSorted()).toEqual([...rights.keys()].toSorted());
});

const guarded = [...rights].filter(([, { of }]) => of !== 'everybody');

it.each(guarded)('%s: is open to exactly those members', async (route, right) => {
  const passed: Record<string, boolean> = {};
  for (const name of Object.keys(known)) passed[name] = await passes(route, await sessionOf(route, name));
  expect(passed).toEqual(Object.fromEntries(Object.keys(known).map((name) => [name, memberMayByTable(name, right)])));
});

it.each(guarded)('%s: is closed without a valid session', async (route) => {
  expect(await passes(route, nobody)).toBe(false);
  const expired = await lasting(route, 'expired', expiredSession);
  expect(await passes(route, expired), 'expired').toBe(false);
  const revoked = await lasting(route, 'revoked', revokedSession);
  expect(await passes(route, revoked), 'revoked').toBe(false);
  if (route.startsWith('get ')) return;
  const one = await sessionOf(route, 'owner of everything');
  const other = await lasting(route, 'another of the owner', () => startedBy(memberNamed('owner of everything')));
  expect(await passes(route, { ...one, csrf: other.csrf }), 'token of another session').toBe(false);
  expect(await passes(route, { ...one, csrf: '' }), 'no token').toBe(false);
  const foreign = { ...one.headers, 'sec-fetch-site': 'cross-site' };
  expect(await passes(route, { ...one, headers: foreign }), 'from another site').toBe(false);
});

it.each(guarded)('%s: is open to keys with its scope, and no other', async (route, right) => {
  if (right.of === 'everybody') return;
  const isApi = route.includes(' /v1/');
  const key = right.of === 'members' ? undefined : right.key;
  const scope: GrantScope = right.of === 'members' || right.of === 'everything' ? everything : letter;
  const others = permissions.filter((one) => one !== key);
  expect(await passes(route, await keyThatMay(others, scope)), 'without the scope').toBe(false);
  expect(await passes(route, await keyThatMay(key ? [key] : permissions, scope)), 'with the scope').toBe(isApi);
  if (!key || right.of === 'any') return;
  expect(await passes(route, await keyThatMay([key], elsewhere)), 'of another letter').toBe(false);
});
