import { beforeAll, expect, it } from 'vitest';
import { letterSlug, partnerId } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { addPartner, type PartnerParts, removePartner } from '../../shared/partner/register.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const radio = 'https://valley-radio.example';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

/** @returns the output of `npm run partner -- …`, or the sentence with which it refuses */
const partner = (...args: string[]) => sayingOf('partner', args, environmentOf(world.store));

const source = { page: `${radio}/letter?member=7`, utm: { source: 'newsletter', term: 'reader-7' } };

it('adds a partner, shows its numbers and nobody’s name, and removes it', async () => {
  const named = ['--name', 'Valley Radio', '--origin', radio, '--origin', `${radio}/`, '--letter', 'clean-air'];
  expect(await partner('add', 'valley-radio', ...named)).toMatch(
    /origins +https:\/\/valley-radio\.example\nform +https:\/\/sign\.example\.org\/clean-air\/form\?partner=valley-radio\nThis takes effect within a minute/,
  );

  await sign(world, endorsement(1, { partner: 'valley-radio', source }));
  await world.submit('clean-air', endorsement(2, { partner: 'valley-radio', source }));
  await world.submit('clean-air', endorsement(3, { partner: 'valley-radio', homepage: 'https://spam.example' }));
  await world.submit('clean-air', endorsement(4));
  await world.sendMails();
  // Another run of the queue or the sweep counts nobody twice.
  await world.sendMails();
  await runTask(housekeepingContextOf(world, world.store), { task: 'snapshots' });

  const [shown, listed, refused] = await Promise.all([
    partner('show', 'valley-radio'),
    partner('list'),
    partner('show', 'No Id'),
  ]);
  expect(shown).toMatch(/submitted +clean-air: 3, of them 1 held without a mail/);
  expect(shown).toMatch(/counted +clean-air: 1, as of /);
  expect(shown).toMatch(/by page +https:\/\/valley-radio\.example\/letter 2/);
  expect(shown).toMatch(/by campaign +newsletter 2/);
  expect(shown).not.toMatch(/member|reader-7|Organisation|@/);
  expect(listed).toBe('valley-radio  Valley Radio  (clean-air)\n');
  expect(refused).toMatch(/^refused: "No Id" cannot be the id/);
  expect(await partner('remove', 'valley-radio')).toMatch(/^Partner removed/);
});

it('sets the page after signing, and takes it back', async () => {
  const named = ['--name', 'River Radio', '--origin', 'https://river-radio.example', '--letter', 'clean-air'];
  await partner('add', 'river-radio', ...named);
  const page = 'https://river-radio.example/thanks';
  expect(await partner('next', 'river-radio', '--address', page)).toMatch(
    /next +https:\/\/river-radio\.example\/thanks\n/,
  );
  const next = async () => {
    const letter = await readLetter(world.store, letterSlug.parse('clean-air'));
    return letter?.partners.find((one) => one.id === 'river-radio')?.next;
  };
  expect(await next()).toEqual({ address: page, redirect: false });
  await partner('next', 'river-radio', '--address', page, '--redirect');
  expect(await next()).toEqual({ address: page, redirect: true });
  expect(await partner('next', 'river-radio', '--address', 'https://elsewhere.example/')).toMatch(
    /^refused: Page after/,
  );
  expect(await partner('next', 'river-radio', '--address', 'not a page')).toMatch(/^refused: enter the address/);
  expect(await partner('next', 'river-radio')).toMatch(/^refused: Usage/);
  expect(await partner('next', 'nobody-here', '--none')).toMatch(/^refused: There is no partner/);
  expect(await next()).toEqual({ address: page, redirect: true });
  expect(await partner('next', 'river-radio', '--none')).not.toContain('next');
  expect(await next()).toBeUndefined();
  await partner('remove', 'river-radio');
});

const id = partnerId.parse('choir');
const choir = 'https://choir.example';
const nothing = { origins: [], letters: [] };
const add = (parts: Partial<PartnerParts>) =>
  addPartner(world.store, id, { ...nothing, ...parts }, new Date(world.clock.now));
const remove = (one: typeof id, parts: Omit<PartnerParts, 'name'>) =>
  removePartner(world.store, one, parts, new Date(world.clock.now));

it('adds to the existing sites, and removes those that are named', async () => {
  const letters = [letterSlug.parse('clean-air')];
  await add({ name: 'Choir', origins: [choir], letters });
  expect(await add({ origins: ['https://www.choir.example'] })).toMatchObject({
    partner: { name: 'Choir', origins: [choir, 'https://www.choir.example'], letters },
  });
  const origins = [`${choir}/`];
  expect(await remove(id, { origins, letters: [] })).toMatchObject({
    partner: { origins: ['https://www.choir.example'], letters },
  });
  expect(await remove(id, nothing)).toEqual({ ok: true, partner: undefined });
  expect(await remove(id, nothing)).toMatchObject({ ok: false });
});

it('adds three partners to one letter at the same moment', async () => {
  const ids = ['choir', 'mill', 'shore'].map((name) => partnerId.parse(name));
  const letter = letterSlug.parse('clean-air');
  const parts = { name: 'At once', origins: [choir], letters: [letter] };
  const added = await Promise.all(ids.map((one) => addPartner(world.store, one, parts, new Date())));
  expect(added.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await readLetter(world.store, letter))?.partners.map((one) => one.id).toSorted()).toEqual(ids);
  for (const one of ids) await remove(one, nothing);
});

it.each([
  ['without a name', { origins: [choir] }, /^There is no partner "choir" yet: give it a name/],
  [
    'with an origin that is none',
    { name: 'Choir', origins: ['http://choir.example'] },
    /^enter the address of a website/,
  ],
  ['for no letter', { name: 'Choir', letters: [letterSlug.parse('no-letter')] }, /^There is no letter "no-letter"/],
])('adds none %s, and says why', async (_, parts, why) => {
  expect(await add(parts)).toEqual({ ok: false, why: expect.stringMatching(why) });
});
