/**
 * Looks at a submission without showing that it did: the same two writes for everybody, whatever comes to light. What it
 * finds goes with the signature, and the mailer acts on it (DESIGN rule 4).
 */
import type { SignatureId } from '../signature/id.ts';
import type { Submission } from '../signature/submission.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { writeFlags } from './flags.ts';
import { standingOf } from './lists.ts';
import { type Client, isOwnMachine, networkName } from './network.ts';
import { countUse, isOver } from './network-use.ts';
import { readProof, spend } from './proof.ts';

/** Nobody reads, fills in and sends a form within this time, in milliseconds. */
const fastestHuman = 3_000;

/**
 * @param id of the signature that the submission becomes
 * @returns what to keep as `screening`. One UpdateItem and one PutItem at once
 */
export async function screen(
  store: Store,
  keys: Keys,
  { homepage, proof }: Pick<Submission, 'homepage' | 'proof'>,
  { id, client, now }: { id: SignatureId; client: Client; now: Date },
): Promise<string> {
  const shown = await readProof(keys, proof, now);
  const isSolved = shown.state === 'solved';
  const [standing, use, isUnspent] = await Promise.all([
    standingOf(store, client, now.getTime()),
    countUse(store, keys, networkName(client), { hasProof: isSolved, now }),
    spend(store, shown, id, now),
  ]);
  const isExempt = standing === 'allowed' || isOwnMachine(client);
  return writeFlags({
    honeypot: homepage !== '',
    'too-fast': isSolved && now.getTime() - shown.issuedAt < fastestHuman,
    'forged-proof': shown.state === 'forged',
    'network-denied': standing === 'denied',
    'network-cap': !isExempt && isOver(use, isSolved && isUnspent ? 'with-proof' : 'without-proof'),
  });
}
