/** The line that an organisation publishes on its domain to prove that it signed. */
import type { Keys } from '../../../shared/platform/token/keys.ts';

export interface DomainProof {
  readonly domain: string;
  /** The line of text. It may be public: it reveals nothing, and is valid only for one signature under one letter. */
  readonly line: string;
  /** The line, and its values under former master keys: a line published long ago proves just as much. */
  readonly accepted: readonly string[];
  /** Name of the DNS record (type TXT) that may hold it. */
  readonly record: string;
  /** Address of the plain text file that may contain it as one of its lines. */
  readonly file: string;
}

export function domainProofOf(keys: Keys, { id, letter }: { id: string; letter: string }, domain: string): DomainProof {
  const accepted = keys.everHashed('domain', id, letter, domain).map((hash) => `undersigned=${hash}`);
  return {
    domain,
    line: `undersigned=${keys.hash('domain', id, letter, domain)}`,
    accepted,
    record: `_undersigned.${domain}`,
    file: `https://${domain}/.well-known/undersigned.txt`,
  };
}
