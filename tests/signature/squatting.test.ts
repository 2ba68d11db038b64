/** Nobody can squat (issue "the whole life of a signature"): a claim from elsewhere yields to the organisation. */
import { beforeEach, expect, it } from 'vitest';
import { signalsOf } from '../../functions/secretariat/review/signals.ts';
import { mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const real = organisationFrom('harbour.example', 'chair@office.harbour.example');

it.each([
  ['a free-mail mailbox', 'squatter@gmail.com', 'free'],
  ['a disposable mailbox', 'squatter@mailinator.com', 'disposable'],
  ['a foreign mailbox', 'squatter@elsewhere.example', 'other'],
])('%s that was first yields to the real organisation', async (_, squatter, says) => {
  const first = await sign(world, organisationFrom('www.harbour.example', squatter));
  expect(await recordOf(world, first)).toMatchObject({ mailboxDomain: says, verification: 'mailbox' });
  expect(await publicState(world)).toEqual({ listed: ['Signer squatter: mailbox'], total: 1 });
  const told = mailsTo(world, squatter).length;

  const second = await sign(world, real);
  expect(await publicState(world)).toEqual({ listed: ['Signer chair: mailbox-domain'], total: 1 });
  expect(await recordOf(world, second)).toMatchObject({ moderation: 'approved', mailboxDomain: 'organisation' });
  expect(await recordOf(world, first)).toMatchObject({
    moderation: 'held',
    reviewBecause: 'displaced',
    duplicateOf: second.id,
  });
  await world.sendMails();
  expect(mailsTo(world, squatter)).toHaveLength(told + 1);
  for (const { text, html } of mailsTo(world, squatter)) expect(text + html).not.toContain('chair@');
});

it('does not get the place back by signing again', async () => {
  await sign(world, real);
  const again = await sign(world, organisationFrom('harbour.example', 'squatter@gmail.com'));
  expect(await publicState(world)).toEqual({ listed: ['Signer chair: mailbox-domain'], total: 1 });
  expect((await recordOf(world, again)).moderation).toBe('approved');
  expect((await recordOf(world, again)).duplicateOf).toBeDefined();
});

it('proves nothing with the website of the mail provider', async () => {
  const squatter = await sign(world, organisationFrom('gmail.com', 'squatter@gmail.com', 'The provider'));
  expect(await recordOf(world, squatter)).toMatchObject({ mailboxDomain: 'free', verification: 'mailbox' });
});

it('a second one with a very different name is not dropped: the secretariat reviews it, and can split the two', async () => {
  const first = await sign(world, organisationFrom('allotments.example', 'a@allotments.example', 'Garden Friends'));
  const other = await sign(world, organisationFrom('allotments.example', 'b@allotments.example', 'Steel Workers'));
  const same = await sign(world, organisationFrom('allotments.example', 'c@allotments.example', 'Garden Friends e.V.'));
  expect(await recordOf(world, other)).toMatchObject({
    duplicateOf: first.id,
    moderation: 'held',
    reviewBecause: 'other-name',
  });
  expect(await recordOf(world, same)).toMatchObject({ duplicateOf: first.id, moderation: 'approved' });
  expect(await publicTotal(world)).toBe(1);
  await world.sendMails();
  expect(
    (await signalsOf(world.store, await recordOf(world, other), { withNames: true })).map(({ text }) => text),
  ).toContain('An organisation with a different name signed with the same website.');
});
