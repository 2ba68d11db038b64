/**
 * Decides who may be written to, and about what. Every mail that no action of its recipient causes asks here, at the
 * moment of sending. Consent is needed for all of them (https://eur-lex.europa.eu/eli/dir/2002/58/oj, article 13).
 */
import * as z from 'zod';
import type { SignatureRecord } from './record.ts';

/**
 * - `updates`: news about the letter that was signed
 * - `delivery`: that the letter was delivered, or answered: news like any other
 * - `follow-up`: an invitation to sign another letter
 */
export const mailPurpose = z.enum(['updates', 'delivery', 'follow-up']);
export type MailPurpose = z.infer<typeof mailPurpose>;

type Consent = keyof SignatureRecord['consents'];

/** The consent that each purpose needs. No wording covers letters that follow, so nobody has agreed to those. */
const consentFor: Readonly<Record<MailPurpose, Consent | undefined>> = {
  updates: 'updates',
  delivery: 'updates',
  'follow-up': undefined,
};

/** Why a signer is not written to. The first that applies is given. */
export const notWrittenBecause = z.enum([
  'unconfirmed',
  'by-hand',
  'withdrawn',
  'rejected',
  'no-consent',
  'unsubscribed',
  'undeliverable',
]);
export type NotWrittenBecause = z.infer<typeof notWrittenBecause>;

type Signer = Pick<
  SignatureRecord,
  | 'confirmedAt'
  | 'confirmedBy'
  | 'withdrawnAt'
  | 'moderation'
  | 'consents'
  | 'consentLog'
  | 'submittedAt'
  | 'deliverability'
  | 'email'
>;

/** Facts about the mailbox of the signer, for that letter. */
export interface MailboxFacts {
  /** No mail at all is sent there. */
  readonly isSuppressed: boolean;
  /** When the mailbox ended the updates of the letter. A later consent counts again. */
  readonly unsubscribedAt?: string | undefined;
}

/** @returns why the signer may not be written to; undefined when they may */
export function whyNotWritten(
  record: Signer,
  purpose: MailPurpose,
  { isSuppressed, unsubscribedAt }: MailboxFacts,
): NotWrittenBecause | undefined {
  if (record.confirmedAt === undefined) return 'unconfirmed';
  // Added by the secretariat: nobody proved a mailbox. An allow-list, so that another way to be added is left out, too.
  if (record.confirmedBy !== 'link' && record.confirmedBy !== 'code') return 'by-hand';
  if (record.withdrawnAt !== undefined) return 'withdrawn';
  if (record.moderation === 'rejected') return 'rejected';
  const consent = consentFor[purpose];
  if (consent === undefined || !record.consents[consent]) return 'no-consent';
  if (unsubscribedAt !== undefined && agreedAt(record, consent) <= unsubscribedAt) return 'unsubscribed';
  // An erased signature has no mailbox.
  if (isSuppressed || record.deliverability !== undefined || record.email === '') return 'undeliverable';
  return undefined;
}

/** @returns since when the consent has been in force without a break */
function agreedAt({ consentLog, submittedAt }: Pick<Signer, 'consentLog' | 'submittedAt'>, consent: Consent): string {
  const ended = consentLog.findLastIndex(({ consents }) => !consents[consent]);
  return consentLog[ended + 1]?.at ?? submittedAt;
}
