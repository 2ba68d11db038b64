/** API keys for programs that use /v1/admin: shown once, stored as a hash, with scopes and an expiry date. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { auditPut, type Happened } from '../../../shared/audit/audit.ts';
import { base32, everything, type GrantScope, grantScope, memberId, toBase32 } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/member/member.ts';
import { type Permission, permission } from '../../../shared/member/role.ts';
import { QueryCommand } from '../../../shared/platform/store/commands.ts';
import { apiKeyKey, apiKeysPartition } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { transact, transactOrThrow } from '../../../shared/platform/store/transaction.ts';
import { sameHash } from '../../../shared/platform/token/token.ts';
import { isoTimestamp } from '../../../shared/time.ts';

const idLength = 16;
const secretLength = 26; // 130 bits
const shape = new RegExp(`^us_([${base32}]{${idLength}})([${base32}]{${secretLength}})$`);

const apiKey = z.object({
  id: z.string(),
  /** Purpose of the key, in the words of the member who made it. */
  name: z.string(),
  hash: z.string(),
  scopes: z.array(permission),
  /** The letter that it is for, or `*`. */
  letter: grantScope,
  madeBy: memberId,
  /** The key that made this one. When it ends, this one ends too. */
  parent: z.string().optional(),
  madeAt: isoTimestamp,
  expiresAt: isoTimestamp,
});
export type ApiKey = z.infer<typeof apiKey>;

/** The public part of a key: never its hash. */
export const keyView = apiKey.pick({
  id: true,
  name: true,
  scopes: true,
  letter: true,
  madeBy: true,
  parent: true,
  madeAt: true,
  expiresAt: true,
});

const hashOf = (secret: string) => createHash('sha256').update(`api-key:${secret}`).digest('base64url');

/**
 * Creates a key and stores it, with the line of the audit trail.
 *
 * @returns the key and its secret text (`us_…`), which is shown only this once
 */
export async function makeApiKey(
  store: Store,
  wanted: Pick<ApiKey, 'name' | 'scopes' | 'letter' | 'madeBy' | 'parent' | 'expiresAt'>,
  happened: (id: string) => Happened,
  now: Date,
): Promise<{ key: ApiKey; shown: string }> {
  const [id, secret] = [toBase32(randomBytes(idLength)), toBase32(randomBytes(secretLength))];
  const key: ApiKey = { ...wanted, id, hash: hashOf(secret), madeAt: now.toISOString() };
  const ttl = Math.ceil(Date.parse(key.expiresAt) / 1000);
  await transactOrThrow(store, [
    { Put: { TableName: store.table, Item: { ...apiKeyKey(id), ...key, ttl } } },
    auditPut(store, happened(id), now),
  ]);
  return { key, shown: `us_${id}${secret}` };
}

/** Maximum length of a chain of keys in which each made the next. */
export const maxGenerations = 3;

/**
 * @returns the key for the sent text, if it is valid and has not expired, and neither have the keys that made it. One
 * read for each
 */
export async function findApiKey(store: Store, sent: string, now: Date): Promise<ApiKey | undefined> {
  const [, id, secret] = shape.exec(sent.trim()) ?? [];
  const item = id === undefined ? undefined : await readItem(store, apiKeyKey(id));
  if (!item || secret === undefined) return undefined;
  const key = apiKey.parse(item);
  return sameHash(hashOf(secret), key.hash) && (await isInForce(store, key, now)) ? key : undefined;
}

async function isInForce(store: Store, key: ApiKey, now: Date): Promise<boolean> {
  if (Date.parse(key.expiresAt) <= now.getTime()) return false;
  return key.parent === undefined || (await generationOf(store, key.parent, now)) !== undefined;
}

/**
 * @returns the length of the chain that leads to the key with that id, itself included; undefined when one of them has
 * expired or was revoked
 */
export async function generationOf(store: Store, id: string, now: Date): Promise<number | undefined> {
  let next: string | undefined = id;
  for (let generation = 0; generation <= maxGenerations; generation += 1) {
    if (next === undefined) return generation;
    const item = await readItem(store, apiKeyKey(next));
    const key: ApiKey | undefined = item && apiKey.parse(item);
    if (!key || Date.parse(key.expiresAt) <= now.getTime()) return undefined;
    next = key.parent;
  }
  return undefined;
}

/** @returns whether a key of the member still works: it does not once the member was revoked after making it */
export function isKeyOf({ madeAt }: ApiKey, { revokedAt, keysFrom = '' }: Member): boolean {
  return revokedAt === undefined && madeAt > keysFrom;
}

/** @returns all stored keys; expired ones are included until they are deleted */
export async function listApiKeys(store: Store): Promise<readonly ApiKey[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :keys',
      ExpressionAttributeValues: { ':keys': apiKeysPartition },
      ConsistentRead: true,
    }),
  );
  return z.array(apiKey).parse(Items ?? []);
}

/** Revokes the key immediately. @returns whether it existed */
export async function revokeApiKey(store: Store, id: string, happened: Happened, now: Date): Promise<boolean> {
  const Delete = { TableName: store.table, Key: apiKeyKey(id), ConditionExpression: 'attribute_exists(pk)' };
  return (await transact(store, [{ Delete }, auditPut(store, happened, now)])).written;
}

/** @returns whether the key has the permission in that scope; a key for one letter has none for everything */
export function keyMay({ scopes, letter }: ApiKey, wanted: Permission, scope: GrantScope): boolean {
  return scopes.includes(wanted) && (letter === everything || letter === scope);
}
