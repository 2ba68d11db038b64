/** Completes a first mail, sent or held: its part of the statistics, and holding a submission. */

import { type DayCounter, firstMails } from '../count/daily-submissions.ts';
import { tally } from '../count/partner-tally.ts';
import type { HeldBecause } from '../mail/held-because.ts';
import type { MailRequest } from '../mail/kind.ts';
import { type Next, settleDueMail } from '../mail/outbox.ts';
import { countMetric } from '../platform/config/metric.ts';
import type { Store } from '../platform/store/store.ts';
import { noteHeld } from './lists/held-rows.ts';
import { expireAt, type SignatureRecord } from './record.ts';

interface Counting {
  readonly store: Store;
  readonly days: DayCounter;
}

/**
 * Settles the due mail without sending it. The submission was answered like any other; only the secretariat sees it,
 * until it expires.
 */
export async function holdFirstMail(
  counting: Counting,
  request: MailRequest,
  record: SignatureRecord,
  because: HeldBecause,
): Promise<void> {
  const isFirst = request.mail === 'confirmation';
  if (isFirst || because === 'refused') await noteHeld(counting.store, record);
  const settled = await settleDueMail(counting.store, request, {
    next: expiryDue(record),
    read: record,
    because: isFirst || because === 'refused' ? because : undefined,
  });
  if (settled && isFirst) await countFirstMail(counting, record, because);
}

/** @returns the expiry, which is due once no more mails are sent before the confirmation */
export function expiryDue(record: SignatureRecord): NonNullable<Next> {
  return { due: 'expiry', at: expireAt(record), queued: [] };
}

/**
 * Adds a first mail that was sent or held to the numbers of the day and of the partner. Called once, by the process
 * that settled it; the numbers lack it if that process dies in between.
 *
 * @param held why it was held; undefined when it was sent
 */
export async function countFirstMail(
  { store, days }: Counting,
  record: SignatureRecord,
  held: HeldBecause | undefined,
): Promise<void> {
  if (held) countMetric('Held');
  const added = firstMails(held ? 'held' : 'mailed', record.firstMail);
  if (!added) return;
  days.note(record, added);
  if (record.partner) await tally(store, record, record.partner, added);
}
