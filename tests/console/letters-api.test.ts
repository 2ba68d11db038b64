/** Letters and partners by API key, with the same features as the pages. */
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { makeApiKey } from '../../functions/secretariat/members/api-key.ts';
import { permissions } from '../../shared/member/role.ts';
import { addTestMember, grantsOf } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, type World } from '../fixtures/world.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
const letters = '/v1/admin/letters';
let world: World;
let shown: string;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  const { id: madeBy } = await addTestMember(world, 'machines@secretariat.example', grantsOf('owner'));
  const wanted = { name: 'test', scopes: [...permissions], letter: '*' as const, madeBy };
  const made = await makeApiKey(
    world.store,
    { ...wanted, expiresAt: '2027-01-01T00:00:00.000Z' },
    (subject) => ({ by: { kind: 'member', id: madeBy }, did: 'key.made', scope: '*', subject }),
    new Date(clock.now),
  );
  shown = made.shown;
});

const body = z.looseObject({ revision: z.int().optional(), link: z.string().optional() });
async function call(method: string, path: string, sent?: unknown) {
  const answer = await world.secretariat.app.request(path, {
    method,
    headers: { authorization: `Bearer ${shown}`, ...(sent ? { 'content-type': 'application/json' } : {}) },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  return { status: answer.status, body: answer.status === 204 ? {} : body.parse(await answer.json()) };
}
const { slug, text, settings } = letterFile();

it('creates, opens, changes and copies a letter', async () => {
  expect(await call('POST', letters, { slug, text: { ...text, author: 'me' } })).toMatchObject({ status: 422 });
  const made = await call('POST', letters, { slug, text, settings });
  expect(made).toMatchObject({ status: 201, body: { slug, state: 'draft', texts: [{ title: text.title }] } });
  expect(await call('POST', letters, { slug, text })).toMatchObject({ status: 422 });
  expect(await call('POST', `${letters}/${slug}/state`, { state: 'open' })).toMatchObject({ body: { state: 'open' } });
  const { revision } = (await call('GET', `${letters}/${slug}`)).body;
  const change = { revision, text: { ...text, body: 'Let all ferries use power from the shore.' } };
  const dry = await call('PUT', `${letters}/${slug}`, { ...change, dryRun: true });
  expect(dry.body).toMatchObject({
    outcome: 'new-version',
    signers: { total: 0 },
    differences: [{ language: 'en', field: 'body' }],
  });
  expect((await call('GET', `${letters}/${slug}`)).body).toMatchObject({ revision, versions: [{}] });
  const saved = await call('PUT', `${letters}/${slug}`, { ...change, correction: 'all, not some' });
  expect(saved.body).toMatchObject({ outcome: 'corrected' });
  expect(await call('PUT', `${letters}/${slug}`, change)).toMatchObject({ status: 409 });
  expect(await call('POST', `${letters}/${slug}/copies`, { slug: 'a-copy' })).toMatchObject({
    status: 201,
    body: { slug: 'a-copy', state: 'draft' },
  });
  expect((await call('GET', letters)).body).toMatchObject({ items: [{ slug: 'a-copy' }, { slug, state: 'open' }] });
  expect(await call('POST', `${letters}/${slug}/state`, { state: 'delivered' })).toMatchObject({ status: 422 });
  expect(await call('GET', `${letters}/no-letter`)).toMatchObject({ status: 404 });
});

it('removes a translation, but never the original', async () => {
  const translation = { ...text, language: 'fr', title: 'De l’air' };
  await call('POST', letters, { slug: 'translated', text, translations: [translation] });
  const one = `${letters}/translated`;
  expect(await call('DELETE', `${one}/translations/en`)).toMatchObject({ status: 409 });
  expect(await call('DELETE', `${one}/translations/fr`)).toMatchObject({ status: 204 });
  expect(await call('DELETE', `${one}/translations/fr`)).toMatchObject({ status: 404 });
  // The history of a draft, which nobody has read, is not kept.
  expect((await call('GET', one)).body).toMatchObject({ texts: [{ language: 'en' }], removed: [] });
});

it('replaces strings of pages and mails', async () => {
  await call('POST', letters, { slug: 'worded', text });
  const words = `${letters}/worded/words/en`;
  expect((await call('GET', words)).body).toMatchObject({ strings: {}, ours: { 'letter.sign': expect.any(String) } });
  const strings = { 'letter.sign': 'For the air' };
  expect(await call('PUT', words, { strings })).toMatchObject({ status: 200, body: { strings, revision: 2 } });
  expect(await call('PUT', words, { strings: {}, revision: 1 })).toMatchObject({ status: 409 });
  expect(await call('PUT', words, { strings: { 'link.title': 'Mine' } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/strings/link.title' }] },
  });
  expect(await call('GET', `${letters}/worded/words/fr`)).toMatchObject({ status: 404 });
});

it('accepts a letter of the maximum length', async () => {
  const long = { slug: 'long-one', text: { ...text, body: 'word '.repeat(19_000) } };
  expect(await call('POST', letters, long)).toMatchObject({ status: 201 });
});

it('manages partners and their links', async () => {
  const partners = `${letters}/${slug}/partners`;
  const origins = ['https://radio.example'];
  expect(await call('POST', partners, { id: 'radio', name: 'Radio', origins })).toMatchObject({
    status: 201,
    body: { partner: { id: 'radio', origins }, figures: { mailed: 0, counted: null } },
  });
  expect(await call('PUT', `${partners}/radio`, { name: 'Radio Two', origins: [] })).toMatchObject({
    body: { partner: { name: 'Radio Two', origins: [] } },
  });
  expect((await call('GET', partners)).body).toMatchObject({ items: [{ name: 'Radio Two' }] });
  const { link = '' } = (await call('POST', `${partners}/radio/link`)).body;
  expect((await world.secretariat.app.request(new URL(link).pathname)).status).toBe(200);
  expect(await call('DELETE', `${partners}/radio/link`)).toMatchObject({ status: 204 });
  expect((await world.secretariat.app.request(new URL(link).pathname)).status).toBe(404);
  expect(await call('DELETE', `${partners}/radio`)).toMatchObject({ status: 204 });
  expect(await call('GET', `${partners}/radio`)).toMatchObject({ status: 404 });
});

it('publishes a new version only when each translation was sent along or chosen for', async () => {
  const path = `${letters}/ferries`;
  const german = { ...text, language: 'de', title: 'Saubere Luft', body: 'Landstrom, bitte.' };
  const french = { ...text, language: 'fr', title: 'Un air pur', body: 'Du courant, merci.' };
  await call('POST', letters, { slug: 'ferries', text, settings, translations: [german, french] });
  await call('POST', `${path}/state`, { state: 'open' });
  const { revision } = (await call('GET', path)).body;
  const change = { revision, text: { ...text, body: 'Let all ferries use power from the shore.' } };
  const refused = await call('PUT', path, { ...change, stillFit: ['de'] });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('fr')]);
  const together = { ...change, translations: [{ ...german, body: 'Landstrom für alle.' }] };
  expect(await call('PUT', path, { ...together, unchangedTranslations: { fr: 'maybe' } })).toMatchObject({
    status: 422,
  });
  const saved = await call('PUT', path, { ...together, unchangedTranslations: { fr: 'keep-older' } });
  expect(saved.body).toMatchObject({ outcome: 'new-version' });
  const { versions } = z
    .object({ versions: z.array(z.looseObject({ id: z.string(), texts: z.record(z.string(), z.string()) })) })
    .parse((await call('GET', path)).body);
  expect(Object.keys(versions[1]?.texts ?? {}).toSorted()).toEqual(['de', 'en']);
  expect(versions[1]).toMatchObject({ older: { fr: versions[0]?.id } });
});
