/** The logo of an organisation: shown with its name, and gone with it. */
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { uploadRemoval } from '../upload/removal.ts';
import type { SignatureRecord } from './record.ts';
import type { Step } from './update-item.ts';

/** @returns whether the owner may add a logo: for a confirmed organisation that is shown by name */
export function mayHaveLogo({ kind, confirmedAt, withdrawnAt, moderation, display }: SignatureRecord): boolean {
  const isIn = confirmedAt !== undefined && withdrawnAt === undefined && moderation !== 'rejected';
  return kind === 'organisation' && isIn && display === 'public';
}

/** @returns the step without the logo, when the signature may not have one any more, or is for another organisation */
export function withoutLostLogo({ before, after }: Step): Step {
  if (!after.logo && !after.logoUpload) return { before, after };
  if (mayHaveLogo(after) && before.claimant === after.claimant) return { before, after };
  return { before, after: { ...after, logo: undefined, logoUpload: undefined } };
}

/** @returns the transaction items that delete the files that a step leaves behind */
export function logoMoves(store: Store, steps: readonly Step[], now = new Date()): TransactItems {
  return steps.flatMap(({ before, after }) => {
    const kept = filesOf(after);
    return filesOf(before)
      .filter((id) => !kept.includes(id))
      .flatMap((id) => removalOf(store, before, id, now));
  });
}

/** @returns the transaction items that delete all logos of a signature */
export function logoErasure(store: Store, record: SignatureRecord, now: Date): TransactItems {
  return filesOf(record).flatMap((id) => removalOf(store, record, id, now));
}

const filesOf = ({ logo, logoUpload }: SignatureRecord) => [logo?.id, logoUpload].flatMap((id) => id ?? []);

function removalOf(
  store: Store,
  { id: signature, letter }: SignatureRecord,
  id: ReturnType<typeof filesOf>[number],
  now: Date,
) {
  return uploadRemoval(store, { letter, id, target: { kind: 'logo', signature } }, now);
}
