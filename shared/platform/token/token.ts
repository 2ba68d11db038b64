/**
 * Secrets sent by mail: long tokens in links, short codes for people who type.
 *
 * A token is the signature's id followed by 128 random bits, in lower-case base 32 without look-alikes, so that it
 * survives mail programs that fold case or cut at punctuation. Only a hash of it, bound to its purpose, is stored.
 */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { base32, type LetterSlug, type SignatureId, signatureId, toBase32 } from '../../ids.ts';
import type { Keys } from './keys.ts';

/** A token has one purpose only: a confirm token opens no manage page. */
export type TokenPurpose = 'confirm' | 'manage' | 'test' | 'sign-in' | 'document' | 'arrived' | `follow:${LetterSlug}`;

/** The stored form of a token: its hash, and its expiry in milliseconds since 1970. */
export const storedToken = z.object({ hash: z.string(), expiresAt: z.number() });
export type StoredToken = z.infer<typeof storedToken>;

/** Characters of a token after the id. */
export const secretLength = 26; // 26 × 5 = 130 bits ≥ 128
const tokenShape = new RegExp(`^([${base32}]{20})([${base32}]{${secretLength}})$`);

/**
 * @param id the signature that the token belongs to
 * @param purpose what the token allows
 * @param expiresAt milliseconds since 1970
 * @returns the token (46 characters, for the mail only) and its stored form
 */
export function makeToken(id: SignatureId, purpose: TokenPurpose, expiresAt: number) {
  const token = `${id}${toBase32(randomBytes(secretLength))}`;
  return { token, stored: { hash: hashToken(token, purpose), expiresAt } };
}

/**
 * @param text from a path, as typed or mangled by a mail program
 * @returns the token in canonical form with its id, or undefined when it is not one
 */
export function readToken(text: string): { token: string; id: SignatureId } | undefined {
  const token = text.trim().toLowerCase();
  const match = tokenShape.exec(token);
  const id = signatureId.safeParse(match?.[1]);
  return match && id.success ? { token, id: id.data } : undefined;
}

export type TokenState = 'valid' | 'expired' | 'unknown';

/**
 * Compares with every stored hash in constant time, whichever matches.
 *
 * @returns whether it is one of the stored tokens, and has not expired
 */
export function checkToken(
  token: string,
  purpose: TokenPurpose,
  stored: readonly StoredToken[],
  now: number,
): TokenState {
  const hash = Buffer.from(hashToken(token, purpose));
  let state: TokenState = 'unknown';
  for (const candidate of stored) {
    const other = Buffer.from(candidate.hash);
    if (other.length === hash.length && timingSafeEqual(other, hash)) {
      state = candidate.expiresAt > now ? 'valid' : 'expired';
    }
  }
  return state;
}

function hashToken(token: string, purpose: TokenPurpose): string {
  return createHash('sha256').update(`${purpose}:${token}`).digest('base64url');
}

/** Leaves out 0/O, 1/I/L and U/V, which people confuse on paper. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const codeLength = 8;

/** @returns a code of 8 unambiguous characters (38 bits) */
export function makeCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join('');
}

/** @returns the code as printed: two groups of four */
export function printCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** @returns the code without separators and invisible characters, or undefined when it cannot be one */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s\-–—.\p{Cf}]/gu, '');
  return code.length === codeLength && [...code].every((c) => codeAlphabet.includes(c)) ? code : undefined;
}

/** @returns the keyed hash under which a code is stored, bound to the signature that it confirms */
export function hashCode(keys: Keys, id: SignatureId, code: string): string {
  return keys.hash('code', id, code);
}

/** @returns whether two stored hashes are equal, in constant time */
export function sameHash(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
