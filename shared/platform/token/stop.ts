/**
 * The token in the link "it was not me". It is a keyed hash of the signature's id instead of a random value, so that
 * nothing is stored for a link that few people open; without the key nobody can make one. It works while the signature
 * awaits its confirmation, at most 30 days.
 */
import { type SignatureId, toBase32 } from '../../ids.ts';
import type { Keys } from './keys.ts';
import { sameHash, secretLength } from './token.ts';

/** @returns the token, of the same shape as any other: the id and 130 bits */
export function makeStopToken(keys: Keys, id: SignatureId): string {
  return tokenOf(id, keys.hash('stop', id));
}

/** Compares in constant time. @returns whether the token belongs to that signature, also under a former master key */
export function isStopToken(keys: Keys, { token, id }: { token: string; id: SignatureId }): boolean {
  return keys.everHashed('stop', id).some((hash) => sameHash(token, tokenOf(id, hash)));
}

function tokenOf(id: SignatureId, hash: string): string {
  return `${id}${toBase32(Buffer.from(hash, 'base64url').subarray(0, secretLength))}`;
}
