/** Who a signature stands for, and which of two for the same holds the place (DESIGN rule 6). */
import { canonicalMailbox } from '../mailbox/address.ts';
import { foldName } from '../text/fold.ts';
import type { Keys } from '../token/keys.ts';
import { atLeast } from '../verification/level.ts';
import type { SignatureRecord } from './record.ts';

/**
 * Who may stand under a letter only once: for an organisation its key, for an individual a keyed hash of mailbox and
 * folded name, so that no key holds a mailbox.
 *
 * @throws for an organisation that nobody has looked for yet: the first mail does (see `keyOf` in organisation-of.ts)
 */
export function claimantOf(
  keys: Keys,
  record: Pick<SignatureRecord, 'kind' | 'email' | 'signatoryName' | 'organisationKey'>,
): string {
  if (record.kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(record.email), foldName(record.signatoryName))}`;
  }
  if (record.organisationKey === undefined)
    throw new Error('no mail went out yet, so nobody has found the organisation');
  return record.organisationKey;
}

/**
 * A better proof wins: what comes from the organisation's own domain takes the place of a claim that was made from
 * elsewhere. Two that are both proven do not push each other out: the first stays.
 */
export function displaces(later: SignatureRecord, holder: SignatureRecord): boolean {
  return (
    later.kind === 'organisation' &&
    atLeast(later.verification ?? 'mailbox', 'mailbox-domain') &&
    !atLeast(holder.verification ?? 'mailbox', 'mailbox-domain')
  );
}
