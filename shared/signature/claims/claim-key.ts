/**
 * Where a signature holds its claim. Those that are shown by name share one key for each co-signatory, so a letter shows
 * one of them. Those that are hidden have a key for each mailbox: nobody learns of them by being in their way (DESIGN
 * rule 13, decision 023), and the same mailbox is not counted twice.
 */
import { canonicalMailbox } from '../../mailbox/address.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import { holdsClaim, isOnPaper, isShown, type SignatureRecord } from '../record.ts';

/** What stands in `provenBy` where there is no mailbox. */
export const provenByNobody = {
  /** A line on paper. */
  paper: 'paper',
  /** The letter is over, and the mailbox was erased: such a signature holds no claim any more while it is hidden. */
  erased: 'erased',
} as const;

export interface ClaimPlace {
  readonly space: 'public' | 'hidden';
  readonly key: { readonly pk: string; readonly sk: string };
}

/** @returns where the signature holds its claim, which follows from the record alone; undefined when it holds none */
export function claimPlaceOf(record: SignatureRecord): ClaimPlace | undefined {
  const { letter, claimant, kind, provenBy } = record;
  if (!holdsClaim(record) || claimant === undefined) return undefined;
  // An individual's claimant names the mailbox, so whoever meets there is the same person.
  const isPublic = kind === 'individual' || isShown(record) || provenBy === undefined;
  if (isPublic) return { space: 'public', key: claimKey(letter, claimant) };
  if (provenBy === provenByNobody.erased) return undefined;
  return { space: 'hidden', key: hiddenClaimKey(letter, claimant, provenBy) };
}

/** @returns the hidden place of the same mailbox: whoever wants the public place must not hold that one, too */
export function ownHiddenPlace({ letter, claimant, kind, provenBy }: SignatureRecord): ClaimPlace | undefined {
  const hasMailbox = provenBy !== undefined && provenBy !== provenByNobody.paper && provenBy !== provenByNobody.erased;
  if (kind !== 'organisation' || claimant === undefined || !hasMailbox) return undefined;
  return { space: 'hidden', key: hiddenClaimKey(letter, claimant, provenBy) };
}

/** @returns whether both come from one mailbox, so that either may be told of the other */
export function isSameMailbox(one: SignatureRecord, other: SignatureRecord): boolean {
  if (one.email === '' || other.email === '') return one.email === other.email && one.id === other.id;
  return canonicalMailbox(one.email) === canonicalMailbox(other.email);
}

/**
 * @param holder of whom `record` was found to be a duplicate
 * @returns whether it still keeps `record` out. One who has become hidden does so no more than one who has left, unless
 *   it is the same mailbox: then the place looks free, as it would if nobody held it
 */
export function keepsOut(holder: SignatureRecord, record: SignatureRecord): boolean {
  if (!holdsClaim(holder) || holder.claimant !== record.claimant || holder.letter !== record.letter) return false;
  if (record.kind === 'individual' || isSameMailbox(holder, record)) return true;
  return record.display === 'public' && isShown(holder);
}

/** @returns whether the organisation holds the public place by a rule of the release before, although it is hidden */
export function isFromBefore(record: SignatureRecord): boolean {
  return record.kind === 'organisation' && record.provenBy === undefined && !isShown(record);
}

/** Moves such a claim out of the public place, where no keys are at hand; `npm run upgrade` says whose mailbox it is. */
export function movedAside(record: SignatureRecord): SignatureRecord {
  return { ...record, provenBy: isOnPaper(record) ? provenByNobody.paper : `${aside}${record.id}` };
}

const aside = 'id:';

/** @returns whether it was moved so, and nobody has said yet whose mailbox it is */
export const isMovedAside = ({ provenBy }: SignatureRecord) => provenBy?.startsWith(aside) ?? false;
