/** States of a signature, derived from its record and never stored: counted, shown, held, in review. */

import type { CountedAs } from '../count/counted-as.ts';
import type { AcceptedFields, SignatureRecord } from './record.ts';

type States = Pick<SignatureRecord, 'confirmedAt' | 'moderation' | 'withdrawnAt' | 'duplicateOf'>;

/** @returns whether the signature is part of the letter's count: derived here, never stored */
export function isCounted(record: States): boolean {
  return holdsClaim(record) && record.moderation === 'approved';
}

/**
 * Decides whether a name is shown, for every output: list, search, document, badge, export, mail to somebody else.
 * Signatures for which it returns false are called hidden: withheld, held, pending, or signed on paper.
 */
export function isShown(record: States & Pick<SignatureRecord, 'display' | 'confirmedBy'>): boolean {
  return isCounted(record) && record.display === 'public' && !isOnPaper(record);
}

/** @returns whether it was signed on paper: counted separately, in no public list */
export function isOnPaper({ confirmedBy }: Pick<SignatureRecord, 'confirmedBy'>): boolean {
  return confirmedBy === 'paper';
}

/** @returns whether the secretariat added it: counted and listed like others, and marked */
export function isAdded({ confirmedBy }: Pick<SignatureRecord, 'confirmedBy'>): boolean {
  return confirmedBy === 'added';
}

/** @returns the kind under which the signature is counted, if it is */
export function countedAs(
  record: States & Pick<SignatureRecord, 'kind' | 'confirmedBy'>,
): Exclude<CountedAs, 'added'> | undefined {
  if (!isCounted(record)) return undefined;
  if (isOnPaper(record)) return 'offline';
  return record.kind === 'organisation' ? 'organisations' : 'individuals';
}

/** @returns every figure of the count that the signature is part of */
export function figuresWith(record: Parameters<typeof countedAs>[0]): CountedAs[] {
  const kind = countedAs(record);
  if (!kind) return [];
  return isAdded(record) ? [kind, 'added'] : [kind];
}

/** @returns whether it is the one signature of its claimant, also while it awaits review */
export function holdsClaim(record: States): boolean {
  return (
    record.confirmedAt !== undefined &&
    record.moderation !== 'rejected' &&
    record.withdrawnAt === undefined &&
    record.duplicateOf === undefined
  );
}

/** @returns whether it awaits a decision of the secretariat: until then it is in no list and no count */
export function isHeld({ confirmedAt, moderation, withdrawnAt }: States): boolean {
  return confirmedAt !== undefined && moderation === 'held' && withdrawnAt === undefined;
}

/** @returns whether a change of an accepted signature awaits a decision of the secretariat */
export function hasChangeInReview({
  confirmedAt,
  moderation,
  withdrawnAt,
  proposal: asked,
}: States & Pick<SignatureRecord, 'proposal'>): boolean {
  return confirmedAt !== undefined && moderation === 'approved' && withdrawnAt === undefined && asked !== undefined;
}

/** @returns whether it awaits review by the secretariat */
export function awaitsReview(record: States & Pick<SignatureRecord, 'proposal'>): boolean {
  return isHeld(record) || hasChangeInReview(record);
}

/** @returns whether the signer's last requested change was declined */
export function isChangeDeclined({ history, proposal: asked }: SignatureRecord): boolean {
  const names = ['corrected', 'switched', 'proposed', 'declined'];
  return asked === undefined && history.findLast(({ did }) => names.includes(did))?.did === 'declined';
}

/**
 * @returns how the secretariat has accepted the current public fields, if it has. Before there was a mark for it, the
 *   secretariat always saw the names when it decided in favour of a signature
 */
export function acceptedAs(record: SignatureRecord): AcceptedFields | undefined {
  const { accepted, moderation, evidence, featured, chapter, history } = record;
  if (accepted !== undefined) return accepted === 'no' ? undefined : accepted;
  if (moderation !== 'approved') return undefined;
  const marked =
    featured !== undefined || chapter !== undefined || evidence.some(({ method }) => method === 'secretariat');
  // An undo writes the mark again where there was one.
  const last = history.findLast(({ did }) => ['approved', 'held', 'rejected', 'restored'].includes(did));
  return marked || last?.did === 'approved' ? 'named' : undefined;
}

/** @returns the name of the co-signatory: the organisation's, or else the person's */
export function coSignatoryName({ kind, organisationName, signatoryName }: SignatureRecord): string {
  return kind === 'organisation' ? (organisationName ?? signatoryName) : signatoryName;
}
