/** Members without `withheld.read` cannot get a withheld name through any output of the console. */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { advance } from '../../shared/jobs/bulk/advance.ts';
import { bulkJobId, readJob } from '../../shared/jobs/bulk/job.ts';
import { permissions } from '../../shared/member/role.ts';
import { fieldsVersionOf } from '../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { personal } from '../fixtures/personal.ts';
import { recordsOf } from '../fixtures/records.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { endorsement, keys, makeWorld, type World } from '../fixtures/world.ts';
import { wholeBodies } from './bodies.ts';
import { rights } from './rights.ts';
import { bodyFor, fill, keyFor, letter, type Scene, setScene } from './route-fixtures.ts';

/** Parts of everything that the hidden signatures hold, and of the secretariat's notes about them. */
const secrets = /zylophan|quorra|vexley|quillmaster|violet words|tamsin|orrery|grapevine|umbrel/i;
const withheld = { display: 'withheld', consents: { publication: false, updates: false, partner: false } } as const;

let world: World;
let scene: Scene;
/** By their state. */
const hidden = new Map<string, SignatureRecord['id']>();
/** Shown by name, and linked to a hidden one. */
let named: SignatureRecord['id'];
let viewer: Browser;
let key: string;
let fullKey: string;

const guild = (email: string) => ({
  ...organisationFrom('zylophane.example', email, 'Zylophane Guild'),
  ...withheld,
  signatory: { name: 'Quorra Vexley', role: 'Quillmaster', email },
  comment: 'violet words',
  source: { page: 'https://zylophane.example/join' },
});
const tamsin = { kind: 'individual', organisation: undefined, attestation: undefined, ...withheld } as const;

beforeAll(async () => {
  world = makeWorld(await rememberingStore());
  scene = await setScene(world);
  personal('Zylophane Guild', 'Quorra Vexley');
  hidden.set('counted', (await sign(world, guild('quorra@zylophane.example'))).id);
  const held = await sign(world, guild('vexley@umbrel.example'));
  await moderated(world, held, { do: 'hold' });
  hidden.set('held', held.id);
  const person = await sign(
    world,
    endorsement(1, { ...tamsin, signatory: { name: 'Tamsin Orrery', email: 'tamsin@gmail.com' } }),
  );
  await moderated(world, person, { do: 'reject', why: 'Tamsin Orrery is on the grapevine.' });
  hidden.set('rejected', person.id);
  const shown = await sign(world, organisationFrom('lantern.example', 'desk@lantern.example', 'Lantern House'));
  named = shown.id;
  const merged = await sign(world, guild('grapevine@umbrel.example'));
  await moderated(world, merged, { do: 'vouch', note: 'Quorra Vexley called.' });
  await moderated(world, merged, { do: 'merge', into: named });
  hidden.set('merged', merged.id);
  const left = await sign(world, guild('umbrel@umbrel.example'));
  await ask(world, left, { action: 'withdraw' });
  hidden.set('withdrawn', left.id);
  const wishing = await sign(world, guild('wishing@umbrel.example'));
  await moderated(world, wishing, { do: 'approve' }, await versionFor(wishing.id, false));
  await ask(world, wishing, {
    ...{ action: 'consents', display: 'public' },
    consents: { publication: true, updates: false, partner: false },
  });
  expect((await recordOf(world, wishing)).proposal?.display).toBe('public');
  hidden.set('asks to be shown', wishing.id);
  await world.submit(letter, guild('pending@umbrel.example'));
  const pending = (await recordsOf(world.store)).find(({ confirmedAt }) => confirmedAt === undefined);
  hidden.set('pending', z.custom<SignatureRecord>((value) => value !== undefined).parse(pending).id);

  await addTestMember(world, 'viewer@secretariat.example', grantsOf('viewer', letter, true));
  viewer = await signIn(world, 'viewer@secretariat.example');
  const others = permissions.filter((one) => one !== 'withheld.read');
  key = await keyFor(scene, others, letter);
  fullKey = await keyFor(scene, permissions, letter);
});

async function versionFor(id: SignatureRecord['id'], withNames: boolean): Promise<string> {
  return fieldsVersionOf(await recordOf(world, { id }), { withNames });
}

/** @returns all text of an answer, also inside a workbook */
async function saidBy(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  const head = [...answer.headers].map((header) => header.join(': ')).join('\n');
  return [head, ...parts.map((part) => new TextDecoder().decode(part))].join('\n');
}

const byKey = (path: string, method = 'GET', body?: unknown, as = key) =>
  world.secretariat.app.request(path, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
const base = `/v1/admin/letters/${letter}`;

/** With names in them, these could be tested against a list of likely names. */
const versionsWithNames = () => Promise.all([...hidden.values()].map((id) => versionFor(id, true)));

const routes = [...rights].filter(([route, { of }]) => of !== 'everybody' && !route.includes('sign-out'));
const aboutOne = (route: string) => route.includes(':signature');

it.each(routes.map(([route]) => route))('%s', async (route) => {
  const [method = '', path = ''] = route.split(' ');
  const isApi = path.startsWith('/v1/');
  const versions = await versionsWithNames();
  for (const id of aboutOne(route) ? [...hidden.values(), named] : [scene.signature]) {
    const target = { ...scene, signature: id };
    // Actions that end a signature use ones that no other test needs, and an undo needs an earlier act.
    if (method !== 'get' && /:signature\/(act|undo)/.test(path)) continue;
    const whole = wholeBodies[`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.() ?? (await bodyFor(path, target));
    const at = await fill(path, target);
    const answer = isApi
      ? await byKey(at, method.toUpperCase(), whole)
      : method === 'get'
        ? await viewer.request(at)
        : await viewer.send(at, z.record(z.string(), z.coerce.string()).parse(whole));
    expect(answer.status).toBeLessThan(500);
    const said = await saidBy(answer);
    expect(said).not.toMatch(secrets);
    for (const version of versions) expect(said).not.toContain(version);
  }
});

const list = z.object({
  items: z.array(z.looseObject({ id: z.string(), nameHidden: z.boolean(), fieldsVersion: z.string() })),
  nextCursor: z.string().nullable(),
});
const listed = async (query: string, as = key) =>
  list.parse(await (await byKey(`${base}/signatures?${query}`, 'GET', undefined, as)).json());

describe('lists and searches', () => {
  const states = ['any', 'counted', 'withheld', 'review', 'duplicate', 'rejected', 'withdrawn', 'pending', 'silent'];
  const searches = ['q=Zylo', 'q=zylophane%20guild', 'q=Tamsin', 'person=vexley', 'person=Orr', 'domain=zylophane'];

  it.each(states)('of %s find no hidden name, one by one or all at once', async (state) => {
    let found = 0;
    for (const search of searches) {
      for (const limit of [1, 50]) {
        const asked = `state=${state}&limit=${limit}&${search}`;
        const page = await listed(asked);
        expect(page).toMatchObject({ items: [], nextCursor: null });
        found += (await listed(asked, fullKey)).items.length;
        const shown = await viewer.page(`/console/letters/${letter}/signatures?${asked}`);
        expect(shown).not.toContain('Name withheld');
      }
    }
    // The searches work: a member who may read the names finds them by at least one.
    if (!['silent'].includes(state)) expect(found).toBeGreaterThan(0);
  });

  it.each(['newest', 'oldest', 'name'])('reveal no name by their order or a cursor: %s', async (order) => {
    for (const state of states) {
      let cursor: string | null = '';
      for (let page = 0; cursor !== null && page < 20; page += 1) {
        const found = await listed(`state=${state}&order=${order}&limit=1${cursor ? `&cursor=${cursor}` : ''}`);
        if (found.nextCursor) expect(Buffer.from(found.nextCursor, 'base64url').toString()).not.toMatch(secrets);
        cursor = found.nextCursor;
      }
    }
  });

  it('still show hidden ones without their names, and named ones with theirs', async () => {
    const page = await viewer.page(`/console/letters/${letter}/signatures`);
    expect(page).toContain('Name withheld');
    expect(page).toContain('Lantern House');
    const { items } = await listed('state=any');
    for (const state of ['counted', 'held', 'rejected', 'merged', 'withdrawn', 'asks to be shown']) {
      expect(items.find(({ id }) => id === hidden.get(state))?.nameHidden, state).toBe(true);
    }
    const full = JSON.stringify(await listed('state=any', fullKey));
    expect(full).toContain('Zylophane Guild');
    expect(full).not.toContain('"nameHidden":true');
    expect(JSON.stringify(await listed('q=lantern'))).toContain('Lantern House');
    expect(JSON.stringify(await listed('state=counted&order=name'))).toContain('Lantern House');
  });

  it('by mailbox do not find them', async () => {
    for (const email of ['quorra@zylophane.example', 'pending@umbrel.example', 'tamsin@gmail.com']) {
      const ask = async (as: string) => (await byKey(`${base}/signatures/find`, 'POST', { email }, as)).json();
      expect(await ask(key)).toMatchObject({ items: [] });
      expect(list.parse(await ask(fullKey)).items).toHaveLength(1);
      const page = await viewer.send(`/console/letters/${letter}/signatures/find`, { email });
      expect(await page.text()).not.toContain('Name withheld');
    }
  });
});

it('does not show the mailbox of a hidden one to members who may only see mailboxes', async () => {
  const id = hidden.get('counted') ?? '';
  const answer = await byKey(`${base}/signatures/${id}/mailbox`, 'POST');
  expect(await saidBy(answer)).not.toMatch(secrets);
  const page = await viewer.send(`/console/letters/${letter}/signatures/${id}/mailbox`);
  expect(await page.text()).not.toMatch(secrets);
});

it('links no hidden signature to a named one', async () => {
  const merged = hidden.get('merged') ?? '';
  const said = async (path: string) => saidBy(await byKey(path));
  expect(await said(`${base}/signatures/${merged}`)).not.toContain(named);
  expect(await said(`${base}/signatures/${named}`)).not.toContain(merged);
  expect(await viewer.page(`/console/letters/${letter}/signatures/${merged}`)).not.toContain(named);
  expect(await viewer.page(`/console/letters/${letter}/signatures/${named}`)).not.toContain(merged);
  const lines = z.object({ items: z.array(z.unknown()) }).parse(await (await byKey(`${base}/audit`)).json()).items;
  for (const line of lines.map((one) => JSON.stringify(one))) {
    expect(line.includes(merged) && line.includes(named)).toBe(false);
  }
  expect(await said(`${base}/audit/export?format=csv`)).not.toContain(`duplicateOf=${named}`);
  expect(await saidBy(await byKey(`${base}/signatures/${merged}`, 'GET', undefined, fullKey))).toContain(named);
});

it.each(['csv', 'xlsx', 'json'] as const)('an export as %s has no hidden name, for any group', async (format) => {
  const groups = ['published', 'withheld', 'paper', 'waiting', 'aside'];
  const asked = { format, groups, mailboxes: true };
  const said = await saidBy(await byKey(`${base}/export`, 'POST', asked));
  expect(said).not.toMatch(secrets);
  expect(said).toContain('Name withheld');
  expect(said).toContain('Lantern House');
  expect(await saidBy(await byKey(`${base}/export`, 'POST', asked, fullKey))).toMatch(secrets);
});

describe('deciding without seeing the name', () => {
  const act = async (id: string, body: Record<string, unknown>, as = key) =>
    byKey(`${base}/signatures/${id}/act`, 'POST', body, as);

  it('is possible, is recorded as such, and answers without the name', async () => {
    const id = z.custom<SignatureRecord['id']>().parse(hidden.get('held'));
    const { fieldsVersion } = (await listed('state=review')).items.find((one) => one.id === id) ?? {};
    const done = await act(id, { do: 'approve', fieldsVersion });
    expect(done.status).toBe(200);
    expect(await saidBy(done)).not.toMatch(secrets);
    expect((await recordOf(world, { id })).accepted).toBe('unnamed');
  });

  it('neither overwrites a name nor shows one', async () => {
    const id = z.custom<SignatureRecord['id']>().parse(hidden.get('asks to be shown'));
    const seen = { fieldsVersion: await versionFor(id, false) };
    for (const wanted of [
      { do: 'approve' },
      { do: 'vouch', note: 'Sure.' },
      { do: 'correct', organisationName: 'Guess', country: 'KZ', signatoryName: 'Guess' },
    ]) {
      const done = await act(id, { ...wanted, ...seen });
      expect(done.status, wanted.do).toBe(409);
      expect(await done.text()).toContain('the right to see withheld names');
    }
    expect((await recordOf(world, { id })).display).toBe('withheld');
    const done = await act(id, { do: 'approve', fieldsVersion: await versionFor(id, true) }, fullKey);
    expect(done.status).toBe(200);
    expect((await recordOf(world, { id })).display).toBe('public');
  });

  it('in bulk selects nothing by a hidden name, and reveals no version', async () => {
    const make = async (filter: Record<string, string>) => {
      const answer = await byKey(`${base}/bulk`, 'POST', { wanted: { do: 'hold' }, filter });
      const { job } = z.object({ job: z.object({ id: bulkJobId }) }).parse(await answer.json());
      const made = await readJob(world.store, letter, job.id);
      if (!made) throw new Error('there is no job');
      const advancing = { store: world.store, keys: async () => keys, now: () => new Date(), hasTime: () => true };
      return advance(advancing, made);
    };
    for (const filter of [
      { q: 'tamsin' },
      { q: 'tamsin', state: 'rejected' },
      { person: 'orrery', state: 'rejected' },
      { domain: 'zylophane.example', state: 'withdrawn' },
    ]) {
      expect(await make(filter)).toMatchObject({ state: 'ready', number: 0 });
    }
    const all = await make({ state: 'withheld' });
    expect(all.number).toBeGreaterThan(0);
    const said = await saidBy(await byKey(`${base}/bulk/${all.id}/parts/0`));
    expect(said).not.toContain('fieldsVersion');
  });
});

it('is open to moderators, editors and owners', async () => {
  for (const role of ['moderator', 'editor', 'owner'] as const) {
    await addTestMember(world, `${role}@secretariat.example`, grantsOf(role, letter));
    const browser = await signIn(world, `${role}@secretariat.example`);
    expect(await browser.page(`/console/letters/${letter}/signatures?state=withheld`)).toContain('Zylophane Guild');
  }
});
