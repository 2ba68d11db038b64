/**
 * Looks at a submission without showing that it did: the same write for everybody, whatever comes to light. What it
 * finds goes with the signature, and the mailer acts on it (DESIGN rule 4).
 */
import type { LetterSlug, SignatureId } from '../../../shared/ids.ts';
import { writeFlags } from '../../../shared/mail/suspicion.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import type { Standing } from '../../../shared/screening/lists.ts';
import { type Client, isOwnMachine } from '../../../shared/screening/network.ts';
import { countUse, type Door } from '../../../shared/screening/network-use.ts';
import { countLetterUse } from './letter-use.ts';
import { idFromNonce, idFromProof, readProof } from './proof.ts';

/** Nobody reads, fills in and sends a form within this time, in milliseconds. */
const fastestHuman = 3_000;

/** Who sends a submission, and how. */
export interface Sending {
  readonly client: Client;
  /** What the lists say about the client's network. */
  readonly standing: Standing;
  /** It is a plain HTML form of a person, who can be told that the network is over its cap. */
  readonly isPlainForm: boolean;
  /** May be the nonce of the proof's challenge: then the id of the signature stands for both. */
  readonly idempotencyKey?: string | undefined;
  readonly now: Date;
}

/**
 * - `keep`: the id that the signature takes, and whether it stands for the Idempotency-Key, too; and what to keep as
 *   `screening`: if the id is free, and if it is taken, which says that the proof of work was used before
 * - `tell`: a plain form from a network that is over its cap: the person is told when to come back, and nothing is kept
 * - `drop`: so much came from the network that nothing more is kept; the answer is that of everybody
 */
type Screened =
  | { outcome: 'keep'; id: SignatureId; isNamed: boolean; screening: string; screeningIfSpent: string }
  | { outcome: 'tell'; until: Date }
  | { outcome: 'drop' };

/** One UpdateItem with a proof of work, two without; for IPv6 up to two more. */
export async function screen(
  store: Store,
  keys: Keys,
  letter: LetterSlug,
  { homepage, proof }: { homepage: string; proof?: string | undefined },
  { client, standing, isPlainForm, idempotencyKey, now }: Sending,
): Promise<Screened> {
  const shown = await readProof(keys, proof, now);
  const isSolved = shown.state === 'solved';
  const door = isSolved ? 'with-proof' : 'without-proof';
  const isExempt = standing === 'allowed' || isOwnMachine(client);
  const use = await countUse(store, keys, client, { door, isExempt, now });
  const until = use.overUntil(door);
  if (until && isPlainForm && !isSolved) return { outcome: 'tell', until };
  if (use.isFarOver(door)) return { outcome: 'drop' };
  const isHeld = homepage !== '' || standing === 'denied' || shown.state === 'forged' || until !== undefined;
  const isLetterOver = !isSolved && (await countLetterUse(store, keys, letter, { counts: !isExempt && !isHeld, now }));
  const flags = (cap: Door) =>
    writeFlags({
      honeypot: homepage !== '',
      'too-fast': isSolved && now.getTime() - shown.issuedAt < fastestHuman,
      'forged-proof': shown.state === 'forged',
      'network-denied': standing === 'denied',
      'network-cap': use.overUntil(cap) !== undefined,
      'letter-cap': isLetterOver,
    });
  // The same request comes again with the same proof, also when that has expired meanwhile.
  const isNamed = (isSolved || shown.state === 'expired') && shown.nonce === idempotencyKey;
  return {
    outcome: 'keep',
    id: isNamed ? idFromNonce(keys, shown.nonce) : idFromProof(keys, shown),
    isNamed,
    screening: flags(door),
    screeningIfSpent: flags('without-proof'),
  };
}
