/**
 * Decides which people may get mail, and about which subjects. Every mail that no action of its recipient causes is
 * checked here, at the moment of sending. Consent is needed for all of them
 * (https://eur-lex.europa.eu/eli/dir/2002/58/oj, article 13).
 */
import * as z from 'zod';
import type { SignatureRecord } from './record.ts';
import { isCounted } from './states.ts';

/**
 * - `updates`: news about the letter that was signed
 * - `delivery`: that the letter was delivered, or answered: news like any other
 * - `follow-up`: an invitation to sign another letter
 */
export const mailPurpose = z.enum(['updates', 'delivery', 'follow-up']);
export type MailPurpose = z.infer<typeof mailPurpose>;

type Consent = keyof SignatureRecord['consents'];

/** The consent that each purpose needs. */
const consentFor: Readonly<Record<MailPurpose, Consent>> = {
  updates: 'updates',
  delivery: 'updates',
  'follow-up': 'followUp',
};

/** Why a signer is not written to. The first that applies is given. */
export const notWrittenBecause = z.enum([
  'unconfirmed',
  'by-hand',
  'withdrawn',
  'rejected',
  'not-counted',
  'no-consent',
  'unsubscribed',
  'undeliverable',
  'denied',
]);
export type NotWrittenBecause = z.infer<typeof notWrittenBecause>;

type Signer = Pick<
  SignatureRecord,
  | 'confirmedAt'
  | 'confirmedBy'
  | 'withdrawnAt'
  | 'moderation'
  | 'duplicateOf'
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
  /** The secretariat blocked the address or its domain. */
  readonly isDenied: boolean;
  /** When the mailbox ended the updates of the letter. A later consent counts again. Invitations are not updates. */
  readonly unsubscribedAt?: string | undefined;
}

/** Facts of a mailbox before its row was read: enough to know that somebody has not agreed. */
export const unreadMailbox: MailboxFacts = { isSuppressed: false, isDenied: false };

/**
 * @param isCovered whether the stored wording of the consent asks for that purpose: see `letter/follow-up.ts`. Wordings
 *   have always asked for updates. Nobody is invited to another letter when it is not known
 * @returns why the signer may not be written to; undefined when they may
 */
export function whyNotWritten(
  record: Signer,
  purpose: MailPurpose,
  { isSuppressed, isDenied, unsubscribedAt }: MailboxFacts,
  isCovered = purpose !== 'follow-up',
): NotWrittenBecause | undefined {
  if (record.confirmedAt === undefined) return 'unconfirmed';
  // Added by the secretariat: nobody proved a mailbox. An allow-list, so that another way to be added is left out, too.
  if (record.confirmedBy !== 'link' && record.confirmedBy !== 'code') return 'by-hand';
  if (record.withdrawnAt !== undefined) return 'withdrawn';
  if (record.moderation === 'rejected') return 'rejected';
  // Another letter is offered to counted signers of the first one. News goes to everybody who confirmed.
  if (purpose === 'follow-up' && !isCounted(record)) return 'not-counted';
  const consent = consentFor[purpose];
  if (!record.consents[consent] || !isCovered) return 'no-consent';
  const isNews = consent === 'updates';
  if (isNews && unsubscribedAt !== undefined && agreedAt(record, consent) <= unsubscribedAt) return 'unsubscribed';
  // An erased signature has no mailbox.
  if (isSuppressed || record.deliverability !== undefined || record.email === '') return 'undeliverable';
  if (isDenied) return 'denied';
  return undefined;
}

/** @returns since when the consent has been in force without a break */
function agreedAt({ consentLog, submittedAt }: Pick<Signer, 'consentLog' | 'submittedAt'>, consent: Consent): string {
  const ended = consentLog.findLastIndex(({ consents }) => !consents[consent]);
  return consentLog[ended + 1]?.at ?? submittedAt;
}
