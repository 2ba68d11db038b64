import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { itemsOf } from '../fixtures/records.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const day = 24 * 3600 * 1000;
const comment = 'A word in confidence';
let world: World;

const keep = (store = world.store) => runTask(housekeepingContextOf(world, store), { task: 'retention' });
const everything = async () => JSON.stringify(await itemsOf(world.store));
const close = () => setState(world.store, slug, 'closed', new Date(world.clock.now));

beforeEach(async () => {
  world = makeWorld(await freshStore());
});

describe('a letter that keeps data for 40 days', () => {
  it('erases unpublished data, and leaves list and count unchanged', async () => {
    await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nkeepDays: 40' });
    const one = await sign(world, endorsement(1, { comment, source: { page: 'https://host.example/a' } }));
    await sign(world, endorsement(2, { display: 'withheld' }));
    const before = await world.json('/v1/letters/clean-air/signatures');
    await close();
    world.clock.now += 39 * day;
    expect(await keep()).toEqual({ erased: 0 });
    expect(await everything()).toContain(comment);
    world.clock.now += 2 * day;
    await Promise.all([keep(), keep(anotherClient(world.store))]);
    const kept = await everything();
    expect(kept).not.toMatch(
      /A word in confidence|host\.example|person\d@|Person 2|person 2|Organisation 2|"manageTokens":\[\{/,
    );
    expect(kept).toContain('Person 1');
    expect(await world.json('/v1/letters/clean-air/signatures')).toEqual(before);
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 2 });
    expect(await runTask(housekeepingContextOf(world), { task: 'reconcile' })).toEqual({ drift: 0 });
    // No mail can be sent any more, and no link works.
    expect(await (await ask(world, one, { action: 'withdraw' })).json()).not.toMatchObject({ state: 'withdrawn' });
    await world.sendMails();
    expect(await keep()).toEqual({ erased: 0 });
  });

  it('forgets signatures that still await review', async () => {
    await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nkeepDays: 40\npublishedFrom: mailbox-domain' });
    const free = { signatory: { name: 'Held Person', role: 'Chair', email: 'held.person@gmail.com' } };
    await sign(world, endorsement(1, free));
    await close();
    world.clock.now += 41 * day;
    await keep();
    expect(await everything()).not.toMatch(/Held Person|held\.person/);
  });

  it('forgets duplicates, displaced and rejected ones', async () => {
    await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nkeepDays: 40' });
    const from = (name: string, email: string, number: number) =>
      endorsement(number, { signatory: { name, role: 'Chair', email } });
    await sign(world, from('First Person', 'first@gmail.com', 1));
    await sign(world, from('Second Person', 'second@gmail.com', 1));
    await sign(world, from('True Person', 'true@org-1.example', 1));
    const rejected = await sign(world, from('Unwanted Person', 'unwanted@org-2.example', 2));
    await moderated(world, rejected, { do: 'reject', why: 'Nobody knows it.' });
    await close();
    world.clock.now += 41 * day;
    await keep();
    const kept = await everything();
    expect(kept).not.toMatch(/First Person|Second Person|Unwanted Person|first@|second@|unwanted@|Nobody knows it/);
    expect(kept).toContain('True Person');
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
    expect(await runTask(housekeepingContextOf(world), { task: 'reconcile' })).toEqual({ drift: 0 });
  });
});

describe('a letter without a retention period', () => {
  it('keeps its data', async () => {
    await openTestLetter(world.store);
    await sign(world, endorsement(1, { comment }));
    await close();
    world.clock.now += 4000 * day;
    expect(await keep()).toEqual({ erased: 0 });
    expect(await everything()).toContain(comment);
  });
});
