/**
 * The rate at which SES lets the account send, shared by all mailers: above it SES refuses, and a mail waits for
 * minutes. While both queues hold mails, two thirds of the rate go to those that people wait for.
 */
import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { MailLane } from '../../shared/mail/kind.ts';
import { putMetric } from '../../shared/platform/config/metric.ts';

/** Time that the quota is cached, in milliseconds. */
const freshFor = 5 * 60 * 1000;
/** Time that the state of the other queue is cached, in milliseconds. */
const laneCheckInterval = 2000;
/** Mails a second that an account gets when it leaves the sandbox; assumed when SES does not say. */
const usual = 14;
/** A quarter of the delay before a mail is tried for the second time, in milliseconds. */
const shortest = 250;

/**
 * Share of the rate that the mailers of a queue use while mails wait on the other queue (`both`) and while none do
 * (`alone`), and the longest time between two mails of one mailer in milliseconds: a batch (`batchSize` in
 * `infra/mailer.ts`) must finish well before the function times out. Other mails always leave part of the rate unused,
 * so that an urgent mail need not wait until they have noticed it.
 */
const lanes: Readonly<Record<MailLane, { both: number; alone: number; longest: number; opposite: MailLane }>> = {
  urgent: { both: 2 / 3, alone: 1, longest: 3000, opposite: 'other' },
  other: { both: 1 / 3, alone: 3 / 4, longest: 6000, opposite: 'urgent' },
};

export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

export interface RateLimit {
  /** @returns how many mails a second the account may send */
  readonly perSecond: () => Promise<number>;
  /** Number of mailers for each queue. */
  readonly mailers: number;
  /** Whether mails wait on a queue, or are being processed. */
  readonly hasMails: (lane: MailLane) => Promise<boolean>;
  readonly clock: Clock;
}

/**
 * @returns a function that waits until the next mail of a queue may be sent. When SES refused the last one as too many
 * (`attempt` above 1), all mails of that queue wait in this mailer for a time that doubles
 */
export function limitRate({
  perSecond,
  mailers,
  hasMails,
  clock,
}: RateLimit): (lane: MailLane, attempt: number) => Promise<void> {
  const quota = kept(freshFor, clock, () => perSecond().catch(() => usual));
  const turns = { urgent: turnsOf('urgent'), other: turnsOf('other') };
  return (lane, attempt) => turns[lane](attempt);

  function turnsOf(lane: MailLane): (attempt: number) => Promise<void> {
    const { both, alone, longest, opposite } = lanes[lane];
    // When the answer is unknown, assume that mails wait there.
    const isShared = kept(laneCheckInterval, clock, () => hasMails(opposite).catch(() => true));
    const interval = async (share: number) => Math.min(longest, (1000 * mailers) / (share * (await quota())));
    let last = Number.NEGATIVE_INFINITY;
    let free = 0;
    return async (attempt) => {
      if (attempt > 1) free = Math.max(free, clock.now() + shortest * 2 ** attempt);
      const slowest = await interval(both);
      // A single mail need not check the other queue.
      const isBusy = last + slowest > clock.now();
      const each = isBusy && !(await isShared()) ? await interval(alone) : slowest;
      // Nothing is awaited from here until the turn is taken, so no two mails get the same one.
      const turn = Math.max(free, last + each, clock.now());
      last = turn;
      if (turn > clock.now()) await clock.sleep(turn - clock.now());
    };
  }
}

/** Share of the day's quota that updates may use: the rest is for confirmations. */
const shareForUpdates = 0.8;

/**
 * @param quotaUsed the used share of what SES takes in a day, from 0 to 1
 * @returns a function that tells whether updates should wait: while urgent mails wait, and while little of the day's
 *   quota is left. When an answer is unknown, they wait
 */
export function yieldToOthers({
  hasMails,
  quotaUsed,
  clock,
}: Pick<RateLimit, 'hasMails' | 'clock'> & { readonly quotaUsed: () => Promise<number> }): () => Promise<boolean> {
  const isBusy = kept(laneCheckInterval, clock, () => hasMails('urgent').catch(() => true));
  const used = kept(freshFor, clock, () => quotaUsed().catch(() => 1));
  return async () => (await isBusy()) || (await used()) >= shareForUpdates;
}

/** @returns a function that caches the value it reads for some time */
function kept<Value>(milliseconds: number, clock: Clock, read: () => Promise<Value>): () => Promise<Value> {
  let known: { until: number; value: Promise<Value> } | undefined;
  return () => {
    if (!known || known.until <= clock.now()) known = { until: clock.now() + milliseconds, value: read() };
    return known.value;
  };
}

/** The limits of the account. */
export interface SendQuota {
  readonly perSecond: number;
  /** The used share of what SES takes in a day, from 0 to 1. */
  readonly used: number;
}

/** @returns the limits of the account; the used part of the day's quota is put as a metric */
export async function sendQuota(ses: SESClient): Promise<SendQuota> {
  const { MaxSendRate = usual, Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}));
  // SES returns -1 for no limit.
  const used = Max24HourSend > 0 ? SentLast24Hours / Max24HourSend : 0;
  putMetric('MailQuotaUsed', 100 * used);
  return { perSecond: MaxSendRate > 0 ? MaxSendRate : usual, used };
}
