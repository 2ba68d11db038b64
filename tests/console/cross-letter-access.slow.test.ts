/**
 * Attacks by somebody with access: another session, ids of another letter, unknown fields, redirects to other sites.
 */
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { everything, type SignatureId, signatureId } from '../../shared/ids.ts';
import { permissions } from '../../shared/member/role.ts';
import { findMember, readMember } from '../../shared/member/storage.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { recordsOf } from '../fixtures/records.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import {
  endorsement,
  keys,
  makeWorld,
  openTestLetter,
  publicUrl,
  secretariatEmail,
  tokenIn,
  type World,
} from '../fixtures/world.ts';
import { wholeBodies } from './bodies.ts';
import { rights } from './rights.ts';
import { bodyFor, elsewhere, fill, keyFor, letter, type Scene } from './route-fixtures.ts';

let world: World;
let scene: Scene;
/** Owns the other letter, and may see its mailboxes. */
let stranger: Browser;

beforeAll(async () => {
  world = makeWorld(await rememberingStore());
  await openTestLetter(world.store);
  await openTestLetter(world.store, { 'slug: clean-air': `slug: ${elsewhere}` });
  await world.submit(letter, endorsement(1));
  await world.submit(elsewhere, endorsement(2));
  await world.sendMails();
  const tokens = world.mails.map(tokenIn);
  for (const token of tokens) await world.confirm(token);
  await signIn(world);
  const owner = await findMember(world.store, keys, secretariatEmail);
  const ours = (await recordsOf(world.store)).find((one) => one.letter === letter);
  if (!owner || !ours) throw new Error('nothing is there');
  const readyDelivery = await makeReadyDelivery(world, { kind: 'interim' });
  scene = { world, signature: signatureId.parse(ours.id), delivery: readyDelivery.id, readyDelivery, owner: owner.id };
  await addTestMember(world, 'stranger@secretariat.example', grantsOf('owner', elsewhere, true));
  stranger = await signIn(world, 'stranger@secretariat.example');
});

it('a planted session is not adopted, and signing in again ends the current one', async () => {
  const planted = '__Host-undersigned=planted0000000000000000000000000000000000000000000000';
  const { app } = world.secretariat;
  const enter = async (cookie: string) => {
    await app.request('/console/sign-in', { method: 'POST', body: new URLSearchParams({ email: secretariatEmail }) });
    await world.sendMails();
    const [path] = /\/console\/enter\/[a-z0-9]{46}/.exec(world.mails.at(-1)?.text ?? '') ?? [];
    const answer = await app.request(z.string().parse(path), { method: 'POST', headers: { cookie } });
    return z.string().parse(answer.headers.get('set-cookie')?.split(';')[0]);
  };
  const opens = async (cookie: string) => (await app.request('/console', { headers: { cookie } })).status === 200;
  const first = await enter(planted);
  expect(first).not.toBe(planted);
  expect([await opens(planted), await opens(first)]).toEqual([false, true]);
  world.clock.now += 10 * 60_000;
  const second = await enter(first);
  expect(second).not.toBe(first);
  expect([await opens(first), await opens(second)]).toEqual([false, true]);
  // A session planted by somebody else before a member signs in gives no access to the member's session.
  const theirs = stranger.jar.cookie;
  world.clock.now += 10 * 60_000;
  const third = await enter(theirs);
  expect(third).not.toBe(theirs);
  expect(await (await app.request('/console/me', { headers: { cookie: third } })).text()).toContain(secretariatEmail);
  stranger = await signIn(world, 'stranger@secretariat.example');
});

/** Parameters that identify something belonging to a letter. */
const ids = ['signature', 'job', 'part', 'import', 'partner'];

it.each([...rights.keys()].filter((route) => ids.some((id) => route.includes(`:letter`) && route.includes(`:${id}`))))(
  '%s: does not accept an id of another letter',
  async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const at = (await fill(path, scene)).replace(`/letters/${letter}/`, `/letters/${elsewhere}/`);
    const fields = wholeBodies[`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.() ?? (await bodyFor(path, scene));
    const csrf = await stranger.csrf();
    const before = await readSignature(world.store, scene.signature);
    const isApi = path.startsWith('/v1/');
    const init = {
      method: method.toUpperCase(),
      headers: isApi
        ? {
            'x-csrf-token': csrf,
            origin: publicUrl,
            ...(method === 'get' ? {} : { 'content-type': 'application/json' }),
          }
        : { origin: publicUrl },
      ...(method === 'get'
        ? {}
        : {
            body: isApi
              ? JSON.stringify(fields)
              : new URLSearchParams({ ...z.record(z.string(), z.coerce.string()).parse(fields), _csrf: csrf }),
          }),
    };
    const answer = await stranger.request(at, init);
    expect(answer.status, await answer.text()).toBe(404);
    expect(await readSignature(world.store, scene.signature)).toEqual(before);
  },
);

it('an id of another letter in a body is not accepted either', async () => {
  const own = (await recordsOf(world.store)).find((one) => one.letter === elsewhere)?.id;
  const key = await keyFor(scene, permissions, elsewhere);
  const post = async (path: string, body: unknown) => {
    const answer = await world.secretariat.app.request(`/v1/admin/letters/${elsewhere}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: z.unknown().parse(await answer.json()) };
  };
  const before = await readSignature(world.store, scene.signature);
  const seen = async (id: SignatureId) => ({ fieldsVersion: await versionOf(world, { id }) });
  const merge = { do: 'merge', into: scene.signature, ...(own ? await seen(own) : {}) };
  expect(await post(`/signatures/${own}/act`, merge)).toMatchObject({ status: 409 });
  const signatures = [{ id: scene.signature, ...(await seen(scene.signature)) }];
  expect(await post('/bulk', { wanted: { do: 'reject', why: 'No.' }, signatures })).toMatchObject({
    body: { job: { number: 0 } },
  });
  const { act } = await bodyFor('/signatures/:signature/undo', scene);
  const held = await readSignature(world.store, scene.signature);
  expect(await post(`/signatures/${own}/undo`, { act })).toMatchObject({ status: 404 });
  expect(await post('/disputes', await bodyFor('/disputes', scene))).toMatchObject({ status: 404 });
  const ofOther = await bodyFor('/disputes/mailbox', scene);
  expect(await post('/disputes/mailbox', ofOther)).toMatchObject({ status: 404 });
  expect(await readSignature(world.store, scene.signature)).toEqual(held);
  expect(before?.id).toBe(held?.id);
});

const wished = {
  role: 'owner',
  letter: 'other-letter',
  state: 'open',
  counted: true,
  moderation: 'approved',
  revision: 99,
  confirmedAt: '2026-01-01T00:00:00.000Z',
  madeBy: 'x',
  id: 'x',
  __proto__x: 1,
};

it('every route refuses unknown fields, at any depth', async () => {
  const key = await keyFor(scene, permissions, everything);
  const ask = (method: string, path: string, body: unknown) =>
    world.secretariat.app.request(path, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  let tried = 0;
  for (const { method, path, kind } of world.secretariat.routes) {
    if (kind !== 'api' || method === 'get' || method === 'delete') continue;
    const whole = wholeBodies[`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.() ?? (await bodyFor(path, scene));
    const body = z.record(z.string(), z.unknown()).parse(whole);
    if (Object.keys(body).length === 0) continue;
    const at = await fill(path, scene);
    const before = await recordsOf(world.store);
    const inner = Object.entries(body).filter(
      ([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    for (const [field, value] of Object.entries(wished)) {
      if (!(field in body) && !offered.has(`${path} ${field}`)) {
        tried += 1;
        expect((await ask(method, at, { ...body, [field]: value })).status, `${method} ${path} takes ${field}`).toBe(
          422,
        );
      }
    }
    for (const [name, value] of inner) {
      tried += 1;
      const deeper = { ...body, [name]: { ...z.looseObject({}).parse(value), unheardOf: true } };
      expect((await ask(method, at, deeper)).status, `${method} ${path} takes ${name}.unheardOf`).toBe(422);
    }
    expect(await recordsOf(world.store), path).toEqual(before);
  }
  expect(tried).toBeGreaterThan(100);
});

/** Fields with these names that a route offers, but that its body above leaves out. */
const offered = new Set(['/v1/admin/keys letter', '/v1/admin/letters/:letter/words/:language revision']);

it('extra form fields grant no rights, neither to the member nor to others', async () => {
  const viewer = await addTestMember(world, 'viewer@secretariat.example', grantsOf('viewer', letter));
  const browser = await signIn(world, 'viewer@secretariat.example');
  const before = await readMember(world.store, viewer.id);
  await browser.send('/console/me/digest', {
    digest: 'on',
    role: 'owner',
    scope: '*',
    mailboxes: 'on',
    email: 'evil@evil.example',
    grants: '{"*":{"role":"owner","mailboxes":true}}',
  });
  const { digest, revision, ...after } = { ...(await readMember(world.store, viewer.id)) };
  expect(digest).toBe(true);
  expect(after).toEqual({ ...before, digest: undefined, revision: undefined, signInMails: after.signInMails });
  const posted = await world.submit(letter, {
    ...endorsement(7),
    moderation: 'approved',
    confirmedAt: '2026-01-01T00:00:00Z',
    featured: 1,
  });
  expect(posted.status).toBe(422);
});

it('no redirect leads to another site', async () => {
  const { app } = world.secretariat;
  const evil = new URLSearchParams(
    ['next', 'return', 'returnTo', 'redirect', 'redirect_uri', 'url', 'continue'].map((name): [string, string] => [
      name,
      'https://evil.example/',
    ]),
  );
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    origin: publicUrl,
  };
  const places: [string, Response][] = [
    ['not signed in', await app.request(`/console?${evil}`, { headers })],
    ['a path of two slashes', await app.request('//evil.example/console', { headers })],
    ['a backslash', await app.request('/console/\\evil.example', { headers })],
    [
      'sign in',
      await app.request(`/console/sign-in?${evil}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams([...evil, ['email', 'nobody@evil.example']]),
      }),
    ],
    ['sign out', await stranger.send(`/console/sign-out?${evil}`, Object.fromEntries(evil))],
  ];
  for (const [name, answer] of places) {
    const location = answer.headers.get('location');
    expect(location === null || /^\/console(\/|$)/.test(location), `${name}: ${location}`).toBe(true);
    expect(await answer.text(), name).not.toContain('evil.example/"');
  }
  const form = new URLSearchParams({
    redirect: 'https://evil.example/',
    kind: 'individual',
    'signatory.name': 'Walks Away',
    'signatory.email': 'walks@free.example',
    'consents.publication': 'on',
  });
  const signed = await world.app.request(`/v1/letters/${letter}/signatures`, { method: 'POST', body: form });
  expect(signed.headers.get('location') ?? '').not.toContain('evil.example');
});
