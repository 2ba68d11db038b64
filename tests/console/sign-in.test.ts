/** Signing in to the console. */
import { beforeEach, expect, it } from 'vitest';
import { findMember, writeMember } from '../../shared/member/storage.ts';
import { loseEveryAnswer } from '../fixtures/dynamodb-faults.ts';
import { addTestMember, grantsOf, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, secretariatEmail, type World } from '../fixtures/world.ts';

let world: World;
const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const hour = 3600 * 1000;
beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T09:00:00Z');
  world = makeWorld(await freshStore(), clock);
});

const ask = (email: string) =>
  world.secretariat.app.request('/console/sign-in', { method: 'POST', body: new URLSearchParams({ email }) });
const door = async () => {
  await world.sendMails();
  return /\/console\/enter\/[a-z0-9]{46}/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? '';
};
const enter = (path: string) => world.secretariat.app.request(path, { method: 'POST' });

it('admits the mailbox named at deployment as the first owner, and nobody unknown', async () => {
  const [known, unknown] = [await ask(secretariatEmail), await ask('stranger@elsewhere.example')];
  expect(await known.text()).toBe(await unknown.text());
  await world.sendMails();
  expect(world.mails.map(({ to }) => to)).toEqual([secretariatEmail]);
  const browser = await signIn(world);
  expect(await browser.page('/console')).toContain('No letters yet.');
});

it('takes one press of the button within the hour, and is not triggered by scanners', async () => {
  await ask(secretariatEmail);
  const path = await door();
  for (const method of ['GET', 'HEAD']) await world.secretariat.app.request(path, { method });
  clock.now += hour - 1000;
  const first = await enter(path);
  expect(first.status).toBe(303);
  expect(first.headers.get('set-cookie')).toMatch(
    /^__Host-undersigned=[a-z0-9]{46}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect((await enter(path)).headers.get('set-cookie')).toBeNull();
  await ask(secretariatEmail);
  const late = await door();
  clock.now += hour;
  expect((await enter(late)).headers.get('set-cookie')).toBeNull();
});

it('does not flood a mailbox with links', async () => {
  for (let asked = 0; asked < 9; asked += 1) await ask(secretariatEmail);
  await world.sendMails();
  expect(world.mails).toHaveLength(5);
});

it('sends a member one link an hour when somebody asks all day, and each works', async () => {
  const sent: number[] = [];
  for (let passed = 0; passed < 24; passed += 1) {
    const before = world.mails.length;
    for (let asked = 0; asked < 3; asked += 1) {
      await ask(secretariatEmail);
      await world.sendMails();
    }
    sent.push(world.mails.length - before);
    const latest = /\/console\/enter\/[a-z0-9]{46}/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? '';
    expect((await enter(latest)).status).toBe(303);
    clock.now += hour;
  }
  expect(sent.slice(0, 3)).toEqual([3, 3, 3]);
  expect(sent.slice(4)).toEqual(sent.slice(4).map(() => 1));
});

it('ends a session after twelve idle hours, renews its secret every hour, and drops the previous one within a minute', async () => {
  const browser = await signIn(world);
  const first = browser.jar.cookie;
  clock.now += 2 * hour;
  await browser.page('/console');
  expect(browser.jar.cookie).not.toBe(first);
  const withFirst = () => world.secretariat.app.request('/console', { headers: { cookie: first } });
  expect((await withFirst()).status).toBe(200);
  clock.now += 61_000;
  expect((await withFirst()).status).toBe(303);
  expect((await browser.request('/console')).status).toBe(200);
  clock.now += 12 * hour;
  expect((await browser.request('/console')).headers.get('location')).toBe('/console/sign-in');
});

it('ends at once when the member signs out or is revoked', async () => {
  const member = await addTestMember(world, 'editor@secretariat.example', grantsOf('editor'));
  const [one, other] = [await signIn(world, member.email), await signIn(world, member.email)];
  const stolen = one.jar.cookie;
  expect((await one.send('/console/sign-out')).status).toBe(303);
  expect((await world.secretariat.app.request('/console', { headers: { cookie: stolen } })).status).toBe(303);
  expect((await other.request('/console')).status).toBe(200);
  const now = await findMember(world.store, keys, member.email);
  if (now) await writeMember(world.store, { ...now, revokedAt: new Date(clock.now).toISOString() });
  expect((await other.request('/console')).status).toBe(303);
  await ask(member.email);
  const before = world.mails.length;
  await world.sendMails();
  expect(world.mails).toHaveLength(before);
});

it('accepts no form from another site', async () => {
  const browser = await signIn(world);
  const csrf = await browser.csrf();
  const signOut = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.request('/console/sign-out', { method: 'POST', body: new URLSearchParams(fields), headers });
  expect((await signOut({})).status).toBe(403);
  expect((await signOut({ _csrf: 'x'.repeat(43) })).status).toBe(403);
  expect((await signOut({ _csrf: csrf }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await signOut({ _csrf: csrf }, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await signOut({ _csrf: csrf }, { origin: 'https://sign.example.org' })).status).toBe(303);
});

it('signs nobody in from another site, and does not use up the link', async () => {
  const member = await addTestMember(world, 'editor@secretariat.example', grantsOf('editor'));
  await ask(member.email);
  await world.sendMails();
  const path = /\/console\/enter\/[a-z0-9]{46}/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const send = (headers: Record<string, string>, to = path) =>
    world.secretariat.app.request(to, {
      method: 'POST',
      body: new URLSearchParams({ email: member.email }),
      headers,
    });
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of elsewhere) {
    const answer = await send(headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await send(headers, '/console/sign-in')).status).toBe(403);
  }
  expect((await send({ origin: 'https://sign.example.org', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
});

it('signs in, renews the secret and signs out when the answers of the table are lost', async () => {
  expect(loseEveryAnswer(world.store)).toEqual([]);
  const browser = await signIn(world);
  const first = browser.jar.cookie;
  expect(first).not.toBe('');
  clock.now += 2 * hour;
  await browser.page('/console');
  expect(browser.jar.cookie).not.toBe(first);
  clock.now += 61_000;
  expect((await browser.request('/console')).status).toBe(200);
  expect((await browser.send('/console/sign-out')).status).toBe(303);
  expect((await browser.request('/console')).headers.get('location')).toBe('/console/sign-in');
});

it('admits one of two who press the button at the same moment', async () => {
  await ask(secretariatEmail);
  const path = await door();
  const answers = await Promise.all([enter(path), enter(path)]);
  expect(answers.filter(({ headers }) => headers.get('set-cookie') !== null)).toHaveLength(1);
});
