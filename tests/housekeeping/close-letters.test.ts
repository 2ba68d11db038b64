import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { en } from '../../shared/text/languages/en.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const opens = '2027-03-01T10:00:00Z';
const closes = '2027-04-01T12:00:00+02:00';
const hour = 3600 * 1000;

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse(opens) - hour });
  await openTestLetter(world.store, { 'goal: 50': `goal: 50\nopens: ${opens}\ncloses: ${closes}` });
});

const keep = (store = world.store) => runTask(housekeepingContextOf(world, store), { task: 'letters' });
const submit = async () => (await world.submit('clean-air', endorsement(1))).status;
/** Everything that people see of the letter, on all pages and in the API. */
async function seen() {
  const letter = await world.json('/v1/letters/clean-air');
  const home = await (await world.app.request('/')).text();
  const says = (text: string) => home.includes(text);
  return { letter, home: says(en['letter.closed']) ? 'closed' : says('Signing starts on') ? 'not-yet' : 'open' };
}

describe('a letter with dates', () => {
  it('opens and closes at the exact moment, everywhere, whether housekeeping ran or not', async () => {
    expect(await seen()).toMatchObject({ letter: { state: 'not-yet' }, home: 'not-yet' });
    expect(await submit()).toBe(409);
    world.clock.now = Date.parse(opens);
    expect(await seen()).toMatchObject({ letter: { state: 'open' }, home: 'open' });
    expect(await submit()).toBe(202);
    world.clock.now = Date.parse(closes) - 1;
    expect(await submit()).toBe(202);
    world.clock.now = Date.parse(closes);
    expect(await seen()).toMatchObject({ letter: { state: 'closed' }, home: 'closed' });
    expect(await submit()).toBe(409);
  });

  it('is not cached beyond that moment', async () => {
    const kept = async (before: number) => {
      world.clock.now = Date.parse(closes) - before;
      const page = await world.app.request('/clean-air');
      return page.headers.get('cache-control');
    };
    expect(await kept(hour)).toContain('stale-while-revalidate');
    expect(await kept(45_000)).toBe('public, max-age=0, s-maxage=30');
    expect(await kept(7_900)).toBe('public, max-age=0, s-maxage=7');
  });

  it('is recorded as closed once, with the moment it closed', async () => {
    await keep();
    expect(await readLetter(world.store, slug)).toMatchObject({ state: 'open', revision: 1 });
    world.clock.now = Date.parse(closes) + hour;
    const closed = await Promise.all([keep(), keep(anotherClient(world.store)), keep(anotherClient(world.store))]);
    expect(closed.map((done) => done['closed'] ?? 0).reduce((sum, one) => sum + one)).toBe(1);
    await keep();
    expect(await readLetter(world.store, slug)).toMatchObject({
      state: 'closed',
      revision: 2,
      closedAt: '2027-04-01T10:00:00.000Z',
    });
  });
});
