/**
 * The outbox: a due mail is stored on its signature and in the index of due work, until it was sent (rule 1).
 */
import * as z from 'zod';
import { type LetterSlug, letterSlug, type SignatureId, signatureId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { dueShardName, dueShards, signatureKey } from '../platform/store/keys.ts';
import { queryPage, type StartKey } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import type { StoredToken } from '../platform/token/token.ts';
import type { HeldBecause } from './held-because.ts';
import { type DueKind, dueKind, type MailKind, type MailRequest } from './kind.ts';
import { heldByScreening } from './suspicion.ts';
import { sweepAt, sweepDelay } from './sweep-time.ts';

/** The next thing to become due once a mail is sent. */
export type Next = { due: DueKind; at: Date; queued: readonly MailKind[] } | undefined;

/** Fields of a signature that were found out while sending the first mail. */
export type Found = Readonly<
  Partial<
    Record<'organisationKey' | 'mailboxDomain' | 'publishedFrom' | 'individualsPublishedFrom', string | undefined>
  >
>;

/** Tokens that were kept on the mailbox row until the mail was sent, and fields found out meanwhile. */
export interface Carried {
  readonly of: 'confirmTokens' | 'manageTokens';
  readonly tokens: readonly StoredToken[];
  readonly found?: Found;
}

/** Fields of a signature that say which mail is due. */
interface Outbox {
  readonly dueAt?: string | undefined;
  readonly dueNext: readonly MailKind[];
  readonly lookAt?: string | undefined;
}

/** Time of the next look: for an expiry, when it is due. Anything sooner is most likely done before the sweep looks. */
function lookAfter({ due, at }: NonNullable<Next>, { lookAt }: Outbox): string {
  return due === 'expiry' ? at.toISOString() : sweepAt(at.toISOString(), lookAt);
}

/**
 * Records that the mail was sent, or never will be (`because`), and makes the next thing due, if any.
 *
 * @param read the record as read before the mail was composed; if more became due since, the mail is not settled
 * @param carried what the mail carried, to be stored with the signature
 * @returns whether it was settled; false when the record changed since it was read
 */
export async function settleDueMail(
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

/** The index holds only keys, so that changes of other attributes do not write it again. */
const place = z.object({ pk: z.string(), sk: z.string() });

const dueItem = z.object({
  id: signatureId,
  /** Absent on rows that belong to no letter: requests to sign in, or for links. */
  letter: letterSlug.optional(),
  due: dueKind,
  dueAt: z.string(),
  lookAt: z.string(),
  sweeps: z.number().default(0),
  screening: z.string().optional(),
});
type DueItem = z.infer<typeof dueItem>;

/** Something that has been due for some time. */
export interface Overdue<Due extends DueKind = DueKind> {
  readonly pk: string;
  readonly sk: string;
  readonly signature: SignatureId;
  readonly letter?: LetterSlug | undefined;
  readonly due: Due;
  readonly dueAt: string;
  readonly lookAt: string;
  /** Number of times that the sweep has queued it. */
  readonly sweeps: number;
  /** Suspicions about the submission (`shared/mail/suspicion.ts`). */
  readonly screening?: string | undefined;
}

/** The entries that the sweep finds in a shard. */
export interface Shard {
  readonly overdue: readonly Overdue[];
  /** First mails that are held because of suspicions about the submission, even before they are overdue. */
  readonly suspicious: readonly Overdue[];
  /** Entries that need no look before they are due. */
  readonly early: readonly Overdue[];
}

/** Maximum number of entries processed at once; the next run continues. */
const maxFound = 500;

/** @returns the entries of one shard that were due before that time. Queries of 500, and a read of each item found */
export async function readShard(store: Store, shard: number, before: Date): Promise<Shard> {
  const until = new Date(before.getTime() + sweepDelay).toISOString();
  const overdue: Overdue[] = [];
  const suspicious: Overdue[] = [];
  const early: Overdue[] = [];
  let from: StartKey | undefined;
  do {
    const page = await readPlaces(store, shard, until, from);
    for (const found of await Promise.all(page.places.map((key) => readDue(store, key)))) {
      if (!found) continue;
      if (heldByScreening(found.due, found.screening)) suspicious.push(found);
      // An entry that was queued before is looked at again when its sweep time comes.
      else if ((found.sweeps > 0 ? found.lookAt : found.dueAt) <= before.toISOString()) overdue.push(found);
      else if (found.dueAt > until) early.push(found);
    }
    from = page.next;
  } while (from && overdue.length + suspicious.length + early.length < maxFound);
  return { overdue, suspicious, early };
}

/** @returns the entries of one shard that were due before that time */
export async function readOverdue(store: Store, shard: number, before: Date): Promise<readonly Overdue[]> {
  const { overdue, suspicious } = await readShard(store, shard, before);
  return [...overdue, ...suspicious];
}

async function readPlaces(store: Store, shard: number, until: string, from: StartKey | undefined) {
  const range = { keys: { upTo: until }, limit: maxFound, start: from };
  const { rows, next } = await queryPage(store, table.indexes.due, dueShardName(shard % dueShards), range, place);
  return { places: rows, next };
}

/** Reads the item itself, since the index may lag behind. */
async function readDue(store: Store, key: z.infer<typeof place>): Promise<Overdue | undefined> {
  const item = await readItem(store, key);
  if (item?.['due'] === undefined) return undefined;
  const { id, ...due }: DueItem = dueItem.parse(item);
  return { ...key, ...due, signature: id };
}

/** Postpones the next look at it to `next`, if it is still due then. */
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
