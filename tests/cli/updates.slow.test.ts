/** The command line for updates: write, list, send, pause, resume, cancel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../shared/platform/store/store.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { freshStore } from '../fixtures/store.ts';
import { openTestLetter } from '../fixtures/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-updates-'));
const news = join(folder, 'news.md');
let store: Store;
beforeAll(async () => {
  writeFileSync(news, '# The first ferry has shore power\n\nGood **news**.\n');
  store = await freshStore();
  await openTestLetter(store);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => sayingOf('letter', ['updates', 'clean-air', ...args], environmentOf(store));
const idIn = (said: string) => /update +([0-9a-z]{12})/.exec(said)?.[1] ?? '';

it('writes from a file, sends later, gives that up, and sends one a day', async () => {
  expect(await run()).toContain('There are no updates yet.');
  const first = await run('--write', `en=${news}`);
  expect(first).toMatch(/subject +The first ferry has shore power {2}\(en\)\nstate +draft/);
  expect(await run('--send', idIn(first), '--at', '2999-01-01T09:00:00Z')).toMatch(/state +scheduled/);
  expect(await run('--cancel', idIn(first))).toMatch(/state +draft/);
  expect(await run('--send', idIn(first))).toMatch(/state +sending[\s\S]*page +\S+\/clean-air\/news\//);
  const second = await run('--write', `en=${news}`, '--mail-only');
  expect(await run('--send', idIn(second))).toMatch(/^refused: Another update/);
  expect(await run('--pause', idIn(first))).toMatch(/state +paused \(secretariat\)/);
  expect(await run('--resume', idIn(first))).toMatch(/state +sending/);
  expect(await run('--cancel', idIn(first))).toMatch(/state +cancelled/);
  expect((await run()).match(/update /g)).toHaveLength(2);
});

it.each([
  [['--write', 'nowhere.md'], /^refused: Write LANGUAGE=FILE/],
  [['--write', 'en=nowhere.md'], /^refused: The file/],
  [['--send', '000000000000'], /^refused: The letter "clean-air" has no update/],
  [['--send', '000000000000', '--at', 'tomorrow'], /^refused: "tomorrow" is not a time/],
])('refuses %j', async (args, said) => {
  expect(await run(...args)).toMatch(said);
});
