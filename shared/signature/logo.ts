/** The logo of an organisation: shown with its name, and gone with it (`files.ts`). */
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
