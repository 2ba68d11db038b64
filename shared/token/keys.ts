/**
 * Keys for the keyed hashes, all derived from one master key by HKDF (RFC 5869), so that one secret is kept, and a hash
 * made for one purpose says nothing about another.
 */
import { createHmac, hkdfSync } from 'node:crypto';

/** What a keyed hash is for. A hash for one purpose never equals one for another. */
export type HashPurpose =
  | 'mailbox'
  | 'code'
  | 'idempotency'
  | 'individual'
  | 'content'
  | 'network'
  | 'proof'
  | 'domain'
  | 'stop'
  | 'backup'
  | 'member'
  | 'csrf';

/** Makes keyed hashes with keys that never leave it. */
export interface Keys {
  /**
   * @param purpose what the hash is for; each has a key of its own
   * @param parts what is hashed; where one part ends and the next begins counts
   * @returns HMAC-SHA-256 in base64url, 43 characters
   */
  hash(purpose: HashPurpose, ...parts: readonly string[]): string;
}

/**
 * @param masterKey the secret, at least 32 characters of high entropy
 * @returns the hash function over keys derived from it
 */
export function deriveKeys(masterKey: string): Keys {
  const derived = new Map<HashPurpose, Buffer>();
  const key = (purpose: HashPurpose): Buffer => {
    const known = derived.get(purpose);
    if (known) return known;
    const fresh = Buffer.from(hkdfSync('sha256', masterKey, '', `undersigned/${purpose}`, 32));
    derived.set(purpose, fresh);
    return fresh;
  };
  return {
    hash(purpose, ...parts) {
      const hmac = createHmac('sha256', key(purpose));
      for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
      return hmac.digest('base64url');
    },
  };
}
