/**
 * Looks at a submission without showing that it did: the same write for everybody, whatever comes to light. What it
 * finds goes with the signature, and the mailer acts on it (DESIGN rule 4).
 */
import type { Submission } from '../signature/submission.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { writeFlags } from './flags.ts';
import type { Standing } from './lists.ts';
import { type Client, isOwnMachine, networkName } from './network.ts';
import { countUse, isOver } from './network-use.ts';
import { idFromNonce, idFromProof, readProof } from './proof.ts';

/** Nobody reads, fills in and sends a form within this time, in milliseconds. */
const fastestHuman = 3_000;

/**
 * @param standing what the lists say about the client's network
 * @param idempotencyKey may be the nonce of the proof's challenge: then the id of the signature stands for both
 * @returns the id that the signature takes, and whether it stands for the Idempotency-Key, too; and what to keep as
 *   `screening`: if the id is free, and if it is taken, which says that the proof of work was used before. One UpdateItem
 */
export async function screen(
  store: Store,
  keys: Keys,
  { homepage, proof }: Pick<Submission, 'homepage' | 'proof'>,
  {
    client,
    standing,
    idempotencyKey,
    now,
  }: { client: Client; standing: Standing; idempotencyKey?: string | undefined; now: Date },
) {
  const shown = await readProof(keys, proof, now);
  const isSolved = shown.state === 'solved';
  const use = await countUse(store, keys, networkName(client), { hasProof: isSolved, now });
  const isExempt = standing === 'allowed' || isOwnMachine(client);
  const flags = (cap: Parameters<typeof isOver>[1]) =>
    writeFlags({
      honeypot: homepage !== '',
      'too-fast': isSolved && now.getTime() - shown.issuedAt < fastestHuman,
      'forged-proof': shown.state === 'forged',
      'network-denied': standing === 'denied',
      'network-cap': !isExempt && isOver(use, cap),
    });
  // The same request comes again with the same proof, also when that has expired meanwhile.
  const isNamed = (isSolved || shown.state === 'expired') && shown.nonce === idempotencyKey;
  return {
    id: isNamed ? idFromNonce(keys, shown.nonce) : idFromProof(keys, shown),
    isNamed,
    screening: flags(isSolved ? 'with-proof' : 'without-proof'),
    screeningIfSpent: flags('without-proof'),
  };
}
