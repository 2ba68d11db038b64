/**
 * Sends an update to a mailbox that was chosen for it. All conditions are checked again, the last time just before SES
 * is called, so people who withdrew or unsubscribed meanwhile get nothing.
 */
import { contactOf } from '../../shared/letter/contact.ts';
import type { MailRequest } from '../../shared/mail/kind.ts';
import { addToken, dropExpiredTokens, dropToken, releaseLeaseOf, takeLease } from '../../shared/mail/lease.ts';
import { mailboxOf } from '../../shared/mailbox/record.ts';
import { readSubscriber, type Subscriber } from '../../shared/mailbox/subscriber.ts';
import { changeIf } from '../../shared/platform/store/change.ts';
import { mailboxKey, sendingKey, subscriberKey, unsentKey } from '../../shared/platform/store/keys.ts';
import { readItem } from '../../shared/platform/store/read.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { transact } from '../../shared/platform/store/transaction.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { deniedBecause } from '../../shared/screening/lists.ts';
import { whyNotWritten } from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { MailResult } from '../../shared/update/sending.ts';
import { readUpdate } from '../../shared/update/storage.ts';
import { isPublic, type Update, wordsIn } from '../../shared/update/update.ts';
import { mailLook } from './frame/look.ts';
import { type Delivery, mailContextOf, manageValidFor } from './mail-context.ts';
import { mailsPaused } from './mail-pause.ts';
import { composeUpdate } from './mails/update.ts';
import { type Ready, sendOrRelease } from './send-with-lease.ts';
import { NoLongerWanted } from './ses.ts';
import { noteRefused } from './suppression.ts';

/** Copies that may be out at most: an attempt that was killed while SES was asked may have been sent. */
const maxCopies = 2;

/** @throws when the mail could not be sent; it stays due */
export async function sendUpdate(delivery: Delivery, request: MailRequest, now: number): Promise<void> {
  const { store, mailing } = delivery;
  const chosen = await readDue(store, request);
  if (!chosen) return;
  if (await isStopped(delivery, chosen, now)) return;
  // Mails that people wait for come first. It stays due, and housekeeping queues it again.
  if (await mailing.mustYield()) return;
  const lease = await takeLease(store, request, undefined, now);
  if (!lease) return;
  const attempt: Attempt = { delivery, request, owner: lease.owner, now, token: undefined };
  const takeBack = async (isPerhapsOut: boolean) => {
    if (!isPerhapsOut) await undo(attempt);
    await releaseLeaseOf(store, lease, isPerhapsOut);
  };
  const about = { mail: 'update', signature: chosen.id, update: chosen.update.id } as const;
  let result: 'sent' | 'refused' | 'dropped' | 'perhaps-sent' | 'settled';
  try {
    result = await sendOrRelease<'update', 'dropped' | 'perhaps-sent' | 'settled'>(
      takeBack,
      delivery,
      { about, now },
      () => compose(attempt),
    );
  } catch (error) {
    // The next message finds out why, and settles it.
    if (error instanceof NoLongerWanted) return;
    throw error;
  }
  if (result === 'settled') return;
  if (result === 'refused' && attempt.record) await noteRefused(delivery, attempt.record, now);
  await settle(store, chosen, result === 'perhaps-sent' ? 'sent' : result);
}

interface Attempt {
  readonly delivery: Delivery;
  readonly request: MailRequest;
  readonly owner: string;
  readonly now: number;
  record?: SignatureRecord;
  /** The link to the signer's own page in this mail. */
  token: ReturnType<typeof makeToken> | undefined;
  /** Number of earlier requests to SES, once it is noted that it is asked again. */
  handedBefore?: number;
}

type Due = Omit<Subscriber, 'update'> & { readonly update: Update };

async function readDue(store: Store, { signature, mail }: MailRequest): Promise<Due | undefined> {
  const subscriber = await readSubscriber(store, signature);
  if (subscriber?.due !== mail || subscriber.update === undefined) return undefined;
  const update = await readUpdate(store, subscriber.letter, subscriber.update);
  return update && { ...subscriber, update };
}

/** Whether no mail of the update may leave now. */
async function isStopped({ store }: Delivery, { letter, update }: Due, now: number): Promise<boolean> {
  return update.state !== 'sending' || (await mailsPaused(store, letter, now));
}

async function compose(attempt: Attempt): Promise<Ready | 'dropped' | 'perhaps-sent' | 'settled'> {
  const { delivery, request, now } = attempt;
  const { store, keys, publicUrl } = delivery;
  const due = await readDue(store, request);
  if (!due) return 'settled';
  if (due.handed >= maxCopies) return 'perhaps-sent';
  const record = await recipientOf(delivery, due, now);
  if (!record) return 'dropped';
  attempt.record = record;
  const { update } = due;
  attempt.token = makeToken(record.id, 'manage', now + manageValidFor);
  await dropExpiredTokens(store, record, now);
  await addToken(store, record.id, { of: 'manageTokens', stored: attempt.token.stored });
  const subject = await mailContextOf(delivery, record);
  const page = `${publicUrl}/${update.letter}`;
  const mail = await composeUpdate({
    letter: update.letter,
    title: subject.text.title,
    convener: subject.text.convener.organisation,
    contact: contactOf(subject.letter),
    look: mailLook(subject.letter, subject.text.convener.organisation, publicUrl),
    texts: subject.texts,
    publicUrl,
    words: wordsIn(update, subject.letter, record.language),
    newsUrl: isPublic(update) ? `${page}/news/${update.id}` : undefined,
    manageUrl: `${publicUrl}/manage/${attempt.token.token}`,
    unsubscribeUrl: `${page}/unsubscribe/${makeDerivedToken(keys, 'unsubscribe', due.id)}`,
  });
  return { to: record.email, mail, lastCheck: () => hand(attempt, record) };
}

/** @returns the signature of the mailbox by which it may be written to now, if there is one */
async function recipientOf(
  { store, keys }: Delivery,
  subscriber: Pick<Due, 'subscribedMailbox' | 'letter' | 'foundBy' | 'unsubscribedAt'>,
  now: number,
): Promise<SignatureRecord | undefined> {
  const { subscribedMailbox, letter, foundBy, unsubscribedAt } = subscriber;
  const [row, found] = await Promise.all([
    readItem(store, mailboxKey(subscribedMailbox)),
    readSignature(store, foundBy),
  ]);
  const mailbox = mailboxOf(row);
  const others = mailbox.signatures.filter((own) => own.letter === letter && own.id !== foundBy);
  const records = [found, ...(await Promise.all(others.map(({ id }) => readSignature(store, id))))];
  const isSuppressed = mailbox.suppressed !== undefined;
  for (const record of records) {
    if (!record) continue;
    const isDenied = (await deniedBecause(store, keys, record.email, now)) !== undefined;
    if (!whyNotWritten(record, 'updates', { isSuppressed, isDenied, unsubscribedAt })) return record;
  }
  return undefined;
}

/** Checks everything once more, and notes that SES is asked. @returns false when the mail must not be sent now */
async function hand(attempt: Attempt, { email }: SignatureRecord): Promise<boolean> {
  const { delivery, request, owner, now } = attempt;
  const due = await readDue(delivery.store, request);
  if (!due || (await isStopped(delivery, due, now))) return false;
  if ((await recipientOf(delivery, due, now))?.email !== email) return false;
  const { unsubscribedAt, handed } = due;
  // A number and not a sum, because the SDK sends a write again when its answer is lost.
  const isNoted = await changeIf(delivery.store, {
    Key: subscriberKey(due.id),
    UpdateExpression: 'SET handed = :more',
    ConditionExpression: `#due = :mail AND leaseOwner = :mine AND ${
      unsubscribedAt === undefined ? 'attribute_not_exists(unsubscribedAt)' : 'unsubscribedAt = :seen'
    }`,
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':more': handed + 1,
      ':mail': request.mail,
      ':mine': owner,
      ...(unsubscribedAt === undefined ? {} : { ':seen': unsubscribedAt }),
    },
  });
  if (isNoted) attempt.handedBefore = handed;
  return isNoted;
}

/** Undoes the record of a mail that was not sent. */
async function undo({ delivery: { store }, request, record, token, handedBefore }: Attempt): Promise<void> {
  if (record && token) await dropToken(store, record.id, { of: 'manageTokens', stored: token.stored });
  if (handedBefore === undefined) return;
  await changeIf(store, {
    Key: subscriberKey(request.signature),
    UpdateExpression: 'SET handed = :before',
    ConditionExpression: 'handed = :more',
    ExpressionAttributeValues: { ':before': handedBefore, ':more': handedBefore + 1 },
  });
}

/** Notes the result. Does nothing when that was done before. */
async function settle(store: Store, { id, update }: Due, result: MailResult): Promise<void> {
  await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: subscriberKey(id),
        UpdateExpression: 'REMOVE #due, handed, leasedUntil, leaseOwner',
        ConditionExpression: '#due = :due AND #update = :update',
        ExpressionAttributeNames: { '#due': 'due', '#update': 'update' },
        ExpressionAttributeValues: { ':due': 'update', ':update': update.id },
      },
    },
    { Delete: { TableName: store.table, Key: unsentKey(update.id, id) } },
    {
      Update: {
        TableName: store.table,
        Key: sendingKey(update.letter, update.id),
        UpdateExpression: 'ADD #result :one',
        ExpressionAttributeNames: { '#result': result },
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  ]);
}
