/** Actions of the secretariat that need more than the record: sending mails again, and erasing. */
import { type AuditAction, auditPut } from '../../audit/audit.ts';
import { isForLater, sweepAt } from '../../mail/sweep-time.ts';
import { readMailbox } from '../../mailbox/record.ts';
import { resendRefusal } from '../../mailbox/resend.ts';
import { dueShardOf, signatureKey } from '../../platform/store/keys.ts';
import { transact } from '../../platform/store/transaction.ts';
import { withMail } from '../due-mail.ts';
import { forget } from '../forget.ts';
import { heldRowMoves } from '../lists/held-rows.ts';
import type { SignatureRecord } from '../record.ts';
import { changeFor, type ModerationContext, type ModerationOutcome } from './moderation-context.ts';
import { statesOf } from './undo-log.ts';

/** Nobody is asked to confirm a signature that can no longer be confirmed. */
const tooLate = { outcome: 'refused', why: 'letter-delivered' } as const;

/** Sends the confirmation mail, or the receipt, again. */
export async function resendMail(moderating: ModerationContext, record: SignatureRecord): Promise<ModerationOutcome> {
  const { store, keys, now } = moderating;
  if (record.withdrawnAt) return { outcome: 'refused', why: 'is-withdrawn' };
  if (record.email === '') return { outcome: 'refused', why: 'mailbox-erased' };
  // A held signature can be confirmed by a mail with links.
  if (record.heldBecause && !record.confirmedAt) return releaseHeldMail(moderating, record);
  if (!record.confirmedAt && moderating.letter.state === 'delivered') return tooLate;
  const mailbox = await readMailbox(store, keys, record.email);
  const refused = resendRefusal(mailbox, record.id, now.getTime());
  if (refused) return { outcome: 'refused', why: refused };
  if (record.confirmedAt) {
    const isForNow = record.dueAt !== undefined && !isForLater(record.dueAt, now);
    if (record.due === 'receipt' && isForNow) return { outcome: 'refused', why: 'mail-on-its-way' };
    return changeFor(moderating, record.id, 'resend', (found) => ({ after: withMail(found, 'receipt', now) }));
  }
  if (record.due === 'confirmation' || isDue(record, now)) return { outcome: 'refused', why: 'mail-on-its-way' };
  // The reminder is the confirmation mail again; only the expiry follows it.
  return sendPending(moderating, record, { mail: 'reminder', did: 'signature.resent' });
}

const isDue = ({ due, dueAt = '' }: SignatureRecord, now: Date) => due === 'reminder' && dueAt <= now.toISOString();

/** Sends a held mail that turned out to be no abuse, within the caps of the mailbox. */
export async function releaseHeldMail(
  moderating: ModerationContext,
  record: SignatureRecord,
): Promise<ModerationOutcome> {
  const { store, keys, now } = moderating;
  if (record.confirmedAt || !record.heldBecause) return { outcome: 'refused', why: 'not-held' };
  if (moderating.letter.state === 'delivered') return tooLate;
  const mailbox = await readMailbox(store, keys, record.email);
  const refused = resendRefusal(mailbox, record.id, now.getTime());
  if (refused) return { outcome: 'refused', why: refused };
  const { deniedBecause } = await import('../../screening/lists.ts');
  if (await deniedBecause(store, keys, record.email, now.getTime())) return { outcome: 'refused', why: 'on-a-list' };
  // If the mail bounced, it had been sent before.
  const firstMail = record.heldBecause === 'bounced' ? 'mailed' : (record.firstMail ?? 'held');
  return sendPending(moderating, { ...record, firstMail }, { mail: 'confirmation', did: 'signature.released' });
}

/**
 * Makes a confirmation mail of a pending signature due. The stream or the sweep then starts it.
 *
 * @param record with the outcome of its first mail in the statistics, when that is needed later
 */
async function sendPending(
  { store, by, bulk, now }: ModerationContext,
  record: SignatureRecord,
  { mail, did }: { mail: 'confirmation' | 'reminder'; did: AuditAction },
): Promise<ModerationOutcome> {
  const at = now.toISOString();
  const after: SignatureRecord = { ...record, due: mail, dueAt: at, heldBecause: undefined, screening: undefined };
  const line = { by, did, scope: record.letter, subject: record.id, fields: ['due', 'heldBecause'], bulk };
  const Update = {
    TableName: store.table,
    Key: signatureKey(record.id),
    UpdateExpression: `SET #due = :mail, dueAt = :now, lookAt = :look, dueShard = :shard${record.firstMail ? ', firstMail = :firstMail' : ''} REMOVE heldBecause, screening, leasedUntil, sweeps, dueNext`,
    ConditionExpression:
      'attribute_exists(pk) AND attribute_not_exists(confirmedAt) AND #due = :seen AND dueAt = :seenAt',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':mail': mail,
      ':now': at,
      ':look': sweepAt(at, record.lookAt),
      ':shard': dueShardOf(record.id),
      ':seen': record.due,
      ':seenAt': record.dueAt,
      ...(record.firstMail ? { ':firstMail': record.firstMail } : {}),
    },
  };
  const held = heldRowMoves(store, record);
  const audit = auditPut(store, { ...line, before: statesOf(record), after: statesOf(after) }, now);
  const { written } = await transact(store, [{ Update }, audit, ...held]);
  // Otherwise it was confirmed, erased or mailed since it was read.
  return written ? { outcome: 'done', record: after, act: undefined } : { outcome: 'refused', why: 'mail-on-its-way' };
}

/** Erases the signature immediately and permanently. */
export async function forgetSignatureFor(
  { store, keys, by, bulk, now }: ModerationContext,
  record: SignatureRecord,
): Promise<ModerationOutcome> {
  await forget(store, keys, record.id, now, (found) => [
    auditPut(
      store,
      {
        by,
        did: 'signature.forgotten',
        scope: found.letter,
        subject: found.id,
        before: statesOf(found),
        after: { ...statesOf(found), state: 'forgotten' },
        bulk,
      },
      now,
    ),
  ]);
  return { outcome: 'done', record: undefined, act: undefined };
}
