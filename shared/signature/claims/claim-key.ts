/**
 * The row in which a signature holds its claim. Signatures shown by name share one key per co-signatory, so a letter
 * shows one of them. Hidden ones have a key per mailbox, so that nobody learns of them through a conflict (rule 13,
 * decision 023), and the same mailbox is not counted twice.
 */
import { canonicalMailbox } from '../../mailbox/address.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import type { SignatureRecord } from '../record.ts';
import { holdsClaim, isOnPaper, isShown } from '../states.ts';

/** Values of `provenBy` for signatures without a mailbox. */
export const noMailbox = {
  /** Signed on paper. */
  paper: 'paper',
  /** Added by the secretariat: nobody has proven a mailbox. */
  added: 'added',
  /** The letter is over, and the mailbox was erased: such a signature holds no claim while it is hidden. */
  erased: 'erased',
} as const;

export interface ClaimPlace {
  readonly space: 'public' | 'hidden';
  readonly key: { readonly pk: string; readonly sk: string };
}

/** @returns the row of the signature's claim, derived from the record alone; undefined when it holds none */
export function claimPlaceOf(record: SignatureRecord): ClaimPlace | undefined {
  const { letter, claimant, kind, provenBy } = record;
  if (!holdsClaim(record) || claimant === undefined) return undefined;
  // An individual's claimant includes the mailbox, so two signatures with that key are of the same person.
  const isPublic = kind === 'individual' || isShown(record) || provenBy === undefined;
  if (isPublic) return { space: 'public', key: claimKey(letter, claimant) };
  if (provenBy === noMailbox.erased) return undefined;
  return { space: 'hidden', key: hiddenClaimKey(letter, claimant, provenBy) };
}

/**
 * @returns the row of a hidden claim by the same mailbox: it must be free before the mailbox can take the public claim
 */
export function ownHiddenClaim({ letter, claimant, kind, provenBy }: SignatureRecord): ClaimPlace | undefined {
  const nobody: readonly string[] = Object.values(noMailbox);
  const hasMailbox = provenBy !== undefined && !nobody.includes(provenBy);
  if (kind !== 'organisation' || claimant === undefined || !hasMailbox) return undefined;
  return { space: 'hidden', key: hiddenClaimKey(letter, claimant, provenBy) };
}

/** @returns whether both come from one mailbox, so that the owner of one may learn of the other */
export function isSameMailbox(one: SignatureRecord, other: SignatureRecord): boolean {
  if (one.email === '' || other.email === '') return one.email === other.email && one.id === other.id;
  return canonicalMailbox(one.email) === canonicalMailbox(other.email);
}

/**
 * @param holder the signature that `record` is a duplicate of
 * @returns whether the holder still blocks `record`. A hidden holder blocks it no more than a withdrawn one, so the
 *   claim looks as free as if nobody held it; unless both are of the same mailbox
 */
export function blocksClaim(holder: SignatureRecord, record: SignatureRecord): boolean {
  if (!holdsClaim(holder) || holder.claimant !== record.claimant || holder.letter !== record.letter) return false;
  if (record.kind === 'individual' || isSameMailbox(holder, record)) return true;
  return record.display === 'public' && isShown(holder);
}

/** @returns whether the organisation is hidden but still holds the public claim, by a rule of the previous release */
export function hasFormerPublicClaim(record: SignatureRecord): boolean {
  return record.kind === 'organisation' && record.provenBy === undefined && !isShown(record);
}

/**
 * Moves such a claim out of the public row when there are no keys at hand; `npm run upgrade` adds the mailbox later.
 */
export function movedToInterimClaim(record: SignatureRecord): SignatureRecord {
  return { ...record, provenBy: isOnPaper(record) ? noMailbox.paper : `${interim}${record.id}` };
}

const interim = 'id:';

/** @returns whether the claim was moved that way, and its mailbox was not added yet */
export const isInterimClaim = ({ provenBy }: SignatureRecord) => provenBy?.startsWith(interim) ?? false;
