/** Progress of an update's mails: where the search for recipients continues, and the numbers so far. */
import * as z from 'zod';
import type { PausedBecause } from './update.ts';

/** A place in the lists of a letter: see `audience.ts`. */
export const audiencePlace = z.object({ list: z.int().min(0), after: z.string() });
export type AudiencePlace = z.infer<typeof audiencePlace>;

export const sending = z.object({
  place: audiencePlace.optional(),
  /**
   * Number of the search, from 0. A second one finds signatures that moved between lists during the first, and those
   * that an index did not show yet.
   */
  search: z.int().default(0),
  /** Mailboxes chosen so far. Each is then sent one mail, or counted as one of the others. */
  chosen: z.int().default(0),
  sent: z.int().default(0),
  /** They withdrew, unsubscribed or became undeliverable after they were chosen. */
  dropped: z.int().default(0),
  /** SES refuses mail to them. */
  refused: z.int().default(0),
  bounced: z.int().default(0),
  complained: z.int().default(0),
});
export type Sending = z.infer<typeof sending>;

/** Number of searches for recipients. */
export const searches = 2;

/** Results of a mail of an update, each with a number of its own. */
export type MailResult = 'sent' | 'dropped' | 'refused';

/** Below this number of mails, a rate says little. */
const judgedFrom = 100;
const maxBounceRate = 0.03;
/** SES reviews an account from here on: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
const maxComplaintRate = 0.001;

/** The numbers that are judged. */
export type Judged = Pick<Sending, 'sent' | 'bounced' | 'complained'>;

/** @returns why sending must stop, if so many mails came back or were complained about since it was resumed */
export function whyToPause(
  now: Judged,
  before: Judged = { sent: 0, bounced: 0, complained: 0 },
): PausedBecause | undefined {
  const sent = now.sent - before.sent;
  if (sent < judgedFrom) return undefined;
  if ((now.complained - before.complained) / sent >= maxComplaintRate) return 'complaints';
  return (now.bounced - before.bounced) / sent >= maxBounceRate ? 'bounces' : undefined;
}
