/**
 * The token with which somebody says "it was not me". Not random but a keyed hash of the signature's id, so that nothing
 * has to be stored for a link that few open; nobody can make one without the key. It works as long as the signature
 * waits for its confirmation, which is 30 days at the most.
 */
import { type SignatureId, toBase32 } from '../../ids.ts';
import type { Keys } from './keys.ts';
import { sameHash, secretLength } from './token.ts';

/** @returns the token, of the same shape as any other: the id and 130 bits */
export function makeStopToken(keys: Keys, id: SignatureId): string {
  return tokenOf(id, keys.hash('stop', id));
}

/** Compares in constant time. @returns whether the token is the one of that signature, or was under a former master key */
export function isStopToken(keys: Keys, { token, id }: { token: string; id: SignatureId }): boolean {
  return keys.everHashed('stop', id).some((hash) => sameHash(token, tokenOf(id, hash)));
}

function tokenOf(id: SignatureId, hash: string): string {
  return `${id}${toBase32(Buffer.from(hash, 'base64url').subarray(0, secretLength))}`;
}
