/**
 * Signing in by mail. Every address gets the same answer for the same work: a request is stored, and the mailer finds
 * out whether the mailbox belongs to a member. The link in the mail opens a page with a button, which uses the link up.
 */

import * as z from 'zod';
import { makeSignatureId, type SignatureId, signatureId } from '../ids.ts';
import { dueRow } from '../mail/due-row.ts';
import { changeIf, changeOnce } from '../platform/store/change.ts';
import { PutCommand } from '../platform/store/commands.ts';
import { signInKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { checkToken, readToken, storedToken } from '../platform/token/token.ts';
import { isoTimestamp } from '../time.ts';

/** Lifetime of a link, in milliseconds: long enough for a slow mail, shorter than a working day. */
export const signInFor = 3600 * 1000;
/** Retention of a request, in milliseconds. */
const keptFor = 24 * 3600 * 1000;

const signInRequest = z.object({
  id: signatureId,
  email: z.string(),
  /** The address is the one configured at deployment, whose owner becomes the first member. */
  first: z.boolean(),
  tokens: z.array(storedToken).default([]),
  usedAt: isoTimestamp.optional(),
});
export type SignInRequest = z.infer<typeof signInRequest>;

/**
 * Stores the request. The mail is sent through the outbox, if the mailbox belongs to a member. One PutItem for every
 * address.
 */
export async function requestSignIn(
  store: Store,
  { email, first }: { email: string; first: boolean },
  now: Date,
): Promise<void> {
  const id = makeSignatureId();
  await store.client.send(
    new PutCommand({
      TableName: store.table,
      Item: { ...signInKey(id), email, first, due: 'sign-in', ...dueRow(id, keptFor, now) },
    }),
  );
}

/** @returns the request, or undefined when it is gone. One strongly consistent read. */
export async function readSignIn(store: Store, id: SignatureId): Promise<SignInRequest | undefined> {
  const item = await readItem(store, signInKey(id));
  return item && signInRequest.parse(item);
}

/** Settles a request whose mail was sent, or that belongs to no member. */
export async function settleSignIn(store: Store, id: SignatureId): Promise<void> {
  await changeIf(store, {
    Key: signInKey(id),
    UpdateExpression: 'REMOVE #due, dueAt, lookAt, dueShard, leasedUntil, leaseOwner, sweeps',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#due': 'due' },
  });
}

/** @returns the request that a token belongs to, while the link works and is unused */
export async function findSignIn(store: Store, text: string, now: Date): Promise<SignInRequest | undefined> {
  const token = readToken(text);
  const request = token && (await readSignIn(store, token.id));
  if (!request || request.usedAt) return undefined;
  return checkToken(token.token, 'sign-in', request.tokens, now.getTime()) === 'valid' ? request : undefined;
}

/** @returns whether this call used the link up; true only once */
export function useSignIn(store: Store, { id }: SignInRequest, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: signInKey(id),
    UpdateExpression: 'SET usedAt = :now',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
    ExpressionAttributeValues: { ':now': now.toISOString() },
  });
}
