import { beforeAll, expect, it } from 'vitest';
import type { Store } from '../../../shared/platform/store/store.ts';
import { deriveKeys } from '../../../shared/platform/token/keys.ts';
import { deniedBecause, readMailLists, readNetworkLists } from '../../../shared/screening/lists.ts';
import { environmentOf, runCommandLine, secretsWith } from '../../fixtures/command-line.ts';
import { freshStore } from '../../fixtures/store.ts';

const secrets = await secretsWith();
let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

/** Runs `npm run lists -- …` against the table of this test. */
const lists = (...args: string[]) => runCommandLine('lists', args, environmentOf(store, secrets.endpoint));

it('denies, allows, shows and removes', async () => {
  const what = ['Jo.Doe+news@gmail.com', 'Bad.Example', '203.0.113.77/24'];
  for (const one of what) expect(await lists('deny', one)).toMatchObject({ code: 0, errors: '' });
  expect(await lists('allow', '2001:db8::/32')).toMatchObject({ code: 0 });

  const keys = deriveKeys(secrets.masterKey);
  expect(await deniedBecause(store, keys, 'jodoe@gmail.com', Date.now())).toBe('mailbox-denied');
  expect(await deniedBecause(store, keys, 'x@sub.bad.example', Date.now())).toBe('domain-denied');
  expect(await readNetworkLists(store)).toEqual({
    deniedNetworks: new Set(['203.0.113.0/24']),
    allowedNetworks: new Set(['2001:db8::/32']),
  });
  expect((await lists('show', 'jodoe@gmail.com')).out).toBe('Denied.\n');
  const shown = (await lists('show')).out;
  expect(shown).toContain('bad.example');
  expect(shown).not.toContain('doe');

  for (const one of [...what, '2001:db8::/32']) expect(await lists('remove', one)).toMatchObject({ code: 0 });
  expect(await readMailLists(store)).toEqual({ deniedMailboxes: new Set(), deniedDomains: new Set() });
  expect(await readNetworkLists(store)).toEqual({ deniedNetworks: new Set(), allowedNetworks: new Set() });
});

it.each([
  ['what is nothing of the kind', ['deny', 'no one'], 'is not an email address, a domain or a network'],
  ['to allow a mailbox', ['allow', 'a@b.example'], 'Only a network can be allowed'],
  ['a command that there is not', ['ban', 'x'], 'Usage'],
])('refuses %s with a sentence', async (_, args, sentence) => {
  const { code, errors } = await lists(...args);
  expect(code).toBe(1);
  expect(errors).toContain(sentence);
  expect(errors).not.toContain('    at ');
});
