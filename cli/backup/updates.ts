/** Updates in a verification: everyone who was chosen is found again, so that nobody gets an update twice. */
import * as z from 'zod';
import { letterSlug, signatureId, updateId } from '../../shared/ids.ts';
import { invited } from '../../shared/mailbox/invited.ts';
import { type Subscriber, subscriber } from '../../shared/mailbox/subscriber.ts';
import {
  invitedPrefix,
  subscriptionKey,
  subscriptionPrefix,
  unsentKey,
  updateDueKey,
  updatesDuePartition,
} from '../../shared/platform/store/keys.ts';
import { plan } from '../../shared/update/plan.ts';
import { type Update, update } from '../../shared/update/update.ts';

type Item = Readonly<Record<string, unknown>>;

export interface UpdateRows {
  readonly updates: Update[];
  /** The update that is being sent, by letter. */
  readonly active: Map<string, string>;
  readonly subscribers: Subscriber[];
  /** Ids of subscribers, by the key of the row that finds them. */
  readonly subscriptions: Map<string, string>;
  /** Keys of rows of updates to send. */
  readonly due: Set<string>;
  readonly unsent: Set<string>;
  /** Signatures that were invited to a letter that follows. */
  readonly invited: Set<string>;
}

export function emptyUpdateRows(): UpdateRows {
  const [due, unsent, found] = [new Set<string>(), new Set<string>(), new Set<string>()];
  return { updates: [], active: new Map(), subscribers: [], subscriptions: new Map(), due, unsent, invited: found };
}

const key = z.object({ pk: z.string(), sk: z.string() });
const subscription = z.object({ id: signatureId, letter: letterSlug });
const nameOf = ({ pk, sk }: z.infer<typeof key>) => `${pk} ${sk}`;

/** Records an item if it belongs to an update. @returns a fault when it cannot be read */
export function noteUpdateRow(rows: UpdateRows, item: Item): string[] {
  const found = key.parse(item);
  const { pk, sk } = found;
  const [family = '', name = ''] = pk.split('#');
  const noted = <Row>(schema: z.ZodType<Row>, note: (row: Row) => unknown): string[] => {
    const read = schema.safeParse(item);
    if (!read.success) return [`a row ${family} of an update cannot be read`];
    note(read.data);
    return [];
  };
  if (family === 'SUBSCRIBER') return noted(subscriber, (row) => rows.subscribers.push(row));
  if (family === 'UPDATES' && sk === 'PLAN')
    return noted(plan, ({ active }) => active && rows.active.set(name, active));
  if (family === 'UPDATES' && sk.startsWith('UPDATE#')) return noted(update, (row) => rows.updates.push(row));
  if (family === 'MAILBOX' && sk.startsWith(subscriptionPrefix))
    return noted(subscription, ({ id }) => rows.subscriptions.set(nameOf(found), id));
  if (family === 'MAILBOX' && sk.startsWith(invitedPrefix))
    return noted(invited, ({ signature }) => signature && rows.invited.add(signature));
  if (pk === updatesDuePartition) rows.due.add(nameOf(found));
  if (family === 'UNSENT') rows.unsent.add(nameOf(found));
  return [];
}

/** @returns one sentence for each fault, without the mailbox */
export function updateFaults(
  { updates, active, subscribers, subscriptions, due, unsent, invited: asked }: UpdateRows,
  { letters, tombstones }: { letters: ReadonlyMap<string, unknown>; tombstones: ReadonlySet<string> },
): string[] {
  const open = (state: Update['state']) => state === 'scheduled' || state === 'sending' || state === 'paused';
  const known = new Set(subscribers.map(({ id }) => String(id)));
  const owed = new Set<string>();
  // The mails of a cancelled one are cleaned away, and the row still names it.
  const underWay = new Set(updates.flatMap(({ id, state }) => (open(state) ? [id] : [])));
  const ofSubscribers = subscribers.flatMap(({ id, letter, subscribedMailbox, foundBy, update: sent, due: mail }) => {
    const row = sent !== undefined && mail ? nameOf(unsentKey(sent, id)) : undefined;
    if (row) owed.add(row);
    return [
      subscriptions.get(nameOf(subscriptionKey(subscribedMailbox, letter))) === id
        ? []
        : [`subscriber ${id} of ${letter} is not found by its mailbox`],
      tombstones.has(foundBy) ? [`subscriber ${id} leads to a signature that was forgotten`] : [],
      letters.has(letter) ? [] : [`subscriber ${id} belongs to the letter ${letter}, which does not exist`],
      row === undefined || unsent.has(row) || (sent && !underWay.has(sent))
        ? []
        : [`the mail of an update to subscriber ${id} would never be sent`],
    ].flat();
  });
  const ofUpdates = updates.flatMap(({ id, letter, state }) => [
    ...(letters.has(letter) ? [] : [`update ${id} belongs to the letter ${letter}, which does not exist`]),
    ...(open(state) && !due.has(nameOf(updateDueKey(letter, id))) ? [`update ${id} would never be sent`] : []),
  ]);
  return [
    ...ofSubscribers,
    ...ofUpdates,
    ...[...subscriptions.values()]
      .filter((id) => !known.has(id))
      .map((id) => `subscriber ${id} has a mailbox but does not exist`),
    ...[...unsent].filter((row) => !owed.has(row)).map(() => 'an unsent mail of an update has no recipient'),
    ...[...active].flatMap(([letter, id]) =>
      updateId.safeParse(id).success && updates.some((one) => one.id === id)
        ? []
        : [`letter ${letter} is sending update ${id}, which does not exist`],
    ),
    ...[...asked].filter((id) => tombstones.has(id)).map((id) => `an invitation leads to forgotten signature ${id}`),
  ];
}
