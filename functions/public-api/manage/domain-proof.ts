/** What an organisation puts on its domain to show that it is the one who signed. */
import type { Keys } from '../../../shared/platform/token/keys.ts';

export interface DomainProof {
  readonly domain: string;
  /** The line of text. Public: it says nothing to anybody, and is good for one signature under one letter only. */
  readonly line: string;
  /** That, and what it was under former master keys: who put it there long ago has shown as much. */
  readonly accepted: readonly string[];
  /** Name of the DNS record, of type TXT, that may hold it. */
  readonly record: string;
  /** Address of the plain text file that may hold it as one of its lines. */
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
