import { beforeEach, describe, expect, it } from 'vitest';
import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { recordsOf } from '../fixtures/records.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
let first: Letter;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  first = await openTestLetter(world.store);
});

/** Imports the letter with other words. */
async function reword(words: string, correction?: string): Promise<Letter> {
  const file = letterFile({ 'Please let the ferries use power from the shore.': words });
  const plan = await importLetter(world.store, file, [], { now: new Date(world.clock.now), open: false, correction });
  if (plan.outcome === 'refused') throw new Error(plan.why);
  world.clock.now += 3_000;
  return plan.letter;
}

const askAll = (store = world.store) => runTask(housekeepingContextOf(world, store), { task: 'letters' });
const asked = () =>
  world.mails.filter(({ subject }) => subject.startsWith('The letter has changed')).map(({ to }) => to);

describe('a new version', () => {
  it('is sent to each signer once, withheld ones too, and to nobody who saw it', async () => {
    const bodies = [
      endorsement(1),
      endorsement(2, { display: 'withheld' }),
      endorsement(3, { kind: 'individual', organisation: undefined, attestation: undefined }),
    ];
    const old: string[] = [];
    for (const body of bodies) old.push((await sign(world, body)).email);
    await reword('Please let all ferries use power from the shore.');
    await sign(world, endorsement(4));
    await Promise.all([askAll(), askAll(anotherClient(world.store)), askAll(anotherClient(world.store))]);
    await world.sendMails();
    expect(asked().toSorted()).toEqual(old.toSorted());
    for (let day = 0; day < 4; day += 1) {
      world.clock.now += 24 * 3600 * 1000;
      await askAll();
      await world.sendMails();
    }
    expect(asked()).toHaveLength(3);
  });

  it('is also sent to those who later confirm an older version or become counted', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const [mail] = world.mails;
    await reword('Please let all ferries use power from the shore.');
    await askAll();
    world.clock.now += 6 * 3600 * 1000;
    await askAll();
    await world.confirm(tokenIn(mail ?? expect.fail('no mail')));
    await askAll();
    await world.sendMails();
    await world.sendMails();
    expect(asked()).toHaveLength(1);
    expect(await recordsOf(world.store)).toMatchObject([{ letterVersion: first.versions[0].id }]);
  });

  it('is followed by another question for the next version, but not for a spelling correction', async () => {
    await sign(world, endorsement(1));
    await reword('Please let the ferries use power from the shoree.', 'none');
    await askAll();
    await world.sendMails();
    expect(asked()).toHaveLength(0);
    await reword('Please let all ferries use power from the shore.');
    await askAll();
    await world.sendMails();
    await reword('Please let every ferry use power from the shore.');
    await askAll();
    await world.sendMails();
    expect(asked()).toHaveLength(2);
  });

  it('needs no question when the signer agreed before the mail, or has withdrawn', async () => {
    const [faster, gone] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))];
    const { versions } = await reword('Please let all ferries use power from the shore.');
    await askAll();
    await ask(world, faster, { action: 'carry-over', letterVersion: versions.at(-1)?.id });
    await ask(world, gone, { action: 'withdraw' });
    await world.sendMails();
    await askAll();
    await world.sendMails();
    expect(asked()).toEqual([]);
  });

  it('is processed page by page over several runs', async () => {
    for (let number = 0; number < 5; number += 1) await sign(world, endorsement(number));
    const letter = await reword('Please let all ferries use power from the shore.');
    let pages = 0;
    for (let run = 0; run < 6; run += 1) {
      pages = 0;
      await runTask({ ...housekeepingContextOf(world), hasTime: () => pages++ < 2 }, { task: 'letters' });
    }
    const records = await recordsOf(world.store);
    expect(records.map(({ carryAsked }) => carryAsked)).toEqual(Array(5).fill(currentVersion(letter).id));
  });
});

describe('a signature submitted during a change', () => {
  it('keeps the version that the signer saw, and shows so', async () => {
    const seen = first.versions[0].id;
    await reword('Please let all ferries use power from the shore.');
    await sign(world, endorsement(1, { letterVersion: seen }));
    expect(await world.json('/v1/letters/clean-air/signatures')).toMatchObject({ items: [{ letterVersion: seen }] });
    const page = await (await world.app.request('/clean-air')).text();
    expect(page).toContain('signed an earlier version of the text');
    expect(page).toContain(`href="/clean-air/changes?version=${seen}"`);
    expect(await (await world.app.request(`/clean-air/changes?version=${seen}`)).text()).toContain('let the ferries');
  });
});
