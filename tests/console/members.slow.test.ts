/** Members and keys, and the notices to members: on pages, by the API, and by mail. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeDigests } from '../../functions/housekeeping/digest.ts';
import { listAudit } from '../../shared/audit/audit.ts';
import { everything, grantScope } from '../../shared/ids.ts';
import { findMember } from '../../shared/member/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { personal } from '../fixtures/personal.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import {
  endorsement,
  keys,
  makeWorld,
  openTestLetter,
  secretariatEmail,
  tokenIn,
  type World,
} from '../fixtures/world.ts';
import { nearMiss } from './near-miss.ts';

let world: World;
let owner: Browser;
const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const colleague = 'wanjiku@secretariat.example';
beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T09:00:00Z');
  world = makeWorld(await rememberingStore(), clock);
  await openTestLetter(world.store);
  owner = await signIn(world);
  personal(colleague);
});

const invite = (browser: Browser, more: Record<string, string> = {}) =>
  browser.send('/console/members', { name: 'Wanjiku', email: colleague, scope: everything, role: 'editor', ...more });
const member = async (email = colleague) =>
  z
    .object({ id: z.string() })
    .loose()
    .parse(await find(email));
const find = (email: string) => findMember(world.store, keys, email);
const auditActions = async (scope: string = everything) => {
  const { entries } = await listAudit(world.store, { scope: grantScope.parse(scope), month: '2026-03' });
  return entries.map(({ did }) => did);
};
const withKey = (key: string, path: string, init: { method?: string; json?: unknown } = {}) =>
  world.secretariat.app.request(path, {
    method: init.method ?? 'GET',
    headers: { authorization: `Bearer ${key}`, ...(init.json ? { 'content-type': 'application/json' } : {}) },
    ...(init.json ? { body: JSON.stringify(init.json) } : {}),
  });
const keyFrom = async (answer: Response) => z.string().parse(/us_[a-z0-9]{42}/.exec(await answer.text())?.[0]);

describe('members', () => {
  it('get a mail, sign in, and can do what their role allows from then on', async () => {
    expect((await invite(owner)).status).toBe(303);
    await world.sendMails();
    const mail = world.mails.at(-1);
    expect(mail).toMatchObject({ to: colleague, subject: 'You are invited to manage letters with Undersigned' });
    expect(mail?.text).toContain('https://sign.example.org/console/sign-in');
    const editor = await signIn(world, colleague);
    expect(await editor.page('/console')).toContain('clean-air');
    expect((await editor.request('/console/members')).status).toBe(403);
    expect(await auditActions()).toContain('member.invited');
  });

  it('lose access with the next request, and get it back by another invitation', async () => {
    await invite(owner);
    const editor = await signIn(world, colleague);
    const { id } = await member();
    await owner.send(`/console/members/${id}/grant`, { scope: everything, role: 'viewer' });
    expect(await find(colleague)).toMatchObject({ grants: { '*': { role: 'viewer', mailboxes: false } } });
    expect((await owner.send(`/console/members/${id}/revoke`)).status).toBe(303);
    expect((await editor.request('/console')).status).toBe(303);
    await invite(owner, { role: 'moderator' });
    expect((await editor.request('/console')).status).toBe(303);
    clock.now += 1;
    const again = await signIn(world, colleague);
    expect((await again.request('/console')).status).toBe(200);
    expect(await auditActions()).toEqual(
      expect.arrayContaining(['member.changed', 'member.revoked', 'member.invited']),
    );
  });

  it('always include an owner of everything, also when two owners revoke each other at once', async () => {
    const { id } = await member(secretariatEmail);
    const demote = (browser: Browser, whom: string) =>
      browser.send(`/console/members/${whom}/grant`, { scope: everything, role: 'editor' });
    expect((await demote(owner, id)).status).toBe(409);
    expect((await owner.send(`/console/members/${id}/revoke`)).status).toBe(409);
    await invite(owner, { role: 'owner' });
    const other = await signIn(world, colleague);
    const { id: second } = await member();
    const [one, two] = await Promise.all([demote(owner, second), demote(other, id)]);
    expect([one.status, two.status].filter((status) => status === 303).length).toBeLessThan(2);
    const left = [await find(secretariatEmail), await find(colleague)].filter(
      (one) => one?.grants['*']?.role === 'owner',
    );
    expect(left.length).toBeGreaterThan(0);
  });

  it('of one letter are managed by its owner, who sees nobody else and grants nothing else', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
    const elsewhere = await addTestMember(world, 'elsewhere@secretariat.example', grantsOf('editor', 'other-letter'));
    await addTestMember(world, colleague, grantsOf('owner', 'clean-air'));
    const small = await signIn(world, colleague);
    const page = await small.page('/console/members');
    expect(page).not.toContain(elsewhere.email);
    expect(page).not.toContain(secretariatEmail);
    const helper = { name: 'Helper', email: 'helper@secretariat.example' };
    personal(helper.email);
    expect((await invite(small, { ...helper, scope: everything })).status).toBe(403);
    expect((await invite(small, { ...helper, scope: 'other-letter' })).status).toBe(403);
    expect((await invite(small, { ...helper, scope: 'clean-air', mailboxes: 'yes' })).status).toBe(403);
    expect((await invite(small, { ...helper, scope: 'clean-air' })).status).toBe(303);
    for (const act of ['', '/grant', '/revoke']) {
      const path = `/console/members/${elsewhere.id}${act}`;
      const answer =
        act === '' ? await small.request(path) : await small.send(path, { scope: 'clean-air', role: 'viewer' });
      expect(answer.status, act).toBe(404);
    }
    expect((await small.send(`/console/members/${(await member(helper.email)).id}/revoke`)).status).toBe(403);
    expect(await auditActions('clean-air')).toContain('member.invited');
  });

  it('can switch on the digest, and get one mail a day that holds only numbers', async () => {
    await owner.send('/console/me/digest', { digest: 'on' });
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    await world.confirm(tokenIn(z.custom<World['mails'][number]>().parse(world.mails.at(-1))));
    await world.sendMails();
    const before = world.mails.length;
    const made = () => asFunction('housekeeping', () => makeDigests(world.store, new Date(clock.now), () => true));
    expect([await made(), await made()]).toEqual([1, 0]);
    await world.sendMails();
    expect(world.mails.slice(before).map(({ to }) => to)).toEqual([secretariatEmail]);
    expect(world.mails.at(-1)?.text).toContain('Signatures: 1 (+1 since the last email)');
    expect(world.mails.at(-1)?.text).not.toContain('Organisation 1');
    clock.now += 24 * 3600 * 1000;
    expect(await made()).toBe(0);
  });

  it('can sign out everywhere', async () => {
    const other = await signIn(world);
    expect((await owner.send('/console/me/sign-out-everywhere')).status).toBe(303);
    expect((await other.request('/console')).status).toBe(303);
    clock.now += 1000;
    expect((await (await signIn(world)).request('/console')).status).toBe(200);
  });
});

describe('keys', () => {
  const make = (browser: Browser, more: Record<string, string | string[]> = {}) =>
    browser.send('/console/keys', { name: 'Figures', letter: everything, scopes: ['audit.read'], days: '30', ...more });

  it('are shown once, open what they are for, and nothing after they expire or are revoked', async () => {
    const key = await keyFrom(await make(owner));
    expect(await owner.page('/console/keys')).not.toContain(key);
    expect((await withKey(key, '/v1/admin/audit')).status).toBe(200);
    expect((await withKey(key, '/v1/admin/members')).status).toBe(403);
    expect((await withKey(nearMiss(key), '/v1/admin/audit')).status).toBe(401);
    clock.now += 31 * 24 * 3600 * 1000;
    expect((await withKey(key, '/v1/admin/audit')).status).toBe(401);
    clock.now = Date.parse('2026-03-02T10:00:00Z');
    expect((await owner.send(`/console/keys/${key.slice(3, 19)}/revoke`)).status).toBe(303);
    expect((await withKey(key, '/v1/admin/audit')).status).toBe(401);
    expect(await auditActions()).toEqual(expect.arrayContaining(['key.made', 'key.revoked']));
  });

  it('last at most a year, and never have more rights than their creator', async () => {
    expect((await make(owner, { days: '366' })).status).toBe(422);
    expect((await make(owner, { scopes: ['nonsense'] })).status).toBe(422);
    await addTestMember(world, colleague, grantsOf('owner', 'clean-air'));
    const small = await signIn(world, colleague);
    expect((await make(small)).status).toBe(403);
    expect((await make(small, { letter: 'clean-air', scopes: ['mailbox.read'] })).status).toBe(403);
    const key = await keyFrom(await make(small, { letter: 'clean-air', scopes: ['audit.read', 'key.write'] }));
    expect((await withKey(key, '/v1/admin/letters/clean-air/audit')).status).toBe(200);
    const more = { name: 'More', letter: 'clean-air', days: 1 };
    const made = (scopes: string[]) => withKey(key, '/v1/admin/keys', { method: 'POST', json: { ...more, scopes } });
    expect((await made(['signature.read'])).status).toBe(403);
    expect((await made(['audit.read'])).status).toBe(201);
    const { id } = await member();
    await owner.send(`/console/members/${id}/grant`, { scope: 'clean-air', role: 'viewer' });
    expect((await withKey(key, '/v1/admin/letters/clean-air/audit')).status).toBe(404);
    await owner.send(`/console/members/${id}/revoke`);
    expect((await withKey(key, '/v1/admin/letters/clean-air/audit')).status).toBe(401);
  });
});

describe('revoked rights', () => {
  const make = async (browser: Browser, scopes: string[], more: Record<string, string> = {}) =>
    keyFrom(await browser.send('/console/keys', { name: 'Key', letter: everything, scopes, days: '30', ...more }));
  const post = (key: string, path: string, json: unknown) => withKey(key, path, { method: 'POST', json });
  const opens = async (key: string) => (await withKey(key, '/v1/admin/audit')).status;

  it('do not return with a new invitation, while keys made since then work', async () => {
    await addTestMember(world, colleague, grantsOf('owner', everything, true));
    const old = await make(await signIn(world, colleague), ['audit.read', 'signature.export', 'mailbox.read']);
    expect(await opens(old)).toBe(200);
    clock.now += 1000;
    await owner.send(`/console/members/${(await member()).id}/revoke`);
    expect(await opens(old)).toBe(401);
    clock.now += 1000;
    expect((await invite(owner, { role: 'owner', mailboxes: 'yes' })).status).toBe(303);
    expect(await opens(old)).toBe(401);
    clock.now += 1000;
    expect(await opens(await make(await signIn(world, colleague), ['audit.read']))).toBe(200);
  });

  it('can only be restored by an owner of everything, and by no key', async () => {
    await addTestMember(world, colleague, grantsOf('editor', 'clean-air'));
    await owner.send(`/console/members/${(await member()).id}/revoke`);
    const other = await addTestMember(world, 'small@secretariat.example', grantsOf('owner', 'clean-air'));
    const small = await signIn(world, other.email);
    expect((await invite(small, { scope: 'clean-air', role: 'viewer' })).status).toBe(403);
    const key = await make(owner, ['member.write', 'letter.read', 'figures.read', 'signature.read', 'partner.read']);
    const wanted = { name: 'Wanjiku', email: colleague, role: 'viewer' };
    expect((await post(key, '/v1/admin/members', wanted)).status).toBe(403);
    expect((await find(colleague))?.revokedAt).toBeDefined();
  });

  it('end for keys that were made with a key when that one is revoked or expires', async () => {
    const parent = await make(owner, ['key.write', 'audit.read'], { days: '2' });
    const child = await keyFrom(
      await post(parent, '/v1/admin/keys', { name: 'Child', scopes: ['key.write', 'audit.read'], days: 300 }),
    );
    const grandchild = await keyFrom(
      await post(child, '/v1/admin/keys', { name: 'Grandchild', scopes: ['audit.read'], days: 300 }),
    );
    expect([await opens(child), await opens(grandchild)]).toEqual([200, 200]);
    clock.now += 3 * 24 * 3600 * 1000;
    expect([await opens(child), await opens(grandchild)]).toEqual([401, 401]);
    clock.now -= 3 * 24 * 3600 * 1000;
    expect(await opens(child)).toBe(200);
    await owner.send(`/console/keys/${parent.slice(3, 19)}/revoke`);
    expect([await opens(child), await opens(grandchild)]).toEqual([401, 401]);
  });

  it('cannot be obtained by members who may only invite others', async () => {
    const key = await make(owner, ['member.write', 'key.write', 'audit.read']);
    for (const role of ['owner', 'editor', 'moderator', 'viewer']) {
      const wanted = { name: 'Wanjiku', email: colleague, role };
      expect((await post(key, '/v1/admin/members', wanted)).status).toBe(403);
    }
    expect((await post(key, '/v1/admin/keys', { name: 'More', scopes: ['member.write'], days: 1 })).status).toBe(403);
    const page = await owner.page('/console/keys');
    expect(page).toContain('Manage members');
    expect(page).toContain('Gives access to everything: the key can invite and remove members.');
  });
});

describe('erasing many signatures at once', () => {
  it('can only be requested and started by owners', async () => {
    await addTestMember(world, colleague, grantsOf('editor', 'clean-air'));
    const editor = await signIn(world, colleague);
    const bulk = '/console/letters/clean-air/bulk';
    const forget = { do: 'forget', sure: 'true', of: 'filter', 'filter.state': 'any' };
    expect((await editor.send(bulk, forget)).status).toBe(403);
    expect((await editor.send(bulk, { ...forget, sure: '' })).status).toBe(403);
    expect(await editor.page('/console/letters/clean-air/signatures')).not.toContain('value="forget"');
    const made = await owner.send(bulk, forget);
    expect(made.status).toBe(303);
    const job = made.headers.get('location') ?? '';
    expect((await editor.send(`${job}/start`)).status).toBe(403);
    const path = '/v1/admin/letters/clean-air/bulk';
    const wanted = { wanted: { do: 'forget', sure: true }, filter: {} };
    const csrf = await editor.csrf();
    const api = (url: string, body?: unknown) =>
      editor.request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify(body ?? {}),
      });
    expect((await api(path, wanted)).status).toBe(403);
    expect((await api(`${path}/${job.split('/').at(-1)}/start`)).status).toBe(403);
    expect((await api(path, { wanted: { do: 'hold' }, filter: {} })).status).toBe(201);
  });
});

describe('the audit trail', () => {
  it('can be filtered by month, person and action, with current names', async () => {
    await invite(owner);
    const page = await owner.page('/console/audit?what=member.invited');
    expect(page).toContain('</a> invited <a');
    expect(page).toContain('Secretariat');
    expect(page.split('<tbody>')[1]).not.toContain('signed in');
    expect(await owner.page('/console/audit?month=2025-12')).toContain('No entries match.');
    expect((await owner.request('/console/audit?month=now')).status).toBe(400);
    expect(page).not.toContain(colleague);
  });

  it('is exported in full, also across months', async () => {
    for (let round = 0; round < 3; round += 1) {
      clock.now += 31 * 24 * 3600 * 1000;
      owner = await signIn(world);
    }
    const csv = await owner.page('/console/audit/export?from=2026-01&to=2026-07&format=csv');
    expect(csv.split('\r\n').filter((line) => line.includes('session.started'))).toHaveLength(4);
    expect(csv.trim()).toMatch(/# complete: 4 lines$/);
    const json = z
      .object({ lines: z.array(z.object({ did: z.string(), name: z.string() })), count: z.int() })
      .parse(JSON.parse(await owner.page('/console/audit/export?from=2026-01&to=2026-07&format=json')));
    expect(json.count).toBe(json.lines.length);
    expect(json.lines).toHaveLength(4);
  });
});
