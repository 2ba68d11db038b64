import { describe, expect, test } from 'vitest';
import { limitRate, yieldToOthers } from '../../functions/mailer/rate-limit.ts';
import type { MailLane } from '../../shared/mail/kind.ts';

/** A clock that only advances when everybody sleeps. */
function makeClock() {
  let now = 0;
  const sleeping: { until: number; wake: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      sleep: (milliseconds: number) =>
        new Promise<void>((wake) => {
          sleeping.push({ until: now + milliseconds, wake });
        }),
    },
    /** Advances the time until all of the work is done. */
    async run(work: Promise<unknown>): Promise<void> {
      let isDone = false;
      void work.finally(() => {
        isDone = true;
      });
      while (!isDone) {
        await new Promise(setImmediate);
        sleeping.sort((one, other) => one.until - other.until);
        const next = sleeping.shift();
        if (!next) continue;
        now = next.until;
        next.wake();
      }
    },
  };
}

interface Account {
  readonly perSecond: () => Promise<number>;
  readonly mailers: number;
  readonly hasMails?: (lane: MailLane) => Promise<boolean>;
}

/** @returns the times at which the mails of one mailer were sent, in milliseconds */
async function times(
  count: number,
  { perSecond, mailers, hasMails = async () => false }: Account,
  lane: MailLane = 'urgent',
): Promise<number[]> {
  const { clock, run } = makeClock();
  const pace = limitRate({ perSecond, mailers, hasMails, clock });
  const out: number[] = [];
  const send = async () => {
    for (let number = 0; number < count; number += 1) {
      await pace(lane, 1);
      out.push(Math.round(clock.now()));
    }
  };
  await run(send());
  return out;
}

const fourteen = async () => 14;

test('two mailers in the sandbox send one mail every two seconds each', async () => {
  expect(await times(4, { perSecond: async () => 1, mailers: 2 })).toEqual([0, 2000, 4000, 6000]);
});

test('mailers share the rate that SES allows', async () => {
  expect((await times(71, { perSecond: fourteen, mailers: 2 })).at(-1)).toBe(10_000);
  expect((await times(501, { perSecond: async () => 500, mailers: 10 })).at(-1)).toBe(10_000);
});

test.each<[MailLane, number]>([
  ['urgent', 10],
  ['other', 5],
])('a batch of the queue of %s mails finishes in time, however low the rate', async (lane, batch) => {
  const poor = { perSecond: async () => 1, mailers: 100, hasMails: async () => true };
  expect((await times(batch, poor, lane)).at(-1)).toBeLessThanOrEqual(30_000);
});

test('without an answer from SES, the rate is that of an account that has just left the sandbox', async () => {
  expect((await times(15, { perSecond: () => Promise.reject(new Error('later')), mailers: 1 })).at(-1)).toBe(1000);
});

test('a changed quota is followed within five minutes', async () => {
  let perSecond = 0;
  const out = await times(400, { perSecond: async () => ++perSecond, mailers: 1 });
  const gaps = out.slice(1).map((time, place) => time - (out[place] ?? 0));
  expect(gaps.slice(0, 299)).toEqual(Array(299).fill(1000));
  expect(gaps.slice(301)).toEqual(Array(98).fill(500));
});

describe('while mails wait on both queues', () => {
  const both: Account = { perSecond: fourteen, mailers: 2, hasMails: async () => true };
  /** Mails per second of all mailers of a queue. */
  const rate = async (lane: MailLane, account: Account) =>
    (140 / ((await times(71, account, lane)).at(-1) ?? 0)) * 1000;

  test('two thirds of the rate are for mails that people wait for, and both together keep to it', async () => {
    const [urgent, other] = [await rate('urgent', both), await rate('other', both)];
    expect(urgent).toBeCloseTo((14 * 2) / 3, 1);
    expect(urgent + other).toBeCloseTo(14, 1);
  });

  test('urgent mails alone get the whole rate, and others alone leave some for urgent ones to come', async () => {
    const alone = { ...both, hasMails: async () => false };
    expect(await rate('urgent', alone)).toBeCloseTo(14, 1);
    expect(await rate('other', alone)).toBeLessThan(14 * 0.8);
    expect(await rate('other', alone)).toBeGreaterThan(14 * 0.7);
  });

  test('a mailer that cannot find out takes the smaller share', async () => {
    const lost = { ...both, hasMails: () => Promise.reject(new Error('no answer')) };
    expect(await rate('other', lost)).toBeCloseTo(14 / 3, 1);
  });

  test('a thousand other mails in one mailer do not delay a mail that somebody waits for', async () => {
    const { clock, run } = makeClock();
    const pace = limitRate({ ...both, hasMails: async () => true, clock });
    const others = Array.from({ length: 1000 }, () => pace('other', 1));
    let wentOutAt = Number.NaN;
    const urgent = clock.sleep(5000).then(async () => {
      await pace('urgent', 1);
      wentOutAt = clock.now();
    });
    await run(Promise.all([urgent, ...others]));
    expect(wentOutAt).toBe(5000);
  });

  test('throttling of another mail does not delay mails that people wait for', async () => {
    const { clock, run } = makeClock();
    const pace = limitRate({ ...both, hasMails: async () => true, clock });
    const sent: string[] = [];
    const send = async (lane: MailLane, attempt: number) => {
      await pace(lane, attempt);
      sent.push(`${lane} ${Math.round(clock.now())}`);
    };
    await run(Promise.all([send('other', 2), send('urgent', 1)]));
    expect(sent).toEqual(['urgent 0', 'other 1000']);
  });

  test('the other queue is only checked when one mail follows another, and rarely', async () => {
    const asked: MailLane[] = [];
    const hasMails = async (lane: MailLane) => asked.push(lane) > 0;
    await times(1, { ...both, hasMails });
    expect(asked).toEqual([]);
    // 71 mails at two thirds of seven a second take fifteen seconds.
    await times(71, { ...both, hasMails });
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(new Set(asked)).toEqual(new Set(['other']));
  });
});

describe('updates', () => {
  const asked = (hasMails: (lane: MailLane) => Promise<boolean>, quotaUsed: () => Promise<number>) =>
    yieldToOthers({ hasMails, quotaUsed, clock: makeClock().clock })();
  const broken = () => Promise.reject(new Error('no answer'));

  test('yield while mails wait that somebody waits for, and to no others', async () => {
    expect(
      await asked(
        async (lane) => lane === 'urgent',
        async () => 0,
      ),
    ).toBe(true);
    expect(
      await asked(
        async (lane) => lane === 'other',
        async () => 0,
      ),
    ).toBe(false);
  });

  test('leave a fifth of the day’s quota to other mails', async () => {
    expect(
      await asked(
        async () => false,
        async () => 0.79,
      ),
    ).toBe(false);
    expect(
      await asked(
        async () => false,
        async () => 0.8,
      ),
    ).toBe(true);
  });

  test('wait when it is unknown whether they may leave', async () => {
    expect(await asked(broken, async () => 0)).toBe(true);
    expect(await asked(async () => false, broken)).toBe(true);
  });
});
