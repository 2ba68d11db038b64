/** Keys by purpose, the strings that most letters change first, and figures that explain themselves. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { firstWords } from '../../functions/secretariat/letters/first-words.ts';
import { listApiKeys } from '../../functions/secretariat/members/api-key.ts';
import { permissions } from '../../shared/member/role.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let office: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
});
beforeEach(async () => {
  world.clock.now += 24 * 3600 * 1000;
  office = await signIn(world);
});

it.each([
  ['read-list', ['letter.read', 'figures.read', 'signature.read']],
  ['import', ['letter.read', 'signature.read', 'signature.import']],
  ['everything', permissions],
  ['chosen', ['audit.read']],
])('makes a key for "%s"', async (bundle, scopes) => {
  const fields = { name: `Key ${bundle}`, letter: '*', bundle, scopes: ['audit.read'], days: '30' };
  expect(await (await office.send('/console/keys', fields)).text()).toContain('Copy the key now');
  const made = (await listApiKeys(world.store)).find(({ name }) => name === `Key ${bundle}`);
  expect(made?.scopes.toSorted()).toEqual(scopes.toSorted());
});

it('names the part of a letter once in the menu for narrow screens', async () => {
  const summary = async (path: string) => {
    const [, words] = /<details class="menu card"><summary>([^<]*)</.exec(await office.page(path)) ?? [];
    return words;
  };
  expect(await summary('/console/letters/clean-air/settings')).toBe('Settings');
  expect(await summary('/console/letters/clean-air/review')).toBe('Signatures: Review');
});

it('asks for single rights when nothing fits', async () => {
  const fields = { name: 'Key', letter: '*', bundle: 'chosen', days: '30' };
  expect((await office.send('/console/keys', fields)).status).toBe(422);
});

it('shows the ten strings that most letters change first, each with its place, and marks what is changed', async () => {
  expect(firstWords).toHaveLength(10);
  const at = '/console/letters/clean-air/words/en';
  const before = await office.page(at);
  for (const { key, where } of firstWords) {
    expect(before.split(`name="${key}"`)).toHaveLength(2);
    expect(before).toContain(where);
  }
  expect(before).not.toContain('>changed<');
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(before) ?? [];
  expect((await office.send(at, { revision, 'letter.sign': 'Sign here' })).status).toBe(303);
  expect(await office.page(at)).toMatch(/>changed<\/span><div class="field"><label for="letter-sign">/);
});

it('names each group of strings in words, not by the first part of their keys', async () => {
  const page = await office.page('/console/letters/clean-air/words/en');
  const titles = [...page.matchAll(/<summary>([^<]+)<\/summary>/g)].map(([, title]) => title);
  expect(titles.length).toBeGreaterThan(20);
  expect(titles.filter((title) => !/^\p{Lu}/u.test(title ?? ''))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

it('has one line under each figure, and the press line to copy', async () => {
  await office.send('/console/letters/clean-air/figures');
  const page = await office.page('/console/letters/clean-air/figures');
  expect(page).toMatch(/<p id="press-en" lang="en" dir="ltr" data-copy="">/);
  expect(page).toContain('<p class="soft">Days are in UTC. As of');
  expect(page).toContain('<summary>How this is counted<span class="away">: ');
});
