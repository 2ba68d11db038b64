/**
 * The outbox: a mail that is due stands on its signature and in the index of what is due, until it was sent. One mailer
 * at a time works on it, under a short lease, so that a message that SQS delivers twice sends one mail (DESIGN rule 1).
 */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type SignatureId, signatureId } from '../signature/id.ts';
import type { HeldBecause, SignatureRecord } from '../signature/record.ts';
import { dueShardName, dueShards, linkRequestKey, signatureKey } from '../store/keys.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import type { StoredToken } from '../token/token.ts';
import { type DueKind, dueKind, type MailKind, type MailRequest } from './kind.ts';

/**
 * Longer than composing and sending one mail can take, in milliseconds: the mailer's tries at SES end within 10 s
 * (`patience` in functions/mailer/handler.ts). What a killed mailer had in hand waits as long as this.
 */
const leaseFor = 12_000;

/** What finding the organisation brings to light, kept with the lease on the first mail. */
export type Found = Pick<SignatureRecord, 'organisationKey' | 'mailboxDomain' | 'publishedFrom'>;

/**
 * Takes the lease on a due mail and keeps the hash of the token that it will carry: before the mail leaves, so that a
 * link that reached somebody always works.
 *
 * @param token which of the signature's tokens the mail carries, if any
 * @returns whether the mail is still due and nobody else is at it
 */
export async function takeLease(
  store: Store,
  request: MailRequest,
  {
    token,
    found = {},
  }: { token?: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken } | undefined; found?: Found },
  now: number,
): Promise<boolean> {
  const facts = Object.entries(found).filter(([, value]) => value !== undefined);
  return changeIf(store, {
    Key: dueKey(request),
    UpdateExpression: [
      'SET leasedUntil = :until',
      ...(token ? ['#tokens = list_append(if_not_exists(#tokens, :none), :token)'] : []),
      ...facts.map(([name]) => `#${name} = :${name}`),
    ].join(', '),
    ConditionExpression: '#due = :mail AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    ExpressionAttributeNames: {
      '#due': 'due',
      ...(token ? { '#tokens': token.of } : {}),
      ...Object.fromEntries(facts.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':mail': request.mail,
      ':now': now,
      ':until': now + leaseFor,
      ...(token ? { ':none': [], ':token': [token.stored] } : {}),
      ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
    },
  });
}

/** Adds a token to a signature that another mail than its own carries; nothing when the signature is gone. */
export async function addToken(
  store: Store,
  signature: SignatureId,
  { of, stored }: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken },
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: 'SET #tokens = list_append(if_not_exists(#tokens, :none), :token)',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(forgottenAt)',
    ExpressionAttributeNames: { '#tokens': of },
    ExpressionAttributeValues: { ':none': [], ':token': [stored] },
  });
}

/** What is due when a mail is out. */
export type Next = { due: DueKind; at: Date; queued: readonly MailKind[] } | undefined;

/**
 * The mail is out, or will never be (`because`): the next one is due, or nothing.
 *
 * @param next what the record said when it was read; when more was queued since, it is asked again
 * @returns whether it was settled; not when the record was changed since it was read
 */
export async function settle(
  store: Store,
  { signature, mail }: MailRequest,
  { next, queued, because }: { next: Next; queued: readonly MailKind[]; because?: HeldBecause | undefined },
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: [
      because || next ? 'SET ' : '',
      [
        ...(because ? ['heldBecause = :because'] : []),
        ...(next ? ['#due = :next, dueAt = :at, dueNext = :queued'] : []),
      ].join(', '),
      ` REMOVE leasedUntil, sweeps${next ? '' : ', #due, dueAt, dueShard, dueNext'}`,
    ].join(''),
    ConditionExpression: `#due = :mail AND ${
      queued.length > 0 ? 'dueNext = :read' : '(attribute_not_exists(dueNext) OR size(dueNext) = :none)'
    }`,
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':mail': mail,
      ...(queued.length > 0 ? { ':read': queued } : { ':none': 0 }),
      ...(because ? { ':because': because } : {}),
      ...(next ? { ':next': next.due, ':at': next.at.toISOString(), ':queued': next.queued } : {}),
    },
  });
}

/** The mail did not leave: whoever gets the message next may try at once. */
export async function giveBack(store: Store, request: MailRequest): Promise<void> {
  await changeIf(store, {
    Key: dueKey(request),
    UpdateExpression: 'REMOVE leasedUntil',
    ConditionExpression: '#due = :mail',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':mail': request.mail },
  });
}

const dueRow = z.object({
  pk: z
    .string()
    .transform((pk) => pk.slice(pk.indexOf('#') + 1))
    .pipe(signatureId),
  due: dueKind,
  dueAt: z.string(),
  sweeps: z.number().default(0),
});

/** Something that was due some time ago. */
export interface Overdue<Due extends DueKind = DueKind> {
  readonly signature: SignatureId;
  readonly due: Due;
  readonly dueAt: string;
  readonly sweeps: number;
}

/** @returns what of one shard was due before that moment, oldest first, at most 500. One Query. */
export async function readOverdue(store: Store, shard: number, before: Date): Promise<Overdue[]> {
  const { name, partitionKey, sortKey } = table.indexes.due;
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: name,
      KeyConditionExpression: '#shard = :shard AND #at <= :before',
      ExpressionAttributeNames: { '#shard': partitionKey, '#at': sortKey },
      ExpressionAttributeValues: { ':shard': dueShardName(shard % dueShards), ':before': before.toISOString() },
      Limit: 500,
    }),
  );
  return z
    .array(dueRow)
    .parse(Items ?? [])
    .map(({ pk, due, dueAt, sweeps }) => ({ signature: pk, due, dueAt, sweeps }));
}

/** Looks at the mail again only at `next`, if it is still due then. */
export async function postpone(
  store: Store,
  { signature, due, dueAt, sweeps }: Overdue<MailKind>,
  next: Date,
): Promise<void> {
  await changeIf(store, {
    Key: dueKey({ signature, mail: due }),
    UpdateExpression: 'SET dueAt = :next, sweeps = :sweeps',
    ConditionExpression: '#due = :mail AND dueAt = :seen',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':mail': due,
      ':seen': dueAt,
      ':next': next.toISOString(),
      ':sweeps': sweeps + 1,
    },
  });
}

/** @returns where the mail that is due stands */
const dueKey = ({ signature, mail }: MailRequest) =>
  mail === 'link' ? linkRequestKey(signature) : signatureKey(signature);

type Change = Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName'>;

/** @returns whether the condition held and the item was changed */
async function changeIf(store: Store, change: Change): Promise<boolean> {
  try {
    await store.client.send(new UpdateCommand({ TableName: store.table, ...change }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
