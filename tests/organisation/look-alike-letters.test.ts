/** Names that look the same in letters of another script: the secretariat is told, but nobody becomes a duplicate. */
import { beforeAll, expect, it } from 'vitest';
import { letterSignals } from '../../functions/secretariat/review/letter-signals.ts';
import { signalsOf } from '../../functions/secretariat/review/signals.ts';
import { letterSlug } from '../../shared/ids.ts';
import { signIn } from '../fixtures/members.ts';
import { mailsTo, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

let number = 0;
async function signAs(name: string) {
  number += 1;
  const email = `signer${number}@mail-${number}.example`;
  const signed = await sign(
    world,
    endorsement(number, { organisation: { name, country: 'KZ' }, signatory: { name: 'Signer', role: 'Chair', email } }),
  );
  expect(mailsTo(world, email).length).toBeGreaterThan(0);
  return recordOf(world, signed);
}

it.each([
  ['Aral Watch', 'Аral Watch', 'one Cyrillic letter'],
  ['Steppe Rights Group', 'Steppe Rіghts Group', 'one in the second word'],
  ['Coca Hope', 'Соса Hope', 'a word of Cyrillic letters alone'],
  ['Мемориал', 'Mемориал', 'one Latin letter'],
  ['Omega Society', 'Οmega Society', 'a Greek letter'],
  ['Illinois Bar', 'lllinois Bar', 'l for I'],
])('%s and %s (%s)', async (name, other, _) => {
  const one = await signAs(name);
  const two = await signAs(other);
  expect([one.duplicateOf, two.duplicateOf]).toEqual([undefined, undefined]);
  const kinds = async (record: typeof one, its: typeof one) =>
    (await signalsOf(world.store, record, { withNames: true }))
      .filter((signal) => signal.other === its.id)
      .map(({ kind }) => kind);
  expect(await kinds(one, two)).toEqual(['look-alike']);
  expect(await kinds(two, one)).toEqual(['look-alike']);
});

it('are listed on the page of signals, in one line', async () => {
  const pairs = async () =>
    (await letterSignals(world.store, letterSlug.parse('clean-air'), { withNames: true })).sameNames.map(
      ({ signatures }) => signatures.map(({ name }) => name).toSorted(),
    );
  const [one, two] = [await signAs('Delta Union'), await signAs('Delta Uniоn')];
  expect(await pairs()).toContainEqual(['Delta Union', 'Delta Uniоn']);
  const page = await (await signIn(world)).page('/console/letters/clean-air/signals');
  for (const { id } of [one, two]) expect(page).toContain(`/signatures/${id}`);
});

it('says nothing about names that only begin alike', async () => {
  const one = await signAs('Tulip Growers North');
  await signAs('Tulip Growers South');
  expect((await signalsOf(world.store, one, { withNames: true })).filter(({ kind }) => kind === 'look-alike')).toEqual(
    [],
  );
});
