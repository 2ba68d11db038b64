/** Ids and small vocabularies that everything else builds on. This file imports no other file of the project. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';

/** Base 32 in lower case without i, l, o and u (Crockford's alphabet), which survives retyping and case folding. */
export const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** @returns one character for the low five bits of each byte */
export function toBase32(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => base32.charAt(byte & 31)).join('');
}

/** The id of a signature: 100 random bits, never shown in public. It is also the partition key. */
export const signatureId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{20}$/)
  .brand('SignatureId');
export type SignatureId = z.infer<typeof signatureId>;

/**
 * @param bytes at least 20 bytes that nobody can guess; random by default
 * @returns an id made from them
 */
export function makeSignatureId(bytes: Uint8Array = randomBytes(20)): SignatureId {
  return signatureId.parse(toBase32(bytes.subarray(0, 20)));
}

/**
 * Names that no letter may have: first path segments that routes use, or that browsers and crawlers request. A test
 * compares this list with the routes of the app.
 */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'assets',
  'confirm',
  'console',
  'docs',
  'embed',
  'health',
  'letters',
  'manage',
  'oembed',
  'privacy',
  'static',
  'stop',
  'v1',
  'v2',
  'well-known',
]);

export const letterSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens between them')
  .min(2)
  .max(80)
  .refine((slug) => !reservedSlugs.has(slug), 'this word is part of another address of the site; choose another')
  .brand('LetterSlug');
export type LetterSlug = z.infer<typeof letterSlug>;

export const letterState = z.enum(['draft', 'open', 'closed', 'delivered']);

/** The id of a delivery: 60 random bits, because it is part of public addresses before the delivery is public. */
export const deliveryId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{12}$/)
  .brand('DeliveryId');
export type DeliveryId = z.infer<typeof deliveryId>;

export function makeDeliveryId(): DeliveryId {
  return deliveryId.parse(toBase32(randomBytes(12)));
}

/** The id of an uploaded file: 100 random bits, because it is part of public addresses once the file is public. */
export const uploadId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{20}$/)
  .brand('UploadId');
export type UploadId = z.infer<typeof uploadId>;

export function makeUploadId(): UploadId {
  return uploadId.parse(toBase32(randomBytes(20)));
}

/** The id of an update: 60 random bits, because it is part of public addresses before the update is public. */
export const updateId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{12}$/)
  .brand('UpdateId');
export type UpdateId = z.infer<typeof updateId>;

export function makeUpdateId(): UpdateId {
  return updateId.parse(toBase32(randomBytes(12)));
}

export const partnerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'an id of a partner: lower-case letters, digits, hyphens')
  .brand('PartnerId');
export type PartnerId = z.infer<typeof partnerId>;

export const memberId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{16}$/)
  .brand('MemberId');
export type MemberId = z.infer<typeof memberId>;

export function makeMemberId(): MemberId {
  return memberId.parse(toBase32(randomBytes(16)));
}

/** The scope of a grant that covers all letters, including future ones, instead of one letter. */
export const everything = '*';
export const grantScope = z.union([z.literal(everything), letterSlug]);
export type GrantScope = z.infer<typeof grantScope>;
