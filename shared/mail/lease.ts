/**
 * Leases on mails: only one mailer at a time works on a mail, so a message that SQS delivers twice sends one mail
 * (rule 1). Mails that write the mailbox row anyway keep their lease there: see mailbox/mail-in-progress.ts.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { SignatureId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { UpdateCommand } from '../platform/store/commands.ts';
import {
  disputeMailKey,
  handoverMailKey,
  linkRequestKey,
  noticeKey,
  signatureKey,
  signInKey,
  subscriberKey,
  testSignatureKey,
} from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { type StoredToken, storedToken } from '../platform/token/token.ts';
import { type MailAbout, type MailRequest, mailFacts } from './kind.ts';

/**
 * Duration of a lease, in milliseconds: longer than a mailer can run (`mailerTimeout` in infra/mailer.ts), since it may
 * hold a mail while waiting for its turn at SES. If a mailer is killed, SQS delivers the message again after the lease
 * has ended.
 */
export const leaseDuration = 65_000;

/** A lease that this mailer holds. */
export interface Lease {
  readonly request: MailRequest;
  readonly owner: string;
  /** The token stored with it, and its index in the list. */
  readonly kept?: Carried & { readonly index: number };
}

/** A token and the list that holds it: that of a signature, of a request to sign in, of a handover, or of a test signature. */
interface Carried {
  readonly of: 'manageTokens' | 'tokens';
  readonly stored: StoredToken;
}

/**
 * Takes the lease on a due mail and stores the hash of the token that the mail will carry. This happens before the mail
 * is sent, so that every link that reaches somebody works.
 *
 * When DynamoDB's answer is lost, the SDK sends the request again and finds its own first write. The lease names its
 * owner, so a mailer recognises its own.
 *
 * @param carried the token that the mail carries, if any, and its kind
 * @returns the lease, or undefined when the mail is no longer due or another mailer holds it. One UpdateItem
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
          ':until': now + leaseDuration,
          ':mine': owner,
          ...(carried ? { ':none': [], ':token': [carried.stored] } : {}),
        },
        ReturnValues: 'UPDATED_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return leaseWith(carried && list.parse(Attributes?.[carried.of]).length);
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    const found = leased.safeParse(error.Item).data;
    if (found?.leaseOwner.S !== owner) return undefined;
    return leaseWith(carried && found[carried.of]?.L.length);
  }
}

const list = z.array(z.unknown());
const typedList = z.object({ L: list }).optional();
/** The item as DynamoDB returns it with a failed condition: typed attributes. */
const leased = z.object({ leaseOwner: z.object({ S: z.string() }), manageTokens: typedList, tokens: typedList });

/**
 * Adds a token to a signature: one carried by another mail than its own, or one that could not be noted with the mail.
 * Does nothing when it is there already, or the signature is gone or erased.
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
 * Maximum number of links of one signature that work at once. A stranger can cause four a day, each valid for a month,
 * so only the owner can reach this number, and the row stays small.
 */
const maxTokens = 200;

/**
 * Removes expired tokens before another link to the owner's page is sent. Writes nothing when there are none; otherwise
 * one UpdateItem, which changes nothing when tokens were written concurrently.
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

/** Removes a token that no mail carried after all. */
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
 * Gives the lease back because the mail was not sent, so that the next mailer can try at once.
 *
 * @param isPerhapsOut there was no answer, so somebody may have the link: its token is kept
 */
export async function releaseLeaseOf(
  store: Store,
  { request, owner, kept }: Lease,
  isPerhapsOut: boolean,
): Promise<void> {
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
  // If tokens were added or removed concurrently, this token stays: one too many does no harm.
  if (isPerhapsOut || !(await change(kept))) await change(undefined);
}

const keysOf: Readonly<Record<MailAbout, (id: SignatureId) => { pk: string; sk: string }>> = {
  submission: signatureKey,
  signature: signatureKey,
  'link-request': linkRequestKey,
  'sign-in-request': signInKey,
  notice: noticeKey,
  handover: handoverMailKey,
  dispute: disputeMailKey,
  subscriber: subscriberKey,
  test: testSignatureKey,
};

/** @returns the key of the row on which the mail is due */
function dueKey({ signature, mail }: MailRequest) {
  return keysOf[mailFacts(mail).about](signature);
}
