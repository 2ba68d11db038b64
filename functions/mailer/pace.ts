/** The pace at which SES lets the account send, shared by all mailers: beyond it SES refuses, and a mail waits for minutes. */
import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { putMetric } from '../../shared/config/metric.ts';

/** How long the quota is believed, in milliseconds. */
const freshFor = 5 * 60 * 1000;
/** Mails a second that an account gets as it leaves the sandbox; believed when SES does not say. */
const usual = 14;
/** A batch of ten must be through well before the function's time is over, in milliseconds for each mail. */
const longest = 3000;

/** A quarter of the time that a mail waits before it is tried for the second time, in milliseconds. */
const shortest = 250;

export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/**
 * @param perSecond gives how many mails a second the account may send
 * @param mailers how many share it
 * @returns a function that waits until the next mail may go out. When SES said of the last one that it was too many
 *   (`attempt` above 1), all mails of this mailer wait for a time that doubles
 */
export function keepPace(
  perSecond: () => Promise<number>,
  mailers: number,
  clock: Clock,
): (attempt: number) => Promise<void> {
  let known: { until: number; interval: Promise<number> } | undefined;
  let free = 0;
  const interval = async () => Math.min(longest, (1000 * mailers) / (await perSecond().catch(() => usual)));
  return async (attempt) => {
    if (attempt > 1) free = Math.max(free, clock.now() + shortest * 2 ** attempt);
    if (!known || known.until <= clock.now()) known = { until: clock.now() + freshFor, interval: interval() };
    const each = await known.interval;
    const turn = Math.max(free, clock.now());
    free = turn + each;
    if (turn > clock.now()) await clock.sleep(turn - clock.now());
  };
}

/** @returns how many mails a second SES lets the account send; how much of the day's quota is used becomes a metric */
export async function sendRate(ses: SESClient): Promise<number> {
  const { MaxSendRate = usual, Max24HourSend = 0, SentLast24Hours = 0 } = await ses.send(new GetSendQuotaCommand({}));
  // -1 is no limit at all.
  putMetric('MailQuotaUsed', Max24HourSend > 0 ? (100 * SentLast24Hours) / Max24HourSend : 0);
  return MaxSendRate > 0 ? MaxSendRate : usual;
}
