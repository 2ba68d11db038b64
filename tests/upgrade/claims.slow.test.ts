/**
 * Claims of the previous release under the current keys: nobody becomes a duplicate or is counted twice by the upgrade.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { letterSignals } from '../../functions/secretariat/review/letter-signals.ts';
import { signalsOf } from '../../functions/secretariat/review/signals.ts';
import { letterSlug } from '../../shared/ids.ts';
import { upgradeSteps } from '../../shared/upgrade/steps.ts';
import { type UpgradeStep, upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, recordOf } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: releasedAt });
  await writeReleased(world.store);
});

const upgrade = (steps: readonly UpgradeStep[] = upgradeSteps, store = world.store) =>
  upgradeTable({ store, keys: async () => keys, now: new Date(world.clock.now) }, steps);
const count = async () =>
  z
    .object({ organisations: z.number(), individuals: z.number(), offline: z.number() })
    .parse(await world.json('/v1/letters/clean-air/count'));
const faults = async () => (await verifyItems(scanItems(world.store))).faults;
const record = (name: string) => recordOf(world, releasedLink(name));
const confirm = async (name: string) => {
  expect((await world.confirm(releasedLink(name).confirm ?? '')).status).toBe(200);
  return record(name);
};
/** Signs and confirms a name without a website. @returns the record */
async function signAs(name: string, email: string, country = 'PL') {
  const body = endorsement(1, { organisation: { name, country }, signatory: { name: 'Signer', role: 'Chair', email } });
  world.clock.now += 3_600_000;
  expect((await world.submit('clean-air', body)).status).toBe(202);
  await world.sendMails();
  const mail = mailsTo(world, email).findLast(({ text }) => text.includes('/confirm/'));
  if (!mail) throw new Error('no mail to confirm came');
  expect((await world.confirm(tokenIn(mail))).status).toBe(200);
  const found = (await recordsOf(world.store)).find((one) => one.email === email && one.confirmedAt);
  if (!found) throw new Error('it was not kept');
  return found;
}

const pairs = [
  ['lodz-with-stroke', 'lodz-without'],
  ['oyvind-with-stroke', 'oyvind-without'],
  ['invisible-none', 'invisible-space'],
] as const;

it('leaves everybody counted, and tells the secretariat of two whose names are now the same', async () => {
  const before = await count();
  const states = new Map(
    (await recordsOf(world.store)).map(({ id, duplicateOf, moderation }) => [id, { duplicateOf, moderation }]),
  );
  await upgrade();
  expect(await count()).toEqual(before);
  expect(await faults()).toEqual([]);
  for (const { id, duplicateOf, moderation } of await recordsOf(world.store))
    expect({ duplicateOf, moderation }).toEqual(states.get(id));
  for (const names of pairs) {
    const signals = await Promise.all(
      names.map(async (name) => signalsOf(world.store, await record(name), { withNames: true })),
    );
    expect(signals.flat().map(({ kind }) => kind)).toContain('same-name');
  }
  // A later one is a duplicate, in any spelling of the name.
  const late = await signAs('Łodz guild', 'late@mail.example');
  expect(late.duplicateOf).toBeDefined();
  expect(await confirm('lukasz-pending')).toMatchObject({ duplicateOf: releasedLink('lukasz-with-stroke').id });
  expect(await count()).toEqual(before);
});

it('finds the claims of the previous release until they are moved', async () => {
  const before = await count();
  expect((await signAs('ŁÓDŹ GUILD', 'one@mail.example')).duplicateOf).toBeDefined();
  expect((await confirm('lodz-pending')).duplicateOf).toBe(releasedLink('lodz-without').id);
  expect((await signAs('Verein Straße', 'two@mail.example', 'DE')).duplicateOf).toBe(releasedLink('strasse').id);
  expect((await signAs('ÆSIR ĐORĐE Society', 'three@mail.example', 'NO')).duplicateOf).toBe(releasedLink('aesir').id);
  expect(await count()).toEqual(before);
  // A mailbox that has already signed is told so, and not asked again.
  const again = endorsement(1, {
    kind: 'individual',
    organisation: undefined,
    attestation: undefined,
    signatory: { name: 'ŁUKASZ NOWAK', email: 'lukasz@nowak.example' },
  });
  world.clock.now += 3_600_000;
  await world.submit('clean-air', again);
  await world.sendMails();
  expect(mailsTo(world, 'lukasz@nowak.example').at(-1)?.text).not.toContain('/confirm/');
  expect(await faults()).toEqual([]);
  await upgrade();
  expect(await count()).toEqual(before);
  expect(await faults()).toEqual([]);
});

it('counts both of two that only match by the new folding, in any order', async () => {
  const before = await count();
  // The previous release would have counted it, too.
  expect((await confirm('lukasz-pending')).duplicateOf).toBeUndefined();
  expect((await count()).individuals).toBe(before.individuals + 1);
  await upgrade();
  expect((await count()).individuals).toBe(before.individuals + 1);
  const signals = await Promise.all(
    ['lukasz-pending', 'lukasz-with-stroke'].map(async (name) =>
      signalsOf(world.store, await record(name), { withNames: true }),
    ),
  );
  expect(signals.flat().map(({ kind }) => kind)).toContain('same-name');
  // The page of signals lists them by name, and merging one removes the pair.
  const [one, two] = [releasedLink('lukasz-with-stroke').id, releasedLink('lukasz-pending').id];
  const pairs = async (withNames = true) =>
    (await letterSignals(world.store, letterSlug.parse('clean-air'), { withNames })).sameNames;
  const listed = (await pairs()).map(({ signatures }) => signatures.map(({ id }) => id).toSorted());
  expect(listed).toContainEqual([one, two].toSorted());
  const browser = await signIn(world);
  const said = await browser.page('/console/letters/clean-air/signals');
  for (const id of [one, two]) expect(said).toContain(`/signatures/${id}`);
  expect(said).toContain('Lukasz Nowak');
  const beside = z
    .string()
    .parse((await pairs()).find(({ signatures }) => signatures.some(({ id }) => id === one))?.signatures[1]?.id);
  const other = beside === one ? two : one;
  expect(await browser.page(`/console/letters/clean-air/signatures/${beside}`)).toContain(`value="${other}"`);
  await moderated(world, { id: beside === one ? one : two }, { do: 'merge', into: other });
  expect((await pairs()).flatMap(({ signatures }) => signatures.map(({ id }) => id))).not.toContain(beside);
  expect(await faults()).toEqual([]);
});

it('confirms names that were too long for a key', async () => {
  for (const name of ['ligatures-pending', 'hangul-pending']) expect((await confirm(name)).moderation).toBe('approved');
  await upgrade();
  expect(await faults()).toEqual([]);
});

describe.each([
  ['before the upgrade', async () => {}],
  ['after it', () => upgrade()],
])('%s', (_, first) => {
  it('a correction of the role alone keeps proof, place and count', async () => {
    await first();
    const before = await count();
    for (const name of ['lodz-with-stroke', 'lodz-without', 'aesir', 'chapter-without-site']) {
      const { organisationName = '', country, signatoryName, ...was } = await record(name);
      const answer = await ask(
        world,
        { token: releasedLink(name).manage ?? '' },
        {
          action: 'correct',
          kind: 'organisation',
          organisation: { name: organisationName, country },
          signatory: { name: signatoryName, role: 'Treasurer' },
          attestation: true,
        },
      );
      expect(answer.status).toBe(200);
      const { moderation, verification, duplicateOf, evidence } = was;
      const now = await record(name);
      // The new role of a signer whom the secretariat accepted awaits review.
      expect(now.proposal?.correction?.signatoryRole ?? now.signatoryRole).toBe('Treasurer');
      expect(now).toMatchObject({ moderation, verification, evidence });
      expect((await record(name)).duplicateOf).toBe(duplicateOf);
    }
    expect(await count()).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  it('a signer who withdraws leaves the place to the next', async () => {
    await first();
    await ask(world, { token: releasedLink('aesir').manage ?? '' }, { action: 'withdraw' });
    const next = await signAs('Aesir Dorde Society', 'next@mail.example', 'NO');
    expect(next.duplicateOf).toBeUndefined();
    expect(await faults()).toEqual([]);
  });
});

it('gives the same result when interrupted, repeated, and run twice at once while people sign', async () => {
  const before = await count();
  let visited = 0;
  const interrupted = upgradeSteps.map((step) => ({
    ...step,
    visit: async (...about: Parameters<typeof step.visit>) => {
      visited += 1;
      if (visited > 25) throw new Error('interrupted');
      return step.visit(...about);
    },
  }));
  await expect(upgrade(interrupted)).rejects.toThrow('interrupted');
  expect(await faults()).toEqual([]);
  const newcomer = world.submit('clean-air', organisationFrom('new.example', 'new@mail.example', 'Nowa Łódź'));
  await Promise.all([upgrade(), upgrade(upgradeSteps, anotherClient(world.store)), confirm('pending'), newcomer]);
  await upgrade();
  expect(await faults()).toEqual([]);
  expect(await count()).toEqual({ ...before, organisations: before.organisations + 1 });
});
