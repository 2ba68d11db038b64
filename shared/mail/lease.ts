/**
 * One mailer at a time works on a mail, so that a message that SQS delivers twice sends one mail (DESIGN rule 1). Mails for
 * which the row of the mailbox is written anyway have their lease there: see mailbox/mail-in-progress.ts.
 */
import { randomBytes } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SignatureId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { linkRequestKey, noticeKey, signatureKey, signInKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { type StoredToken, storedToken } from '../platform/token/token.ts';
import type { MailRequest } from './kind.ts';

/**
 * Longer than a mailer lives (`mailerTimeout` in infra/mailer.ts), in milliseconds: it may wait for its turn at SES with the
 * mail in hand. What a killed mailer had in hand waits for its message, which SQS brings again later than this.
 */
export const leaseFor = 65_000;

/** A lease that this mailer holds. */
export interface Lease {
  readonly request: MailRequest;
  readonly owner: string;
  /** The token that was kept with it, and its place among the others. */
  readonly kept?: Carried & { readonly index: number };
}

/** A token, and among which it is kept: those of a signature, or of a request to sign in. */
interface Carried {
  readonly of: 'manageTokens' | 'tokens';
  readonly stored: StoredToken;
}

/**
 * Takes the lease on a due mail and keeps the hash of the token that it will carry: before the mail leaves, so that a
 * link that reached somebody always works.
 *
 * When the answer of DynamoDB is lost, the SDK asks again, and the second try meets the first: the lease names its owner,
 * so that a mailer knows its own.
 *
 * @param carried the token that the mail carries, if any, and of which kind
 * @returns the lease, or undefined when the mail is not due any more or somebody else is at it. One UpdateItem
 */
export async function takeLease(
  store: Store,
  request: MailRequest,
  carried: Carried | undefined,
  now: number,
): Promise<Lease | undefined> {
  const owner = randomBytes(8).toString('base64url');
  const leaseWith = (tokens: number | undefined): Lease => {
    const kept = carried && { ...carried, index: (tokens ?? 1) - 1 };
    return { request, owner, ...(kept ? { kept } : {}) };
  };
  try {
    const { Attributes } = await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: dueKey(request),
        UpdateExpression: [
          'SET leasedUntil = :until, leaseOwner = :mine',
          ...(carried ? ['#tokens = list_append(if_not_exists(#tokens, :none), :token)'] : []),
        ].join(', '),
        ConditionExpression: '#due = :mail AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
        ExpressionAttributeNames: { '#due': 'due', ...(carried ? { '#tokens': carried.of } : {}) },
        ExpressionAttributeValues: {
          ':mail': request.mail,
          ':now': now,
          ':until': now + leaseFor,
          ':mine': owner,
          ...(carried ? { ':none': [], ':token': [carried.stored] } : {}),
        },
        ReturnValues: 'UPDATED_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return leaseWith(carried && z.array(z.unknown()).parse(Attributes?.[carried.of]).length);
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    const found = leased.safeParse(error.Item).data;
    if (found?.leaseOwner.S !== owner) return undefined;
    return leaseWith(carried && found[carried.of]?.L.length);
  }
}

const typedList = z.object({ L: z.array(z.unknown()) }).optional();
/** As DynamoDB gives it back with a failed condition: typed attributes. */
const leased = z.object({ leaseOwner: z.object({ S: z.string() }), manageTokens: typedList, tokens: typedList });

/**
 * Adds a token to a signature that another mail than its own carries, or that could not be noted with the mail; nothing
 * when it is there, or the signature is gone or erased.
 */
export async function addToken(
  store: Store,
  signature: SignatureId,
  { of, stored }: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken },
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: 'SET #tokens = list_append(if_not_exists(#tokens, :none), :token)',
    ConditionExpression: 'attribute_exists(email) AND NOT contains(#tokens, :one)',
    ExpressionAttributeNames: { '#tokens': of },
    ExpressionAttributeValues: { ':none': [], ':token': [stored], ':one': stored },
  });
}

/**
 * Links of one signature that work at once. A stranger can have four of them made a day, which work for a month each; so nobody
 * but its owner reaches this number, and the row stays small.
 */
const maxTokens = 200;

/**
 * Before one more link to the owner's page goes out: takes away those that work no more. Nothing is written where there are
 * none; one UpdateItem otherwise, and nothing changes when others write tokens in that moment.
 */
export async function dropExpiredTokens(
  store: Store,
  { id, manageTokens }: { id: SignatureId; manageTokens: readonly StoredToken[] },
  now: number,
): Promise<void> {
  const usable = manageTokens.filter(({ expiresAt }) => expiresAt > now).slice(-maxTokens);
  if (usable.length === manageTokens.length) return;
  await changeIf(store, {
    Key: signatureKey(id),
    UpdateExpression: 'SET manageTokens = :usable',
    ConditionExpression: 'manageTokens = :read',
    ExpressionAttributeValues: { ':usable': usable, ':read': manageTokens },
  });
}

/** Takes away a token that no mail carried after all. */
export async function dropToken(
  store: Store,
  signature: SignatureId,
  { of, stored }: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken },
): Promise<void> {
  const kept = z.array(storedToken).parse((await readItem(store, signatureKey(signature)))?.[of] ?? []);
  const index = kept.findIndex(({ hash }) => hash === stored.hash);
  if (index < 0) return;
  await changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: `REMOVE #tokens[${index}]`,
    ConditionExpression: `#tokens[${index}] = :token`,
    ExpressionAttributeNames: { '#tokens': of },
    ExpressionAttributeValues: { ':token': stored },
  });
}

/**
 * The mail did not leave: whoever gets the message next may try at once.
 *
 * @param isPerhapsOut no answer came, so that somebody may have the link: its token is kept
 */
export async function giveBack(store: Store, { request, owner, kept }: Lease, isPerhapsOut: boolean): Promise<void> {
  const change = (token: Lease['kept']) =>
    changeIf(store, {
      Key: dueKey(request),
      UpdateExpression: `REMOVE leasedUntil, leaseOwner${token ? `, #tokens[${token.index}]` : ''}`,
      ConditionExpression: `#due = :mail AND leaseOwner = :mine${token ? ` AND #tokens[${token.index}] = :token` : ''}`,
      ExpressionAttributeNames: { '#due': 'due', ...(token ? { '#tokens': token.of } : {}) },
      ExpressionAttributeValues: {
        ':mail': request.mail,
        ':mine': owner,
        ...(token ? { ':token': token.stored } : {}),
      },
    });
  // Where others took away or added tokens meanwhile, one too many harms nobody.
  if (isPerhapsOut || !(await change(kept))) await change(undefined);
}

/** @returns where the mail that is due stands */
function dueKey({ signature, mail }: MailRequest) {
  if (mail === 'link') return linkRequestKey(signature);
  if (mail === 'invitation' || mail === 'digest') return noticeKey(signature);
  return mail === 'sign-in' ? signInKey(signature) : signatureKey(signature);
}
