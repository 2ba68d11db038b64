/**
 * The outbox: a mail that is due stands on its signature and in the index of what is due, until it was sent (DESIGN
 * rule 1).
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type LetterSlug, letterSlug, type SignatureId, signatureId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { dueShardName, dueShards, signatureKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import type { StoredToken } from '../platform/token/token.ts';
import type { HeldBecause } from './held-because.ts';
import { type DueKind, dueKind, type MailKind, type MailRequest } from './kind.ts';
import { heldByScreening } from './suspicion.ts';
import { sweepAt, sweepDelay } from './sweep-time.ts';

/** What is due when a mail is out. */
export type Next = { due: DueKind; at: Date; queued: readonly MailKind[] } | undefined;

/** What the first mail brought to light about a signature, by the names of its fields. */
export type Found = Readonly<
  Partial<
    Record<'organisationKey' | 'mailboxDomain' | 'publishedFrom' | 'individualsPublishedFrom', string | undefined>
  >
>;

/** Tokens that stood on the row of the mailbox until the mail was out, and what was found out meanwhile. */
export interface Carried {
  readonly of: 'confirmTokens' | 'manageTokens';
  readonly tokens: readonly StoredToken[];
  readonly found?: Found;
}

/** The fields of a signature that say what is due. */
interface Outbox {
  readonly dueAt?: string | undefined;
  readonly dueNext: readonly MailKind[];
  readonly lookAt?: string | undefined;
}

/** What is to end in a month is looked at then; what is due sooner is most likely done before anybody looks. */
function lookAfter({ due, at }: NonNullable<Next>, { lookAt }: Outbox): string {
  return due === 'expiry' ? at.toISOString() : sweepAt(at.toISOString(), lookAt);
}

/**
 * The mail is out, or will never be (`because`): the next one is due, or nothing.
 *
 * @param read the record as it was read before the mail was composed; when more became due since, it is not settled
 * @param carried what the mail carried, to be kept with the signature from now on
 * @returns whether it was settled; not when the record was changed since it was read
 */
export async function settle(
  store: Store,
  { signature, mail }: MailRequest,
  {
    next,
    read,
    because,
    carried,
  }: { next: Next; read: Outbox; because?: HeldBecause | undefined; carried?: Carried | undefined },
): Promise<boolean> {
  const queued = next?.queued ?? [];
  const facts = Object.entries(carried?.found ?? {}).filter(([, value]) => value !== undefined);
  const set = [
    ...(because ? ['heldBecause = :because'] : []),
    ...(next ? ['#due = :next, dueAt = :at, lookAt = :look'] : []),
    ...(queued.length > 0 ? ['dueNext = :queued'] : []),
    ...(carried ? ['#tokens = list_append(if_not_exists(#tokens, :noToken), :tokens)'] : []),
    ...facts.map(([name]) => `#${name} = :${name}`),
  ];
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: [
      set.length > 0 ? `SET ${set.join(', ')}` : '',
      ' REMOVE leasedUntil, leaseOwner, sweeps',
      queued.length > 0 ? '' : ', dueNext',
      next ? '' : ', #due, dueAt, lookAt, dueShard',
    ].join(''),
    ConditionExpression: `#due = :mail AND dueAt = :readAt AND ${
      read.dueNext.length > 0 ? 'dueNext = :read' : '(attribute_not_exists(dueNext) OR size(dueNext) = :none)'
    }`,
    ExpressionAttributeNames: {
      '#due': 'due',
      ...(carried ? { '#tokens': carried.of } : {}),
      ...Object.fromEntries(facts.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':mail': mail,
      ':readAt': read.dueAt,
      ...(carried ? { ':noToken': [], ':tokens': carried.tokens } : {}),
      ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
      ...(read.dueNext.length > 0 ? { ':read': read.dueNext } : { ':none': 0 }),
      ...(queued.length > 0 ? { ':queued': queued } : {}),
      ...(because ? { ':because': because } : {}),
      ...(next ? { ':next': next.due, ':at': next.at.toISOString(), ':look': lookAfter(next, read) } : {}),
    },
  });
}

/** What stands in the index: keys, and nothing that would have to be written again when it changes. */
const place = z.object({ pk: z.string(), sk: z.string() });

const dueItem = z.object({
  id: signatureId,
  /** None for what belongs to no letter: a link to sign in, or to one's signatures. */
  letter: letterSlug.optional(),
  due: dueKind,
  dueAt: z.string(),
  lookAt: z.string(),
  sweeps: z.number().default(0),
  screening: z.string().optional(),
});
type DueItem = z.infer<typeof dueItem>;

/** Something that was due some time ago. */
export interface Overdue<Due extends DueKind = DueKind> {
  readonly pk: string;
  readonly sk: string;
  readonly signature: SignatureId;
  readonly letter?: LetterSlug | undefined;
  readonly due: Due;
  readonly dueAt: string;
  readonly lookAt: string;
  /** How often the sweep has put it on the queue. */
  readonly sweeps: number;
  /** What looked wrong about the submission (`shared/mail/suspicion.ts`). */
  readonly screening?: string | undefined;
}

/** What the sweep finds in a shard. */
export interface Shard {
  readonly overdue: readonly Overdue[];
  /** First mails that are not sent, because of what looked wrong about the submission: however soon. */
  readonly suspicious: readonly Overdue[];
  /** What need not be looked at before it is due. */
  readonly early: readonly Overdue[];
}

/** So many are worked on at once; the next run goes on. */
const maxFound = 500;

/** @returns what of one shard was due before that moment. Queries of 500, and each of the items that they name */
export async function readShard(store: Store, shard: number, before: Date): Promise<Shard> {
  const until = new Date(before.getTime() + sweepDelay).toISOString();
  const overdue: Overdue[] = [];
  const suspicious: Overdue[] = [];
  const early: Overdue[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await readPlaces(store, shard, until, from);
    for (const found of await Promise.all(page.places.map((key) => readDue(store, key)))) {
      if (!found) continue;
      if (heldByScreening(found.due, found.screening)) suspicious.push(found);
      // What was put on the queue already is looked at when its time has come again.
      else if ((found.sweeps > 0 ? found.lookAt : found.dueAt) <= before.toISOString()) overdue.push(found);
      else if (found.dueAt > until) early.push(found);
    }
    from = page.next;
  } while (from && overdue.length + suspicious.length + early.length < maxFound);
  return { overdue, suspicious, early };
}

/** @returns what of one shard was due before that moment */
export async function readOverdue(store: Store, shard: number, before: Date): Promise<readonly Overdue[]> {
  const { overdue, suspicious } = await readShard(store, shard, before);
  return [...overdue, ...suspicious];
}

async function readPlaces(store: Store, shard: number, until: string, from: Record<string, unknown> | undefined) {
  const { name, partitionKey, sortKey } = table.indexes.due;
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: name,
      KeyConditionExpression: '#shard = :shard AND #look <= :until',
      ExpressionAttributeNames: { '#shard': partitionKey, '#look': sortKey },
      ExpressionAttributeValues: { ':shard': dueShardName(shard % dueShards), ':until': until },
      Limit: maxFound,
      ExclusiveStartKey: from,
    }),
  );
  return { places: z.array(place).parse(Items ?? []), next: LastEvaluatedKey };
}

/** The index may be behind: what stands on the item counts. */
async function readDue(store: Store, key: z.infer<typeof place>): Promise<Overdue | undefined> {
  const item = await readItem(store, key);
  if (item?.['due'] === undefined) return undefined;
  const { id, ...due }: DueItem = dueItem.parse(item);
  return { ...key, ...due, signature: id };
}

/** Looks at it again only at `next`, if it is still due then. */
export async function sweepAgain(
  store: Store,
  { pk, sk, due, lookAt }: Overdue,
  { next, sweeps }: { next: Date; sweeps: number },
): Promise<void> {
  await changeIf(store, {
    Key: { pk, sk },
    UpdateExpression: 'SET lookAt = :next, sweeps = :sweeps',
    ConditionExpression: '#due = :due AND lookAt = :seen',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':due': due, ':seen': lookAt, ':next': next.toISOString(), ':sweeps': sweeps },
  });
}
