/** The console counts submissions that the previous release held, from the upgrade on. */
import { beforeEach, expect, it } from 'vitest';
import { type SignatureId, signatureId } from '../../shared/ids.ts';
import { changeIf } from '../../shared/platform/store/change.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { countHeld } from '../../shared/signature/lists/held-rows.ts';
import { heldRows } from '../../shared/upgrade/held-rows.ts';
import { upgradeSteps } from '../../shared/upgrade/steps.ts';
import { stepsLeft, takeBack, upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { itemsOf, recordsOf } from '../fixtures/records.ts';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { moderateAs } from '../fixtures/secretariat.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: releasedAt });
  await writeReleased(world.store);
  for (const name of ['pending', 'pending-individual']) await holdAsBefore(releasedLink(name).id);
});

/** As the previous release held a submission: nothing beside the signature says so. */
async function holdAsBefore(id: SignatureId): Promise<void> {
  await changeIf(world.store, {
    Key: signatureKey(id),
    UpdateExpression: 'SET heldBecause = :why, #due = :expiry',
    ConditionExpression: 'attribute_not_exists(confirmedAt)',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':why': 'mailbox-cap', ':expiry': 'expiry' },
  });
}

const upgrading = () => ({ store: world.store, keys: async () => keys, now: new Date(world.clock.now) });
const upgrade = (again = false) => upgradeTable(upgrading(), [heldRows], { again });
const rows = async () =>
  (await itemsOf(world.store)).filter(({ pk }) => String(pk).startsWith('HELD#')).map(({ pk, sk }) => `${pk} ${sk}`);

/** Submissions that are held and not confirmed, by letter and id. */
async function held() {
  const found = (await recordsOf(world.store)).filter((one) => one.heldBecause && !one.confirmedAt);
  expect(found).toHaveLength(2);
  return found;
}

it('adds a row for each, once, also when it is run again', async () => {
  const wanted = (await held()).map(({ letter, id }) => `HELD#${letter} ${id}`).toSorted();
  expect(await rows()).toEqual([]);
  await upgrade();
  expect((await rows()).toSorted()).toEqual(wanted);
  await upgrade(true);
  expect((await rows()).toSorted()).toEqual(wanted);
  for (const { letter } of await held()) {
    const most = wanted.filter((row) => row.startsWith(`HELD#${letter} `)).length;
    expect(await countHeld(world.store, letter, 100, new Date(world.clock.now))).toBe(most);
  }
});

it('removes the row of one that is released or expires, and adds none for it', async () => {
  const [one] = await held();
  if (!one) throw new Error('nothing is held');
  await upgrade();
  await moderateAs(world, { id: signatureId.parse(one.id) }, { do: 'release' });
  expect(await rows()).not.toContain(`HELD#${one.letter} ${one.id}`);
  await upgrade(true);
  expect(await rows()).not.toContain(`HELD#${one.letter} ${one.id}`);
});

it('is a step of the upgrade, and its way back leaves the rows to expire', async () => {
  expect(await stepsLeft(world.store, upgradeSteps)).toContain(heldRows);
  await upgrade();
  expect(await stepsLeft(world.store, upgradeSteps)).not.toContain(heldRows);
  await takeBack(upgrading(), [heldRows], () => {});
  for (const { ttl } of (await itemsOf(world.store)).filter(({ pk }) => String(pk).startsWith('HELD#'))) {
    expect(ttl).toEqual(expect.any(Number));
  }
});
