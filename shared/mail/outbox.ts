/**
 * The outbox: a mail that is due stands on its signature and in the index of what is due, until it was sent. One mailer
 * at a time works on it, under a short lease, so that a message that SQS delivers twice sends one mail (DESIGN rule 1).
 */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { signatureId } from '../signature/id.ts';
import type { HeldBecause } from '../signature/record.ts';
import { dueShardName, dueShards, signatureKey } from '../store/keys.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import type { StoredToken } from '../token/token.ts';
import { type MailKind, type MailRequest, mailKind } from './kind.ts';

/**
 * Longer than composing and sending one mail can take, in milliseconds: the mailer's tries at SES end within 10 s
 * (`patience` in functions/mailer/handler.ts). What a killed mailer had in hand waits as long as this.
 */
const leaseFor = 12_000;

const tokensOf = { confirmation: 'confirmTokens', receipt: 'manageTokens' } as const satisfies Record<MailKind, string>;

/**
 * Takes the lease on a due mail and keeps the hash of the token that it will carry: before the mail leaves, so that a
 * link that reached somebody always works.
 *
 * @param organisationKey found while composing; kept with the lease
 * @returns whether the mail is still due and nobody else is at it
 */
export async function takeLease(
  store: Store,
  { signature, mail }: MailRequest,
  { token, organisationKey }: { token: StoredToken; organisationKey: string | undefined },
  now: number,
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression:
      `SET leasedUntil = :until, #tokens = list_append(if_not_exists(#tokens, :none), :token)` +
      (organisationKey ? ', organisationKey = :key' : ''),
    ConditionExpression: '#due = :mail AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    ExpressionAttributeNames: { '#due': 'due', '#tokens': tokensOf[mail] },
    ExpressionAttributeValues: {
      ':mail': mail,
      ':now': now,
      ':until': now + leaseFor,
      ':none': [],
      ':token': [token],
      ...(organisationKey ? { ':key': organisationKey } : {}),
    },
  });
}

/** The mail is out, or will never be (`because`): nothing is due any more. */
export async function settle(store: Store, { signature, mail }: MailRequest, because?: HeldBecause): Promise<void> {
  await changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: `${because ? 'SET heldBecause = :because ' : ''}REMOVE #due, dueAt, dueShard, leasedUntil, sweeps`,
    ConditionExpression: '#due = :mail',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':mail': mail, ...(because ? { ':because': because } : {}) },
  });
}

/** The mail did not leave: whoever gets the message next may try at once. */
export async function giveBack(store: Store, { signature, mail }: MailRequest): Promise<void> {
  await changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: 'REMOVE leasedUntil',
    ConditionExpression: '#due = :mail',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':mail': mail },
  });
}

const dueRow = z.object({
  pk: z
    .string()
    .transform((pk) => pk.replace(/^SIGNATURE#/, ''))
    .pipe(signatureId),
  due: mailKind,
  dueAt: z.string(),
  sweeps: z.number().default(0),
});

/** A mail that was due some time ago. */
export interface Overdue {
  readonly request: MailRequest;
  readonly dueAt: string;
  readonly sweeps: number;
}

/** @returns the mails of one shard that were due before that moment, oldest first, at most 500. One Query. */
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
    .map(({ pk, due, dueAt, sweeps }) => ({ request: { signature: pk, mail: due }, dueAt, sweeps }));
}

/** Looks at the mail again only at `next`, if it is still due then. */
export async function postpone(store: Store, { request, dueAt, sweeps }: Overdue, next: Date): Promise<void> {
  await changeIf(store, {
    Key: signatureKey(request.signature),
    UpdateExpression: 'SET dueAt = :next, sweeps = :sweeps',
    ConditionExpression: '#due = :mail AND dueAt = :seen',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: {
      ':mail': request.mail,
      ':seen': dueAt,
      ':next': next.toISOString(),
      ':sweeps': sweeps + 1,
    },
  });
}

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
