/**
 * Screens a submission without revealing it: the write is the same for everybody, whatever the findings. They are
 * stored with the signature, and the mailer acts on them (rule 4).
 */
import type { LetterSlug, SignatureId } from '../../../shared/ids.ts';
import { writeFlags } from '../../../shared/mail/suspicion.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { type Client, isOwnMachine } from '../../../shared/screening/network.ts';
import type { NetworkStatus } from '../../../shared/screening/network-status.ts';
import { countUse, type Door } from '../../../shared/screening/network-use.ts';
import { countLetterUse } from './letter-use.ts';
import { idFromNonce, idFromProof, readProof } from './proof.ts';

/** Nobody reads, fills in and sends a form within this time, in milliseconds. */
const fastestHuman = 3_000;

/** Sender and format of a submission. */
export interface SubmissionContext {
  readonly client: Client;
  /** Findings of the lists about the client's network. */
  readonly networkStatus: NetworkStatus;
  /** A person sent it as a plain HTML form, and can be told that the network is over its cap. */
  readonly isPlainForm: boolean;
  /** May be the nonce of the proof's challenge; then the id of the signature serves for both. */
  readonly idempotencyKey?: string | undefined;
  readonly now: Date;
}

/**
 * - `keep`: the id of the signature, and whether it also serves for the Idempotency-Key; and the `screening` to store:
 *   if the id is free, and if it is taken, which means that the proof of work was used before
 * - `tell`: a plain form from a network that is over its cap: the person is told when to come back, and nothing is
 *   stored
 * - `drop`: so much came from the network that nothing more is stored; the answer is the same as for everybody
 */
type Screened =
  | { outcome: 'keep'; id: SignatureId; isNamed: boolean; screening: string; screeningIfSpent: string }
  | { outcome: 'retry-later'; until: Date }
  | { outcome: 'drop' };

/** One UpdateItem with a proof of work, two without; for IPv6 up to two more. */
export async function screen(
  store: Store,
  keys: Keys,
  letter: LetterSlug,
  { homepage, proof }: { homepage: string; proof?: string | undefined },
  { client, networkStatus, isPlainForm, idempotencyKey, now }: SubmissionContext,
): Promise<Screened> {
  const shown = readProof(keys, proof, now);
  const isSolved = shown.state === 'solved';
  const door = isSolved ? 'with-proof' : 'without-proof';
  const isExempt = networkStatus === 'allowed' || isOwnMachine(client);
  const use = await countUse(store, keys, client, { door, isExempt, now });
  const until = use.overUntil(door);
  if (until && isPlainForm && !isSolved) return { outcome: 'retry-later', until };
  if (use.isFarOver(door)) return { outcome: 'drop' };
  const isHeld = homepage !== '' || networkStatus === 'denied' || shown.state === 'forged' || until !== undefined;
  const isLetterOver = !isSolved && (await countLetterUse(store, keys, letter, { counts: !isExempt && !isHeld, now }));
  const flags = (cap: Door) =>
    writeFlags({
      honeypot: homepage !== '',
      'too-fast': isSolved && now.getTime() - shown.issuedAt < fastestHuman,
      'forged-proof': shown.state === 'forged',
      'network-denied': networkStatus === 'denied',
      'network-cap': use.overUntil(cap) !== undefined,
      'letter-cap': isLetterOver,
    });
  // The same request may be repeated with the same proof, even one that has expired in the meantime.
  const isNamed = (isSolved || shown.state === 'expired') && shown.nonce === idempotencyKey;
  return {
    outcome: 'keep',
    id: isNamed ? idFromNonce(keys, shown.nonce) : idFromProof(keys, shown),
    isNamed,
    screening: flags(door),
    screeningIfSpent: flags('without-proof'),
  };
}
