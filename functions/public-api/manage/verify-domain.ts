/**
 * The owner of an organisation's signature proves control of its domain (the third step of the verification ladder).
 */
import type { Network } from '../../../shared/platform/fetch/network.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { change } from '../../../shared/signature/change-signature.ts';
import { provableDomain } from '../../../shared/signature/claims/claim.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { verified } from '../../../shared/signature/transitions.ts';
import type { PublicationPolicy } from '../../../shared/verification/level.ts';
import { domainChecked, mayCheckDomain } from './domain-checks.ts';
import { findProof } from './domain-control.ts';
import { domainProofOf } from './domain-proof.ts';

/**
 * - `not-provable`: it is for no organisation with a domain of its own, or is withdrawn
 * - `checked-too-often`: we checked ten times within an hour; nobody may use us to probe a site
 * - `not-proven`: the line was found in neither place
 * - `gone`: the signature no longer exists
 */
export type DomainRefusal = 'not-provable' | 'checked-too-often' | 'not-proven' | 'gone';

export type DomainOutcome = { readonly verified: SignatureRecord } | { readonly refused: DomainRefusal };

export interface DomainCheck {
  readonly store: Store;
  readonly keys: Keys;
  readonly network: Network;
  readonly policy: PublicationPolicy;
  readonly now: Date;
}

/**
 * Looks for the line and, if it is there, records the evidence. A signature that held the claim with less proof loses
 * it.
 */
export async function verifyDomain(
  { store, keys, network, policy, now }: DomainCheck,
  { id }: Pick<SignatureRecord, 'id'>,
): Promise<DomainOutcome> {
  let allowed = false;
  // The try is recorded before the check, so that simultaneous tries count, too.
  const record = await change(
    store,
    id,
    (found) => {
      allowed = provableDomain(found) !== undefined && mayCheckDomain(found, now);
      return allowed ? domainChecked(found, now) : found;
    },
    now,
  );
  if (!record) return { refused: 'gone' };
  const domain = provableDomain(record);
  if (!domain) return { refused: 'not-provable' };
  if (!allowed) return { refused: 'checked-too-often' };
  const method = await findProof(network, domainProofOf(keys, record, domain));
  if (!method) return { refused: 'not-proven' };
  const evidence = { level: 'domain', method, at: now.toISOString() } as const;
  const after = await change(
    store,
    id,
    // If the signature is now for another organisation, this proves nothing about it.
    (found) => (provableDomain(found) === domain ? verified(found, evidence, { policy, now }) : found),
    now,
  );
  return after ? { verified: after } : { refused: 'gone' };
}
