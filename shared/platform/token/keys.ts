/**
 * Keys for keyed hashes, all derived from one master key by HKDF (RFC 5869). So only one secret is kept, and a hash
 * made for one purpose says nothing about another.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The purpose of a keyed hash. Hashes for two purposes are never equal. */
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
  | 'unsubscribe'
  | 'backup'
  | 'member'
  | 'csrf';

/**
 * Purposes whose hashes are stored for long and looked up again. When the master key changes, each becomes the hash of
 * itself under the new key, which does not require anybody's mailbox. New hashes are made in the same way, by one key
 * after the other.
 */
const chained: ReadonlySet<HashPurpose> = new Set(['mailbox', 'individual', 'member', 'code']);

/** Makes keyed hashes with keys that never leave it. */
export interface Keys {
  /**
   * @param purpose the purpose of the hash; each has a key of its own
   * @param parts the input; boundaries between parts matter
   * @returns HMAC-SHA-256 in base64url, 43 characters
   */
  hash(purpose: HashPurpose, ...parts: readonly string[]): string;
  /**
   * @returns the same hash, and those under each former master key: for values that were given out and are not stored
   */
  everHashed(purpose: HashPurpose, ...parts: readonly string[]): readonly string[];
  /**
   * @param fingerprint `hash('backup')` under a master key, the current one or a former one
   * @returns a function that converts chained hashes of that time to current ones; undefined when that key is unknown
   */
  since(fingerprint: string): Rekey | undefined;
}

/** Converts a chained hash under a former master key to the current one. */
export type Rekey = (purpose: HashPurpose, hash: string) => string;

/**
 * @param masterKey the secret, at least 32 characters of high entropy
 * @param former earlier master keys, oldest first
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
  // As objects: Node would import bytes again for each hash, which takes seven times as long.
  const derived = new Map<HashPurpose, KeyObject>();
  const key = (purpose: HashPurpose): KeyObject => {
    const known = derived.get(purpose);
    if (known) return known;
    const fresh = createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', `undersigned/${purpose}`, 32)));
    derived.set(purpose, fresh);
    return fresh;
  };
  return (purpose, ...parts) => {
    const hmac = createHmac('sha256', key(purpose));
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
    return hmac.digest('base64url');
  };
}
