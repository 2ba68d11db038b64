/** Permission of the secretariat to cause mail to signers: role and scope of members, scopes of API keys, against a table. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../shared/audit/audit.ts';
import { everything, type GrantScope, letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import type { Grants, Permission, Role } from '../../shared/member/role.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { readUpdate } from '../../shared/update/storage.ts';
import { updateFields } from '../../shared/update/update.ts';
import { keyFor, type Scene, setScene } from '../console/route-fixtures.ts';
import { addTestMember, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, type World } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const next = letterSlug.parse('clean-water');
const day = 24 * 3600 * 1000;
const texts = { en: { subject: 'Shore power', text: 'News.' } };

type Ask = (method: string, path: string, body: object) => Promise<Response> | Response;
let world: World;
let scene: Scene;
/** When an update is sent already. */
let taken: Date;
let asked = 0;

const now = () => new Date(world.clock.now);
const draft = () =>
  writeUpdate({ store: world.store, letter, by: commandLine, now: now() }, updateFields.parse({ texts }));

beforeAll(async () => {
  world = makeWorld(await freshStore());
  scene = await setScene(world);
  const file = letterFile({ 'slug: clean-air': `slug: ${next}` });
  await importLetter(world.store, file, [], { now: now(), open: false });
  taken = new Date(world.clock.now + 30 * day);
  await sendUpdate({ store: world.store, update: await draft(), by: commandLine, now: now() }, taken, false);
});

const api = '/v1/admin/letters';
const wasWritten = z.object({ update: z.object({ id: z.string() }) });
const revision = z.object({ revision: z.int() });

/** The things that end in mail to signers. Each tells whether it was done, by what changed. */
const acts: Readonly<Record<string, (ask: Ask) => Promise<boolean>>> = {
  async write(ask) {
    const answer = await ask('POST', `${api}/${letter}/updates`, { texts });
    const written = wasWritten.safeParse(await answer.json()).data;
    return written !== undefined && (await readUpdate(world.store, letter, written.update.id)) !== undefined;
  },
  async send(ask) {
    asked += 1;
    return isScheduled(ask, new Date(taken.getTime() + asked * 3 * day), false);
  },
  insist: (ask) => isScheduled(ask, taken, true),
  /** The signers of the first letter are invited to one that names it. */
  async invite(ask) {
    const known = revision.parse(await (await owner('GET', `${api}/${next}`)).json());
    const answer = await ask('PUT', `${api}/${next}`, { ...known, settings: { follows: letter }, dryRun: true });
    return answer.status === 200;
  },
};

async function isScheduled(ask: Ask, at: Date, insist: boolean): Promise<boolean> {
  const { id } = await draft();
  await ask('POST', `${api}/${letter}/updates/${id}/send`, { revision: 1, at: at.toISOString(), insist });
  return (await readUpdate(world.store, letter, id))?.state === 'scheduled';
}

async function owner(method: string, path: string): Promise<Response> {
  const key = await keyFor(scene, ['letter.read'], everything);
  return world.secretariat.app.request(path, { method, headers: { authorization: `Bearer ${key}` } });
}

const expectedOf = (line: string) =>
  Object.fromEntries(line.split(' ').map((cell, index) => [Object.keys(acts)[index], cell === 'yes']));
async function triedBy(ask: Ask): Promise<Record<string, boolean>> {
  const done: Record<string, boolean> = {};
  for (const [name, act] of Object.entries(acts)) done[name] = await act(ask);
  return done;
}

describe('a member may write, send, insist on a second one in a day, invite to another letter', () => {
  const grants = (given: Role, ...scopes: string[]): Grants =>
    Object.fromEntries(scopes.map((scope) => [scope, { role: given, mailboxes: true }]));
  it.each([
    ['a viewer of everything', grants('viewer', everything), 'no no no no'],
    ['a moderator of everything', grants('moderator', everything), 'no no no no'],
    ['an editor of the letter', grants('editor', letter), 'yes yes no no'],
    ['an owner of the letter', grants('owner', letter), 'yes yes yes no'],
    ['an owner of the next letter', grants('owner', next), 'no no no no'],
    ['an editor of both', grants('editor', letter, next), 'yes yes no yes'],
    [
      'an editor of the next letter, a moderator of the first',
      { ...grants('editor', next), ...grants('moderator', letter) },
      'no no no no',
    ],
    ['an editor of everything', grants('editor', everything), 'yes yes no yes'],
    ['an owner of everything', grants('owner', everything), 'yes yes yes yes'],
  ])('%s', async (name, given, line) => {
    const email = `${name.replaceAll(/\W+/g, '.')}@staff-of-harbour.example`;
    await addTestMember(world, email, given);
    const browser = await signIn(world, email);
    const token = await browser.csrf();
    const ask: Ask = (method, path, body) =>
      browser.request(path, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': token,
          origin: 'https://sign.example.org',
          'sec-fetch-site': 'same-origin',
        },
        body: JSON.stringify(body),
      });
    expect(await triedBy(ask)).toEqual(expectedOf(line));
  });
});

describe('an API key may write, send, insist, invite', () => {
  it.each<readonly [string, readonly Permission[], GrantScope, string]>([
    ['that reads everything', ['letter.read', 'signature.read', 'audit.read'], everything, 'no no no no'],
    ['for updates of the letter', ['update.send'], letter, 'yes yes no no'],
    ['for updates of another letter', ['update.send', 'update.insist'], next, 'no no no no'],
    ['that only insists', ['update.insist'], everything, 'no no no no'],
    ['for updates, that insists', ['update.send', 'update.insist'], letter, 'yes yes yes no'],
    ['for the text of the next letter', ['letter.write'], next, 'no no no no'],
    ['for the texts of all letters', ['letter.write'], everything, 'no no no yes'],
    ['for the state of all letters', ['letter.state', 'signature.decide'], everything, 'no no no no'],
  ])('%s', async (_, scopes, scope, line) => {
    const key = await keyFor(scene, scopes, scope);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const ask: Ask = (method, path, body) =>
      world.secretariat.app.request(path, { method, headers, body: JSON.stringify(body) });
    expect(await triedBy(ask)).toEqual(expectedOf(line));
  });
});
