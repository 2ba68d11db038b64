/**
 * Claims that the previous release stored for hidden signatures: they block nobody after the deployment, upgraded or
 * not.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { claimPlaceOf } from '../../shared/signature/claims/claim-key.ts';
import { hiddenClaims } from '../../shared/upgrade/hidden-claims.ts';
import { takeBack, upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, organisationFrom, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const withheld = { display: 'withheld', consents: { publication: false, updates: false, partner: false } } as const;
const hidden = (email = 'keeper@gmail.com') =>
  sign(world, { ...organisationFrom('harbour.example', email), ...withheld });
const newcomer = (email = 'new@elsewhere.example') => sign(world, organisationFrom('harbour.example', email));
const upgrading = () => ({ store: world.store, keys: async () => keys, now: new Date(world.clock.now) });
/** As the previous release stored it. */
const goBack = () => takeBack(upgrading(), [hiddenClaims], () => {});
const goOn = () => upgradeTable(upgrading(), [hiddenClaims]);
const spaceOf = async (signed: Awaited<ReturnType<typeof sign>>) => claimPlaceOf(await recordOf(world, signed))?.space;
const expectWhole = async () => expect((await verifyItems(scanItems(world.store))).faults).toEqual([]);

it('are in the public place before, and in one of their own afterwards', async () => {
  const [holder, shown] = [await hidden(), await sign(world, organisationFrom('lantern.example', 'a@lantern.example'))];
  await goBack();
  expect([await spaceOf(holder), await spaceOf(shown)]).toEqual(['public', 'public']);
  await expectWhole();
  await goOn();
  expect([await spaceOf(holder), await spaceOf(shown)]).toEqual(['hidden', 'public']);
  await expectWhole();
});

describe.each([
  ['before the upgrade', async () => {}],
  ['after the upgrade', goOn],
])('%s', (_, come) => {
  it.each([
    ['from a mailbox elsewhere', 'new@elsewhere.example'],
    ['with the better proof', 'new@harbour.example'],
  ])('nobody is blocked by them, %s', async (_how, email) => {
    const holder = await hidden();
    await goBack();
    await come();
    const second = await newcomer(email);
    for (const one of [holder, second]) expect((await recordOf(world, one)).duplicateOf).toBeUndefined();
    expect(await publicTotal(world)).toBe(2);
    await expectWhole();
    await goOn();
    expect(await spaceOf(holder)).toBe('hidden');
    expect((await recordOf(world, holder)).provenBy).not.toContain('id:');
    await expectWhole();
  });

  it.each([0, 1])('the same mailbox is still counted once, whichever it confirms first (%i)', async (first) => {
    const body = organisationFrom('harbour.example', 'keeper@gmail.com');
    for (const one of [body, { ...body, ...withheld }]) await world.submit('clean-air', one);
    await world.sendMails();
    const tokens = world.mails.map(tokenIn);
    await world.confirm(tokens[first] ?? '');
    await goBack();
    await come();
    await world.confirm(tokens[1 - first] ?? '');
    expect(await publicTotal(world)).toBe(1);
    await expectWhole();
  });

  it('signatures that the secretariat merged stay merged', async () => {
    const [one, two] = [await hidden(), await hidden('other@elsewhere.example')];
    await moderated(world, two, { do: 'merge', into: one.id });
    await goBack();
    await goOn();
    await ask(world, two, { action: 'take-place' });
    expect(await publicTotal(world)).toBe(1);
    await expectWhole();
  });
});

it('keep, on the way back, those that nobody can get any more, and the count', async () => {
  await hidden();
  await hidden('other@elsewhere.example');
  await newcomer();
  await goBack();
  expect(await publicTotal(world)).toBe(3);
  await goOn();
  expect(await publicTotal(world)).toBe(3);
  await expectWhole();
});
