import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, it } from 'vitest';
import { keepHouse } from '../../functions/housekeeping/keep-house.ts';
import { localAws } from '../../infra/local/environment.ts';
import { houseOf } from '../fixtures/house.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const radio = 'https://harbour-radio.example';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

/** @returns what `npm run partner -- …` prints, or the sentence with which it refuses */
async function partner(...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    TABLE_NAME: world.store.table,
    PUBLIC_URL: publicUrl,
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: localAws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAws.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamodb'),
  };
  try {
    return (await run(process.execPath, ['cli/partner.ts', ...args], { cwd: root, env })).stdout;
  } catch (error) {
    if (error instanceof Error && 'stderr' in error) return `refused: ${error.stderr}`;
    throw error;
  }
}

const source = { page: `${radio}/letter?member=7`, utm: { source: 'newsletter', term: 'reader-7' } };

it('adds a partner, shows its numbers and nobody’s name, takes away and removes', async () => {
  const named = ['--name', 'Harbour Radio', '--origin', radio, '--origin', `${radio}/`, '--letter', 'clean-air'];
  expect(await partner('add', 'harbour-radio', ...named)).toMatch(
    /origins +https:\/\/harbour-radio\.example\nform +https:\/\/sign\.example\.org\/clean-air\/form\?partner=harbour-radio\nIn force/,
  );
  expect(await partner('add', 'harbour-radio', '--origin', 'https://www.harbour-radio.example')).toContain(
    `${radio}, https://www.harbour-radio.example`,
  );
  expect(await partner('list')).toBe('harbour-radio  Harbour Radio  (clean-air)\n');

  world.clock.now += 60_000;
  await sign(world, endorsement(1, { partner: 'harbour-radio', source }));
  await world.submit('clean-air', endorsement(2, { partner: 'harbour-radio', source }));
  await world.submit('clean-air', endorsement(3, { partner: 'harbour-radio', homepage: 'https://spam.example' }));
  await world.submit('clean-air', endorsement(4));
  await world.sendMails();
  // Once more by the queue or the sweep counts nobody twice.
  await world.sendMails();
  await keepHouse(houseOf(world, world.store), { task: 'snapshots' });

  const shown = await partner('show', 'harbour-radio');
  expect(shown).toMatch(/submitted +clean-air: 3, of them 1 held without a mail/);
  expect(shown).toMatch(/counted +clean-air: 1, as of /);
  expect(shown).toMatch(/by page +https:\/\/harbour-radio\.example\/letter 2/);
  expect(shown).toMatch(/by campaign +newsletter 2/);
  expect(shown).not.toMatch(/member|reader-7|Organisation|@/);

  expect(await partner('remove', 'harbour-radio', '--origin', 'https://www.harbour-radio.example')).toMatch(/^Taken/);
  expect(await partner('show', 'harbour-radio')).toMatch(/origins +https:\/\/harbour-radio\.example\n/);
  expect(await partner('remove', 'harbour-radio')).toMatch(/^Removed/);
  expect(await partner('list')).toBe('There are no partners yet.\n');
}, 60_000);

it.each([
  [[], /^refused: Usage:/],
  [['add', 'No Id', '--name', 'x'], /^refused: "No Id" cannot be the id/],
  [['add', 'choir', '--origin', radio], /^refused: There is no partner "choir" yet: give it a name/],
  [['add', 'choir', '--name', 'Choir', '--origin', 'http://choir.example'], /^refused: not the origin of a website/],
  [['add', 'choir', '--name', 'Choir', '--letter', 'no-such-letter'], /^refused: There is no letter "no-such-letter"/],
  [['show', 'choir'], /^refused: There is no partner "choir"/],
])('refuses %j with a sentence', async (args, sentence) => {
  expect(await partner(...args)).toMatch(sentence);
});
