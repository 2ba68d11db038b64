/**
 * Commitments to the names of a frozen list, and the hash of the list. docs/decisions/053-frozen-state.md describes
 * both for people who want to check them with their own program.
 */
import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FrozenState } from './delivery.ts';

const sha256 = (...parts: (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** @returns the canonical JSON of a value (RFC 8785) */
function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('an object always has a canonical form');
  return text;
}

export interface Commitment {
  readonly commitment: string;
  /** 256 random bits, in hexadecimal: without it nobody can try names against the commitment. */
  readonly salt: string;
  /** The public fields, as canonical JSON. */
  readonly listed: string;
}

/** @returns a commitment to the public fields of a listed signature: SHA-256 of the salt and their canonical JSON */
export function commitTo(listed: object): Commitment {
  const salt = randomBytes(32);
  const text = canonicalJson(listed);
  return { commitment: sha256(salt, text), salt: salt.toString('hex'), listed: text };
}

/** @returns SHA-256 of the canonical JSON of `{ at, commitments, counts, version }`, with the commitments sorted */
export function hashOfState(
  { at, counts, version }: Pick<FrozenState, 'at' | 'counts' | 'version'>,
  commitments: readonly string[],
): string {
  return sha256(canonicalJson({ at, commitments: commitments.toSorted(), counts, version }));
}
