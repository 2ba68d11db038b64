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

/**
 * Hashes that are kept for long and looked up again. When the master key changes each becomes the hash of itself under the
 * new key, which needs nobody's mailbox; a new one is made in the same way, by one key after the other.
 */
const chained: ReadonlySet<HashPurpose> = new Set(['mailbox', 'individual', 'member', 'code']);

/** Makes keyed hashes with keys that never leave it. */
export interface Keys {
  /**
   * @param purpose what the hash is for; each has a key of its own
   * @param parts what is hashed; where one part ends and the next begins counts
   * @returns HMAC-SHA-256 in base64url, 43 characters
   */
  hash(purpose: HashPurpose, ...parts: readonly string[]): string;
  /** @returns the same, and what it was under each master key before: for what was given out and is not kept */
  everHashed(purpose: HashPurpose, ...parts: readonly string[]): readonly string[];
  /**
   * @param fingerprint `hash('backup')` under a master key, this one or one before
   * @returns what makes a chained hash of that time one of today; nothing when that key was never one of these
   */
  since(fingerprint: string): Rekey | undefined;
}

/** Makes of a chained hash under a former master key what it is now. */
export type Rekey = (purpose: HashPurpose, hash: string) => string;

/**
 * @param masterKey the secret, at least 32 characters of high entropy
 * @param former the master keys before it, the oldest first
 * @returns the hash function over keys derived from them
 */
export function deriveKeys(masterKey: string, former: readonly string[] = []): Keys {
  const current = hasher(masterKey);
  const before = former.map(hasher);
  const chain = [...before, current];
  const goOn = (from: number, purpose: HashPurpose, hash: string) =>
    chain.slice(from).reduce((made, next) => next(purpose, made), hash);
  return {
    hash(purpose, ...parts) {
      const [first = current] = chain;
      return chained.has(purpose) ? goOn(1, purpose, first(purpose, ...parts)) : current(purpose, ...parts);
    },
    everHashed: (purpose, ...parts) => chain.toReversed().map((hash) => hash(purpose, ...parts)),
    since(fingerprint) {
      const known = chain.findIndex((hash) => hash('backup') === fingerprint);
      return known < 0 ? undefined : (purpose, hash) => goOn(known + 1, purpose, hash);
    },
  };
}

/** @returns the hash function over keys derived from one master key */
function hasher(masterKey: string): Keys['hash'] {
  const derived = new Map<HashPurpose, Buffer>();
  const key = (purpose: HashPurpose): Buffer => {
    const known = derived.get(purpose);
    if (known) return known;
    const fresh = Buffer.from(hkdfSync('sha256', masterKey, '', `undersigned/${purpose}`, 32));
    derived.set(purpose, fresh);
    return fresh;
  };
  return (purpose, ...parts) => {
    const hmac = createHmac('sha256', key(purpose));
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
    return hmac.digest('base64url');
  };
}
