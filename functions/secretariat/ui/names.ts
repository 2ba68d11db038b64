/** Names for the values of closed lists, as the console shows them. */
import type { CoSignatoryKind, Letter } from '../../../shared/letter/letter.ts';
import { type DueKind, mailFacts } from '../../../shared/mail/kind.ts';
import type { Deliverability, SignatureRecord } from '../../../shared/signature/record.ts';
import type { VerificationLevel } from '../../../shared/verification/level.ts';

export const kindNames: Readonly<Record<CoSignatoryKind, string>> = {
  organisation: 'Organisation',
  individual: 'Individual',
};

/** Completes “Verified by”. */
export const levelNames: Readonly<Record<VerificationLevel, string>> = {
  mailbox: 'email',
  'mailbox-domain': 'email on the organisation’s own domain',
  domain: 'control of the organisation’s domain',
  vouched: 'the secretariat',
};

export const letterStateNames: Readonly<Record<Letter['state'], string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  delivered: 'Delivered',
};

/** @returns the name of the next step that is due for a signature */
export const mailName = (due: DueKind): string => (due === 'expiry' ? 'deletion' : mailFacts(due).label);

export const returnedNames: Readonly<Record<Deliverability['state'], string>> = {
  bounced: 'bounced',
  complained: 'marked as spam',
  refused: 'refused by Amazon SES',
};

/** Completes “Confirmed with”. */
export const confirmedWith: Readonly<Record<NonNullable<SignatureRecord['confirmedBy']>, string>> = {
  link: 'the link in the email',
  code: 'the code in the email',
  paper: 'a signature on paper',
  added: 'nothing yet: the secretariat added it',
};
