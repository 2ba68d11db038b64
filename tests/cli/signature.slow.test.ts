import { beforeAll, expect, it } from 'vitest';
import { environmentOf, sayingOf, secretsWith } from '../fixtures/command-line.ts';
import { organisationFrom, publicState, publicTotal, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

const secrets = await secretsWith(masterKey);
let world: World;
let id: string;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: vouched' });
  ({ id } = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example')));
});

/** @returns the output of `npm run signature -- …`, or the sentence with which it refuses */
const signature = (...args: string[]) => sayingOf('signature', args, environmentOf(world.store, secrets.endpoint));

it('lists, shows, decides, and hides the mailbox unless asked for it', async () => {
  expect(await signature('review', 'clean-air')).toMatch(
    new RegExp(`^${id}  [0-9a-f]{32}  [-\\d]{10}  level +mailbox-domain +organisation +Harbour Friends \\(KZ\\)\n$`),
  );
  const shown = await signature('show', id);
  const seen = /version +(\S+)/.exec(shown)?.[1] ?? '';
  expect(shown).toContain('Harbour Friends');
  expect(shown).not.toContain('@');
  expect(await signature('show', id, '--mailbox')).toContain('chair@harbour.example');

  expect(await signature('vouch', id, '--seen', seen, '--note', 'Called them.')).toBe('Harbour Friends: counted\n');
  expect(await publicState(world)).toEqual({ listed: ['Signer chair: vouched'], total: 1 });
  expect(await signature('review', 'clean-air')).toBe('Nothing awaits review.\n');
  expect(await signature('reject', id, '--seen', seen, '--why', 'A joke.')).toBe('Harbour Friends: rejected\n');
  expect(await signature('show', id)).toMatch(/secretariat: Called them\.[\s\S]*rejected +A joke\./);
  expect(await signature('approve', id, '--seen', seen)).toBe('Harbour Friends: counted\n');
  expect(await signature('withdraw', id)).toBe('Harbour Friends: withdrawn\n');
  expect(await publicTotal(world)).toBe(0);
});

it('refuses with a sentence', async () => {
  expect(await signature()).toMatch(/^refused: Usage:/);
  expect(await signature('reject', id)).toMatch(/^refused: Add --why/);
  expect(await signature('approve', id)).toMatch(/^refused: Add --seen VERSION/);
  expect(await signature('show', 'nobody')).toMatch(/^refused: "nobody" is not the id/);
  expect(await signature('approve', '2'.repeat(20), '--seen', '2'.repeat(32))).toMatch(
    /^refused: There is no signature/,
  );
  expect(await signature('review', 'no-such-letter')).toMatch(/^refused: There is no letter/);
});
