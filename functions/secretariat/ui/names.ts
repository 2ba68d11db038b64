/** Names for the values of closed lists, as the console shows them. */
import type { CoSignatoryKind, Letter } from '../../../shared/letter/letter.ts';
import type { DueKind } from '../../../shared/mail/kind.ts';
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

/** Names of the next step that is due for a signature. */
export const mailNames: Readonly<Record<DueKind, string>> = {
  confirmation: 'request to confirm',
  reminder: 'reminder to confirm',
  receipt: 'receipt',
  'duplicate-note': 'note about a second signature',
  displaced: 'note that another signature is listed instead',
  'new-version': 'question about the new version',
  'follow-up': 'question about a letter that follows',
  withdrawn: 'confirmation of the withdrawal',
  link: 'links to signatures',
  'sign-in': 'link to sign in',
  invitation: 'invitation',
  digest: 'daily email',
  alert: 'alert',
  added: 'note that it was added',
  listed: 'note that it was approved',
  'not-listed': 'note that it was rejected',
  'proof-asked': 'request for proof',
  disputed: 'note about a complaint',
  'dispute-answer': 'answer to a complaint',
  handover: 'delivery of the letter',
  update: 'update',
  'update-test': 'test of an update',
  test: 'request to confirm a test',
  expiry: 'deletion',
};

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
