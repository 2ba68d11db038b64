/**
 * The link by which people who have no account read a draft before it is opened. The secret is stored as a hash. A new
 * link replaces the previous one.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Actor, auditPut } from '../audit/audit.ts';
import { type LetterSlug, toBase32 } from '../ids.ts';
import { previewLinkKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { transactOrThrow } from '../platform/store/transaction.ts';
import { sameHash } from '../platform/token/token.ts';
import { isoTimestamp } from '../time.ts';

const link = z.object({ hash: z.string(), madeAt: isoTimestamp });

const secretLength = 26; // 26 × 5 = 130 bits

const hashOf = (slug: string, secret: string) =>
  createHash('sha256').update(`preview:${slug}:${secret}`).digest('base64url');

/** @returns the secret of the link, which is shown only now */
export async function makePreviewLink(store: Store, slug: LetterSlug, by: Actor, now: Date): Promise<string> {
  const secret = toBase32(randomBytes(secretLength));
  const made: z.infer<typeof link> = { hash: hashOf(slug, secret), madeAt: now.toISOString() };
  const Put = { TableName: store.table, Item: { ...previewLinkKey(slug), ...made } };
  await transactOrThrow(store, [{ Put }, auditPut(store, { by, did: 'letter.preview-link-made', scope: slug }, now)]);
  return secret;
}

/** Revokes the link, if there is one. */
export async function revokePreviewLink(store: Store, slug: LetterSlug, by: Actor, now: Date): Promise<void> {
  const Delete = { TableName: store.table, Key: previewLinkKey(slug) };
  const line = auditPut(store, { by, did: 'letter.preview-link-revoked', scope: slug }, now);
  await transactOrThrow(store, [{ Delete }, line]);
}

/** @returns the hash of the current link and when it was made, if there is one. One read. */
export async function readPreviewLink(
  store: Store,
  slug: LetterSlug,
): Promise<{ hash: string; madeAt: string } | undefined> {
  const item = await readItem(store, previewLinkKey(slug));
  return item && link.parse(item);
}

/**
 * One read, also for a letter that does not exist.
 *
 * @returns the hash of the letter's link, if the secret is that of the link
 */
export async function findPreviewLink(store: Store, slug: LetterSlug, secret: string): Promise<string | undefined> {
  const known = await readPreviewLink(store, slug);
  const isKnown = sameHash(known?.hash ?? hashOf('', ''), hashOf(slug, secret.trim().toLowerCase()));
  return isKnown ? known?.hash : undefined;
}
