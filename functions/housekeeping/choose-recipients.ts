/**
 * Chooses the recipients of an update, a page of signers after another. Each mailbox is chosen once for an update: its
 * row says for which it was chosen, and is written on the condition that it does not say so yet.
 */
import type { SignatureId } from '../../shared/ids.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { ensureSubscriber, type Subscriber } from '../../shared/mailbox/subscriber.ts';
import { sendingKey, subscriberKey, unsentKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { type TransactItems, transact } from '../../shared/platform/store/transaction.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { knowMailbox } from '../../shared/signature/mailbox-facts.ts';
import { unreadMailbox, whyNotWritten } from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { readAudience } from '../../shared/update/audience.ts';
import { type Sending, searches } from '../../shared/update/sending.ts';
import type { Update } from '../../shared/update/update.ts';

/** Signers read at once: two items each, and the progress, in a transaction of at most 100. */
const pageSize = 40;

interface Choosing {
  readonly store: Store;
  readonly keys: Keys;
  readonly update: Update;
  readonly now: Date;
}

/**
 * Chooses the recipients among the next signers, and moves on. One transaction.
 *
 * @returns whether it was written; false when another run did the same at the same moment, or a mailer still works on a
 *   cancelled update
 */
export async function chooseRecipients(choosing: Choosing, sending: Sending): Promise<boolean> {
  const { store, update } = choosing;
  const page = await readAudience(store, update.letter, sending.place, pageSize);
  const records = (await Promise.all(page.ids.map((id) => readSignature(store, id)))).filter(
    (record) => record !== undefined,
  );
  const chosen = await recipientsAmong(choosing, records);
  const { written } = await transact(store, [
    ...chosen.flatMap((subscriber) => chooseItems(choosing, subscriber)),
    progress(choosing, sending, chosen.length, page.next),
  ]);
  return written;
}

async function recipientsAmong(choosing: Choosing, records: readonly SignatureRecord[]) {
  const { keys } = choosing;
  // Most have not agreed: their mailboxes are not read.
  const agreed = records.filter((record) => !whyNotWritten(record, 'updates', unreadMailbox));
  const found = new Map<string, SignatureRecord[]>();
  for (const record of agreed) {
    const hash = hashMailbox(keys, record.email);
    found.set(hash, [...(found.get(hash) ?? []), record]);
  }
  const rows = await Promise.all([...found].map((one) => recipient(choosing, one)));
  return rows.filter((row) => row !== undefined);
}

async function recipient(
  { store, keys, update: { id, letter }, now }: Choosing,
  [hash, records]: readonly [string, readonly SignatureRecord[]],
): Promise<(Subscriber & { readonly foundBy: SignatureId }) | undefined> {
  const [first] = records;
  if (!first) return undefined;
  const { facts, subscriber } = await knowMailbox(store, keys, first, now);
  if (subscriber?.chosenFor.includes(id)) return undefined;
  const record = records.find((one) => !whyNotWritten(one, 'updates', facts));
  if (!record) return undefined;
  const row = subscriber ?? (await ensureSubscriber(store, { hash, letter, foundBy: record.id }));
  return { ...row, foundBy: record.id };
}

function chooseItems({ store, update, now }: Choosing, { id, foundBy }: Subscriber): TransactItems {
  return [
    {
      Update: {
        TableName: store.table,
        Key: subscriberKey(id),
        // A mail of a cancelled update may still be due: it is not sent any more.
        UpdateExpression:
          'SET chosenFor = list_append(if_not_exists(chosenFor, :none), :one), #update = :id, #due = :update, foundBy = :signature REMOVE handed, leasedUntil, leaseOwner',
        ConditionExpression:
          'attribute_exists(pk) AND NOT contains(chosenFor, :id) AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
        ExpressionAttributeNames: { '#update': 'update', '#due': 'due' },
        ExpressionAttributeValues: {
          ':none': [],
          ':one': [update.id],
          ':id': update.id,
          ':update': 'update',
          ':signature': foundBy,
          ':now': now.getTime(),
        },
      },
    },
    { Put: { TableName: store.table, Item: { ...unsentKey(update.id, id), letter: update.letter } } },
  ];
}

function progress(
  { store, update }: Choosing,
  { place, search }: Sending,
  chosen: number,
  next: Sending['place'],
): TransactItems[number] {
  return {
    Update: {
      TableName: store.table,
      Key: sendingKey(update.letter, update.id),
      UpdateExpression: `SET #search = :search${next ? ', #place = :place' : ' REMOVE #place'} ADD chosen :chosen`,
      // Somebody else may have moved on since.
      ConditionExpression: `${place ? '#place = :seen' : 'attribute_not_exists(#place)'} AND (#search = :was OR attribute_not_exists(#search))`,
      ExpressionAttributeNames: { '#search': 'search', '#place': 'place' },
      ExpressionAttributeValues: {
        ':chosen': chosen,
        ':search': next ? search : search + 1,
        ':was': search,
        ...(next ? { ':place': next } : {}),
        ...(place ? { ':seen': place } : {}),
      },
    },
  };
}

/** Whether everybody was looked at. */
export const allChosen = ({ search }: Sending): boolean => search >= searches;
