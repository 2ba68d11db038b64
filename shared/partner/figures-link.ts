/**
 * Links by which a partner sees its own figures under a letter without signing in: numbers, nothing about people. The
 * secret is stored as a hash. A new link replaces the previous one.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { auditPut, type Happened } from '../audit/audit.ts';
import { type LetterSlug, type PartnerId, toBase32 } from '../ids.ts';
import { partnerLinkKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { transactOrThrow } from '../platform/store/transaction.ts';
import { sameHash } from '../platform/token/token.ts';
import { isoTimestamp } from '../time.ts';

const link = z.object({ hash: z.string(), madeAt: isoTimestamp });

const secretLength = 26; // 26 × 5 = 130 bits

const hashOf = (slug: LetterSlug, id: PartnerId, secret: string) =>
  createHash('sha256').update(`partner-figures:${slug}:${id}:${secret}`).digest('base64url');

/** @returns the secret of the link, which is shown only now */
export async function makeFiguresLink(
  store: Store,
  slug: LetterSlug,
  id: PartnerId,
  happened: Happened,
  now: Date,
): Promise<string> {
  const secret = toBase32(randomBytes(secretLength));
  const made: z.infer<typeof link> = { hash: hashOf(slug, id, secret), madeAt: now.toISOString() };
  const Put = { TableName: store.table, Item: { ...partnerLinkKey(slug, id), ...made } };
  await transactOrThrow(store, [{ Put }, auditPut(store, happened, now)]);
  return secret;
}

/** Revokes the link. */
export async function revokeFiguresLink(
  store: Store,
  slug: LetterSlug,
  id: PartnerId,
  happened: Happened,
  now: Date,
): Promise<void> {
  await transactOrThrow(store, [linkDelete(store, slug, id), auditPut(store, happened, now)]);
}

/** @returns the transaction item that deletes the link, if there is one */
export function linkDelete(store: Store, slug: LetterSlug, id: PartnerId) {
  return { Delete: { TableName: store.table, Key: partnerLinkKey(slug, id) } };
}

/** @returns when the link was created, if there is one. One read. */
export async function readFiguresLink(store: Store, slug: LetterSlug, id: PartnerId): Promise<string | undefined> {
  const item = await readItem(store, partnerLinkKey(slug, id));
  return item && link.parse(item).madeAt;
}

/** @returns whether the secret is that of the link. One read. */
export async function isFiguresSecret(store: Store, slug: LetterSlug, id: PartnerId, secret: string): Promise<boolean> {
  const item = await readItem(store, partnerLinkKey(slug, id));
  return item !== undefined && sameHash(link.parse(item).hash, hashOf(slug, id, secret.trim().toLowerCase()));
}
