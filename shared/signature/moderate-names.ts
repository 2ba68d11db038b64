/** Correcting a name for somebody who asked for it. Apart from the rest: it brings the lists of mail providers. */
import { mailboxDomainOf } from '../mailbox/provider.ts';
import { standingFor } from './claim.ts';
import { bringOver, bringOverInTheWay } from './former-claim.ts';
import { withMail } from './mails.ts';
import type { Moderating } from './moderating.ts';
import type { NamesCorrected } from './moderation.ts';
import { keyOf } from './organisation-of.ts';
import type { SignatureRecord } from './record.ts';
import { corrected } from './transitions.ts';

/** @returns the step; a fresh receipt tells the signer what is recorded now */
export async function correctionStep(
  { store, keys, letter, now }: Moderating,
  record: SignatureRecord,
  names: NamesCorrected,
) {
  const { kind, email } = record;
  const correction = {
    kind,
    organisationName: names.organisationName,
    organisationWebsite: names.organisationWebsite,
    country: names.country,
    signatoryName: names.signatoryName,
    signatoryRole: names.signatoryRole,
  };
  const organisationKey = kind === 'organisation' ? keyOf(correction) : undefined;
  const found = organisationKey && email !== '' ? await mailboxDomainOf(email, organisationKey) : record.mailboxDomain;
  await bringOver({ store, keys }, record.id);
  const wanted = { ...record, ...correction, organisationKey };
  await bringOverInTheWay({ store, keys }, letter.slug, { ...wanted, ...standingFor(keys, wanted) });
  return (current: SignatureRecord): SignatureRecord => {
    const { attestation, attestedIn } = current;
    const standing = standingFor(keys, { ...current, ...correction, organisationKey });
    const about = { ...standing, mailboxDomain: found, publishedFrom: letter.settings.publishedFrom, now };
    return withMail(corrected(current, { ...correction, attestation, attestedIn }, about), 'receipt', now);
  };
}
