/**
 * Corrects names, or accepts their correction, by the secretariat. In a separate file, because it loads the lists of
 * mail providers.
 */
import { publicationPolicy } from '../../letter/publication-policy.ts';
import { mailboxDomainOf } from '../../mailbox/provider.ts';
import { isRepeat } from '../changed-fields.ts';
import { claimFieldsFor } from '../claims/claim.ts';
import { moveBlockingFormerClaim, moveToCurrentKey } from '../claims/former-claim.ts';
import { type Correction, type CorrectionContext, corrected } from '../corrections.ts';
import { withMail } from '../due-mail.ts';
import { keyOf } from '../organisation-key.ts';
import type { SignatureRecord } from '../record.ts';
import { addToHistory } from '../transitions.ts';
import { typedOf } from '../typed-fields.ts';
import type { NamesCorrected } from './actions.ts';
import type { ModerationContext } from './moderation-context.ts';

/** @returns the record with the names that the secretariat typed; a new receipt shows the signer the recorded names */
export async function correctedBySecretariat(
  moderating: ModerationContext,
  record: SignatureRecord,
  names: NamesCorrected,
): Promise<SignatureRecord> {
  const { kind, attestation, attestedIn } = record;
  const correction = {
    ...{ kind, attestation, attestedIn },
    ...typedOf(names),
  };
  const about = await aboutFor(moderating, { record, correction, vouchStands: true });
  const after = { ...corrected(record, correction, about), proposal: undefined };
  return isRepeat({ before: record, after }) ? record : withMail(after, 'receipt', moderating.now);
}

/** @returns the record with the signer's requested changes, if any; a new receipt tells the signer */
export async function withProposalApplied(
  moderating: ModerationContext,
  record: SignatureRecord,
): Promise<SignatureRecord> {
  const { proposal } = record;
  if (!proposal) return record;
  const { now } = moderating;
  const { correction: kept, display } = proposal;
  // Fields that the correction removes are missing in the store.
  const correction = kept && { attestedIn: undefined, ...kept, ...typedOf(kept) };
  const about = correction && (await aboutFor(moderating, { record, correction, vouchStands: false }));
  const named = correction && about ? corrected(record, correction, about) : record;
  const shown = display ? addToHistory({ ...named, display }, 'shown', now) : named;
  return withMail({ ...shown, proposal: undefined }, 'receipt', now);
}

async function aboutFor(
  { store, keys, letter, now }: ModerationContext,
  { record, correction, vouchStands }: { record: SignatureRecord; correction: Correction; vouchStands: boolean },
): Promise<CorrectionContext> {
  const organisationKey = correction.kind === 'organisation' ? keyOf(correction) : undefined;
  const { email } = record;
  await moveToCurrentKey({ store, keys }, record.id);
  const wanted = { ...record, ...correction, organisationKey };
  await moveBlockingFormerClaim({ store, keys }, letter.slug, { ...wanted, ...claimFieldsFor(keys, wanted) });
  const mailboxDomain =
    organisationKey && email !== '' ? await mailboxDomainOf(email, organisationKey) : record.mailboxDomain;
  return {
    standingOf: (next) => claimFieldsFor(keys, { ...next, organisationKey }),
    ...{ organisationKey, mailboxDomain, policy: publicationPolicy(letter.settings), vouchStands, now },
  };
}
