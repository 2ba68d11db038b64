import { beforeAll, describe, expect, it } from 'vitest';
import { freshStore, recordCalls } from '../../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../../fixtures/world.ts';

const letters = ['clean-air', 'second-letter', 'third-letter', 'fourth-letter'];
const victim = 'officer@umbrella.example';
const signatory = { name: 'Officer', role: 'Secretary', email: victim };
const hour = 3600 * 1000;

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  for (const slug of letters) await openTestLetter(world.store, { 'slug: clean-air': `slug: ${slug}` });
});

const mailsToVictim = () => world.mails.filter(({ to }) => to === victim);

/** Sends a batch at once, as an attacker would, varying organisations, letters, spellings and comments. */
async function fire(first: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  const answers = await Promise.all(
    numbers.map((number) =>
      world.submit(
        letters[number % letters.length] ?? '',
        endorsement(number, { signatory: { ...signatory, name: `Officer ${number % 7}` }, comment: `No. ${number}` }),
      ),
    ),
  );
  expect(answers.every(({ status }) => status === 202)).toBe(true);
}

describe('a mailbox', () => {
  it('gets at most four mails a day from 1,000 submissions, across letters and organisations', async () => {
    const start = world.clock.now;
    const calls = recordCalls(world.store);
    for (let volley = 0; volley < 20; volley += 1) {
      await fire(volley * 50, 50);
      calls.length = 0;
      await world.sendMails();
      world.clock.now = start + (volley + 1) * hour;
    }
    expect(mailsToVictim()).toHaveLength(4);
    // The whole last batch was held, at little cost to the mailer.
    const held = calls.filter(({ operation }) => operation !== 'Query');
    expect(held.length).toBeGreaterThan(0);
    // One of them keeps the row that the console counts held submissions by.
    expect(held.length / 50).toBeLessThanOrEqual(5);
  }, 240_000);

  it('can still sign for ten organisations the next day when its owner answers each mail', async () => {
    world.clock.now += 24 * hour;
    const before = mailsToVictim().length;
    for (let number = 0; number < 10; number += 1) {
      await world.submit('clean-air', endorsement(2000 + number, { signatory }));
      await world.sendMails();
      const asked = mailsToVictim().findLast(({ subject }) => subject.startsWith('Please confirm'));
      expect((await world.confirm(asked ? tokenIn(asked) : '')).status).toBe(200);
      await world.sendMails();
    }
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 10 });
    // Two mails each: the confirmation request and the receipt.
    expect(mailsToVictim().slice(before)).toHaveLength(20);
  });
});
