import { expect, test } from 'vitest';
import { keepPace } from '../../functions/mailer/pace.ts';

/** Time that passes only by sleeping. @returns when each of the mails went out, in milliseconds */
async function times(count: number, perSecond: () => Promise<number>, mailers: number): Promise<number[]> {
  const clock = { now: 0 };
  const pace = keepPace(perSecond, mailers, {
    now: () => clock.now,
    sleep: async (milliseconds) => {
      clock.now += milliseconds;
    },
  });
  const out: number[] = [];
  for (let number = 0; number < count; number += 1) {
    await pace(1);
    out.push(Math.round(clock.now));
  }
  return out;
}

test('two mailers in the sandbox send one mail in two seconds each', async () => {
  expect(await times(4, async () => 1, 2)).toEqual([0, 2000, 4000, 6000]);
});

test('mailers share what SES allows', async () => {
  expect((await times(71, async () => 14, 2)).at(-1)).toBe(10_000);
  expect((await times(501, async () => 500, 10)).at(-1)).toBe(10_000);
});

test('a batch of ten is through in time, however little is allowed', async () => {
  expect((await times(10, async () => 1, 100)).at(-1)).toBeLessThanOrEqual(30_000);
});

test('when SES does not say, it is what an account gets as it leaves the sandbox', async () => {
  expect((await times(15, () => Promise.reject(new Error('later')), 1)).at(-1)).toBe(1000);
});

test('a changed quota is followed within five minutes', async () => {
  let perSecond = 0;
  const out = await times(400, async () => ++perSecond, 1);
  const gaps = out.slice(1).map((time, place) => time - (out[place] ?? 0));
  expect(gaps.slice(0, 299)).toEqual(Array(299).fill(1000));
  expect(gaps.slice(301)).toEqual(Array(98).fill(500));
});
