/**
 * The pace at which SES lets the account send, shared by all mailers: beyond it SES refuses, and a mail waits for minutes.
 * While mails wait on both queues, two thirds of it are for those that people wait for.
 */
import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import type { MailLane } from '../../shared/mail/kind.ts';
import { putMetric } from '../../shared/platform/config/metric.ts';

/** How long the quota is believed, in milliseconds. */
const freshFor = 5 * 60 * 1000;
/** How long it is believed whether mails wait on the other queue, in milliseconds. */
const lookFor = 2000;
/** Mails a second that an account gets as it leaves the sandbox; believed when SES does not say. */
const usual = 14;
/** A quarter of the time that a mail waits before it is tried for the second time, in milliseconds. */
const shortest = 250;

/**
 * The part of the pace that the mailers of a queue use while mails wait on the other queue, and while none do; and the
 * longest time between two mails of one mailer, in milliseconds: a batch (`batchSize` in `infra/mailer.ts`) must be through
 * well before the function's time is over. Other mails leave a part unused at all times, so that a mail that somebody
 * waits for need not wait until they have noticed it.
 */
const lanes: Readonly<Record<MailLane, { both: number; alone: number; longest: number; opposite: MailLane }>> = {
  urgent: { both: 2 / 3, alone: 1, longest: 3000, opposite: 'other' },
  other: { both: 1 / 3, alone: 3 / 4, longest: 6000, opposite: 'urgent' },
};

export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

export interface Pace {
  /** Gives how many mails a second the account may send. */
  readonly perSecond: () => Promise<number>;
  /** How many mailers work on each queue. */
  readonly mailers: number;
  /** Tells whether mails wait on a queue, or are being worked on. */
  readonly hasMails: (lane: MailLane) => Promise<boolean>;
  readonly clock: Clock;
}

/**
 * @returns a function that waits until the next mail of a queue may go out. When SES said of the last one that it was too
 *   many (`attempt` above 1), all mails of that queue wait in this mailer for a time that doubles
 */
export function limitRate({
  perSecond,
  mailers,
  hasMails,
  clock,
}: Pace): (lane: MailLane, attempt: number) => Promise<void> {
  const quota = kept(freshFor, clock, () => perSecond().catch(() => usual));
  const turns = { urgent: turnsOf('urgent'), other: turnsOf('other') };
  return (lane, attempt) => turns[lane](attempt);

  function turnsOf(lane: MailLane): (attempt: number) => Promise<void> {
    const { both, alone, longest, opposite } = lanes[lane];
    // Who cannot find out is careful.
    const isShared = kept(lookFor, clock, () => hasMails(opposite).catch(() => true));
    const interval = async (share: number) => Math.min(longest, (1000 * mailers) / (share * (await quota())));
    let last = Number.NEGATIVE_INFINITY;
    let free = 0;
    return async (attempt) => {
      if (attempt > 1) free = Math.max(free, clock.now() + shortest * 2 ** attempt);
      const slowest = await interval(both);
      // A mail that comes alone need not know of any other.
      const isBusy = last + slowest > clock.now();
      const each = isBusy && !(await isShared()) ? await interval(alone) : slowest;
      // Nothing is awaited from here to the end of the turn: no two mails get the same one.
      const turn = Math.max(free, last + each, clock.now());
      last = turn;
      if (turn > clock.now()) await clock.sleep(turn - clock.now());
    };
  }
}

/** @returns a function that reads something, and gives what it read for some time before it reads again */
function kept<Value>(milliseconds: number, clock: Clock, read: () => Promise<Value>): () => Promise<Value> {
  let known: { until: number; value: Promise<Value> } | undefined;
  return () => {
    if (!known || known.until <= clock.now()) known = { until: clock.now() + milliseconds, value: read() };
    return known.value;
  };
}

/** @returns how many mails a second SES lets the account send; how much of the day's quota is used becomes a metric */
export async function sendRate(ses: SESClient): Promise<number> {
  const { MaxSendRate = usual, Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}));
  // -1 is no limit at all.
  putMetric('MailQuotaUsed', Max24HourSend > 0 ? (100 * SentLast24Hours) / Max24HourSend : 0);
  return MaxSendRate > 0 ? MaxSendRate : usual;
}
