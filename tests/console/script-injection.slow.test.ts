/** Stored and reflected scripts, on every page: all stored content is shown as text. */

import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { everything, partnerId, type SignatureId, signatureId } from '../../shared/ids.ts';
import { makeTickedJob } from '../../shared/jobs/bulk/decide.ts';
import { findMember } from '../../shared/member/storage.ts';
import { makeFiguresLink } from '../../shared/partner/figures-link.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { attributeOf, faultsIn, formsOf, hostileAddress, payload } from '../fixtures/html.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { itemsOf } from '../fixtures/records.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import {
  endorsement,
  keys,
  makeWorld,
  openTestLetter,
  secretariatEmail,
  tokenIn,
  type World,
} from '../fixtures/world.ts';
import { rights } from './rights.ts';
import { fill, letter, type Scene } from './route-fixtures.ts';

/** Written into every field, and later replaced by the payload in the table. */
const word = 'Zzplaceholder';
const partner = partnerId.parse('harbour-radio');

let world: World;
let scene: Scene;
let owner: Browser;
let figuresLink: string;
/** Paths of pages that were created before the payload was inserted. */
let pages: readonly string[];

beforeAll(async () => {
  world = makeWorld(await rememberingStore());
  const { store } = world;
  await openTestLetter(store, {
    'Clean air for the harbour district': `Clean air ${word}`,
    'The Mayor': `The Mayor ${word}`,
    'Town Hall': `Town Hall ${word}`,
    'Dear Mayor': `Dear ${word}`,
    'Yours sincerely': word,
    'organisation: Harbour Neighbours': `organisation: ${word}`,
    'signatory: Jo Example': `signatory: ${word}`,
    'role: Chair': `role: ${word}`,
    'controller: Harbour Neighbours': `controller: ${word}`,
    'from the shore': `from ${word}`,
  });
  await openTestLetter(store, { 'slug: clean-air': 'slug: other-letter' });
  await registerPartner(world, partner);
  const hostile = {
    organisation: { name: `Choir ${word}`, website: 'https://zzplaceholder.example', country: 'KZ' },
    signatory: { name: `Person ${word}`, role: word, email: 'choir@zzplaceholder.example' },
    comment: `${word}\n${word}`,
    partner,
    source: { page: 'https://harbour-radio.example/zzplaceholder', utm: { source: word } },
  };
  await world.submit(letter, endorsement(1, hostile));
  await world.submit(
    letter,
    endorsement(2, {
      kind: 'individual',
      attestation: false,
      comment: word,
      signatory: { name: `Alone ${word}`, email: 'alone@free.example' },
    }),
  );
  await world.sendMails();
  const [first, second] = world.mails.filter(({ text }) => text.includes('/confirm/')).map(tokenIn);
  if (!first || !second) throw new Error('no mail came');
  await world.confirm(first);
  await world.confirm(second);
  await world.submit(letter, endorsement(3, { comment: word, homepage: `https://${word}.example` }));
  owner = await signIn(world);
  const found = await findMember(store, keys, secretariatEmail);
  if (!found) throw new Error('nobody owns everything');
  const readyDelivery = await makeReadyDelivery(world, { kind: 'interim' });
  scene = {
    world,
    signature: signatureId.parse(first.slice(0, 20)),
    delivery: readyDelivery.id,
    readyDelivery,
    owner: found.id,
  };
  const other = signatureId.parse(second.slice(0, 20));
  await addTestMember(world, 'sees@secretariat.example', grantsOf('owner', everything, true));
  const made = {
    by: { kind: 'member', id: found.id },
    did: 'partner.changed',
    scope: letter,
    subject: partner,
  } as const;
  figuresLink = await makeFiguresLink(store, letter, partner, made, new Date(world.clock.now));
  await makeTickedJob(
    store,
    { letter, by: made.by, wanted: { do: 'reject', why: word }, sight: { withNames: true } },
    [{ id: other, fieldsVersion: '0'.repeat(32) }],
    new Date(world.clock.now),
  );
  const base = `/console/letters/${letter}`;
  await owner.send('/console/members', {
    name: word,
    email: 'named@secretariat.example',
    scope: letter,
    role: 'viewer',
  });
  await owner.send('/console/keys', { name: word, letter, scopes: 'audit.read', days: '3' });
  await owner.send('/console/lists', { do: 'deny', what: 'zzplaceholder.example' });
  const act = async (id: SignatureId, fields: Record<string, string>) =>
    owner.send(`${base}/signatures/${id}/act`, { ...fields, fieldsVersion: await versionOf({ store }, { id }) });
  await act(scene.signature, { do: 'vouch', note: word });
  await act(other, { do: 'reject', why: word });
  await world.app.request(`/${letter}/dispute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation: word, name: word, email: 'asker@choir.example', message: word }),
  });
  const list = new FormData();
  list.set('_csrf', await owner.csrf());
  list.set('file', new Blob([`Name,Country,${word}\n${word},${word},${word}\n${word},KZ,${word}\n`]), 'list.csv');
  const imported =
    (await owner.request(`${base}/import`, { method: 'POST', body: list })).headers.get('location') ?? '';
  const settings = { mode: 'paper', kind: 'individual', note: word, 'column.name': '0', 'column.country': '1' };
  await owner.send(imported, settings);
  await owner.send(`${base}/figures`);
  pages = [imported, `${base}/signatures/${other}`, `${base}/signatures?q=choir`, `${base}/review?after=`];
  // From now on requests have all permissions, including mailboxes.
  owner = await signIn(world, 'sees@secretariat.example');
  // Its mail is composed from content stored by then.
  await world.submit(
    letter,
    endorsement(4, {
      comment: word,
      signatory: { name: `Pending ${word}`, role: word, email: 'pending@org-4.example' },
    }),
  );
  await poison(world);
  world.clock.now += 3_600_000;
});

const asKeys = new Set(['pk', 'sk', 'listKey', 'listedAt', 'nameSort', 'dueShard', 'lookAt']);

/** Content that a current rule refuses may have been stored earlier: the payload replaces the word in every row. */
async function poison({ store: { client, table } }: World): Promise<void> {
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.startsWith('https://zzplaceholder') ? hostileAddress : value.replaceAll(word, payload);
    }
    if (value instanceof Set)
      return new Set([...value].map((one) => String(one).replace('zzplaceholder', '<img src=x>')));
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one)]));
  };
  for (const item of await itemsOf({ client, table })) {
    const Item = Object.fromEntries(
      Object.entries(item).map(([name, one]) => [name, asKeys.has(name) ? one : replaced(one)]),
    );
    if (JSON.stringify(Item) !== JSON.stringify(item) || Object.values(item).some((one) => one instanceof Set)) {
      await client.send(new PutCommand({ TableName: table, Item }));
    }
  }
}

/** Checks how a browser parses the answer. @returns its text */
async function harmless(answer: Response, name: string): Promise<string> {
  const text = await answer.text();
  expect(answer.status, `${name}: ${text.slice(0, 300)}`).toBeLessThan(500);
  expect(answer.headers.get('x-content-type-options'), name).toBe('nosniff');
  const type = answer.headers.get('content-type') ?? '';
  if (/html|svg/.test(type)) expect(faultsIn(text), name).toEqual([]);
  const { pathname, origin } = new URL(answer.headers.get('location') ?? '/', 'https://sign.example.org');
  expect(`${origin}${pathname}`, `${name} leads away`).toMatch(/^https:\/\/sign\.example\.org\/(?!\/)/);
  return text;
}

const seenAt: string[] = [];
const keep = (path: string, text: string) => {
  if (text.includes('Zz&quot;')) seenAt.push(path.replaceAll(/[0-9a-z]{12,}/g, '…'));
  return text;
};

const hostileQuery = new URLSearchParams(
  [
    'q',
    'domain',
    'month',
    'who',
    'subject',
    'after',
    'part',
    'done',
    'next',
    'return',
    'redirect',
    'of',
    'lang',
    'country',
    'cursor',
    'theme',
    'state',
  ].map((name): [string, string] => [
    name,
    name === 'next' || name === 'return' || name === 'redirect' ? '//evil.example' : payload,
  ]),
);

it('are text on every public page, in embedded content, and in mails', async () => {
  for (const path of [
    '',
    '/signatories',
    '/changes',
    '/privacy',
    '/dispute',
    `/form?partner=${partner}`,
    '/badge.svg',
  ].map((one) => `/${letter}${one}`)) {
    const html = await harmless(await world.app.request(path), path);
    if (!/svg|dispute|form/.test(path)) expect(html.includes('Zz&quot;'), path).toBe(true);
    await harmless(await world.app.request(`${path.split('?')[0]}?${hostileQuery}`), `${path} with a hostile query`);
  }
  for (const path of [`/v1/letters/${letter}`, `/v1/letters/${letter}/signatures`]) {
    expect((await world.app.request(path)).headers.get('content-type')).toMatch(/^application\/json/);
  }
  const page = encodeURIComponent(`https://sign.example.org/${letter}`);
  const { html } = z.object({ html: z.string() }).parse(await world.json(`/oembed?url=${page}&format=json`));
  expect(html).toContain('Zz&quot;');
  expect(faultsIn(html)).toEqual([]);
  await world.app.request('/manage', {
    method: 'POST',
    body: new URLSearchParams({ email: 'choir@zzplaceholder.example' }),
  });
  const before = world.mails.length;
  await world.sendMails();
  const mails = world.mails.slice(before);
  expect(mails.length).toBeGreaterThan(1);
  for (const mail of mails) expect(faultsIn(mail.html), mail.subject).toEqual([]);
  expect(mails.some((mail) => mail.html.includes('Zz&quot;'))).toBe(true);
  const manage = mails.flatMap(({ text }) => /\/manage\/[a-z0-9]{46}/.exec(text) ?? []);
  expect(manage.length).toBeGreaterThan(0);
  for (const path of manage)
    expect((await harmless(await world.app.request(path), path)).includes('Zz&quot;'), path).toBe(true);
});

it('are text on every page of the console, stored or in the query, and in every form that returns', async () => {
  const gets = [...rights.keys()].filter(
    (route) => route.startsWith('get /console') && !route.includes('/:secret') && !route.includes(':token'),
  );
  const filled = await Promise.all(gets.map((route) => fill(route.slice(4), scene)));
  const secret = `/console/partner/${letter}/${partner}/${figuresLink}`;
  const forms = new Map<string, { path: string; form: ReturnType<typeof formsOf>[number] }>();
  for (const path of [
    ...filled,
    ...pages,
    secret,
    '/console/enter/none',
    `/console/letters/${letter}/partners/${partner}`,
  ]) {
    const html = keep(path, await harmless(await owner.request(path), path));
    for (const form of formsOf(html)) {
      const kind = `${form.method} ${form.action} ${form.controls.map((one) => attributeOf(one, 'value')).slice(0, 3)}`;
      forms.set(kind, { path, form });
    }
    await harmless(await owner.request(`${path.split('?')[0]}?${hostileQuery}`), `${path} with a hostile query`);
  }
  let sent = 0;
  for (const { path, form } of forms.values()) {
    const { action, method, controls } = form;
    if (method !== 'post' || /sign-out|sign-in/.test(action)) continue;
    const fields = controls.flatMap((control) => {
      const [name = '', value = '', type = control.tagName] = ['name', 'value', 'type'].map((one) =>
        attributeOf(control, one),
      );
      if (name === '_csrf' || type === 'checkbox' || type === 'file' || control.tagName === 'button') return [];
      return [[name, type === 'hidden' || type === 'radio' ? value : payload]];
    });
    const buttons: [string, string][] = controls
      .filter(({ tagName }) => tagName === 'button')
      .map((one) => [attributeOf(one, 'name') ?? '', attributeOf(one, 'value') ?? '']);
    for (const button of [undefined, ...buttons]) {
      sent += 1;
      const answer = await owner.send(action || path, Object.fromEntries(button ? [...fields, button] : fields));
      keep(`post ${action}`, await harmless(answer, `post ${action} from ${path}`));
    }
  }
  expect(sent).toBeGreaterThan(40);
  // Checks that it was shown everywhere: letter, signatures, names of members, keys, words of disputes, lines of lists.
  const places = new Set(seenAt);
  for (const place of [
    '',
    '/figures',
    '/signatures',
    '/review',
    '/disputes',
    '/text',
    '/settings',
    '/bulk',
    '/signals',
  ]) {
    expect(places, place).toContain(`/console/letters/${letter}${place}`);
  }
  for (const place of ['/console', '/console/members', '/console/keys']) expect(places, place).toContain(place);
  expect([...places].filter((place) => place.startsWith('post ')).length).toBeGreaterThan(10);
}, 240_000);
