/**
 * Tokens that are a keyed hash of an id instead of a random value, so that nothing is stored for a link that few people
 * open; without the key nobody can make one. They work as long as the row with that id exists.
 */
import { type SignatureId, toBase32 } from '../../ids.ts';
import type { Keys } from './keys.ts';
import { sameHash, secretLength } from './token.ts';

/**
 * - `stop`: "it was not me", of a signature that awaits its confirmation
 * - `unsubscribe`: ends the updates of a letter for a mailbox
 */
export type DerivedPurpose = 'stop' | 'unsubscribe';

/** @returns the token, of the same shape as any other: the id and 130 bits */
export function makeDerivedToken(keys: Keys, purpose: DerivedPurpose, id: SignatureId): string {
  return tokenOf(id, keys.hash(purpose, id));
}

/** Compares in constant time. @returns whether the token belongs to that id, also under a former master key */
export function isDerivedToken(
  keys: Keys,
  purpose: DerivedPurpose,
  { token, id }: { readonly token: string; readonly id: SignatureId },
): boolean {
  return keys.everHashed(purpose, id).some((hash) => sameHash(token, tokenOf(id, hash)));
}

function tokenOf(id: SignatureId, hash: string): string {
  return `${id}${toBase32(Buffer.from(hash, 'base64url').subarray(0, secretLength))}`;
}
