/** Words for the states of deliveries and of the mails that hand them over. */
import type { Delivery, DeliveryFileKind, FailureReason } from '../../../shared/delivery/delivery.ts';
import { type CopyState, type Handover, type SentCopy, wasHandedOver } from '../../../shared/handover/handover.ts';
import { amount } from '../ui/number.ts';

export const kindWords = { interim: 'Interim', final: 'Final' } as const;

export const failureWords: Readonly<Record<FailureReason, string>> = {
  unsettled: 'People were signing so fast that the list kept changing. Try again in a few minutes.',
  'no-names':
    'Nobody is counted under the letter, so there is nothing to deliver. Start again when someone has signed.',
  typesetting: 'The document could not be made. Try again. If it fails again, tell whoever runs this site.',
  'too-large': 'The list is too long for the document. Tell whoever runs this site.',
  unavailable: 'Storage was not available. Try again in a few minutes.',
};

/** @returns the state of a delivery in a few words */
export function stateWords({ progress, cancelledAt }: Delivery, handover: Handover | undefined): string {
  if (cancelledAt || progress.state === 'stopped') return 'Cancelled before it was sent';
  if (progress.state === 'failed') return 'Failed';
  if (progress.state !== 'ready') return 'Being made';
  return handover && wasHandedOver(handover) ? 'Handed over' : 'Ready to send';
}

export const copyWords: Readonly<Record<CopyState, string>> = {
  queued: 'Waiting to be sent',
  sent: 'Sent',
  delivered: 'Delivered to the mail server',
  bounced: 'Bounced: the address does not accept our email',
  complained: 'Marked as spam by the recipient',
  'not-sent': 'Not sent',
  arrived: 'Receipt confirmed by the recipient',
};

const notSentWords: Readonly<Record<NonNullable<SentCopy['notSent']>['because'], string>> = {
  suppressed: 'an earlier email to this address bounced, or its owner asked not to get email from this site',
  refused: 'Amazon SES does not send to this address',
};

/** @returns why a mail was not sent, if it was not */
export function whyNotSent({ notSent }: SentCopy): string | undefined {
  return notSent && notSentWords[notSent.because];
}

export const fileWords: Readonly<Record<DeliveryFileKind, string>> = {
  pdf: 'Document (PDF)',
  archive: 'Document for archives (PDF/A)',
  word: 'Document (Word)',
  'list-csv': 'List (CSV)',
  'list-json': 'List (JSON)',
  commitments: 'Hashes of all names (JSON)',
};

/** @returns the name of a language in English, such as "French" */
export function languageName(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}

/** @returns the size for people */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @returns "1 name", "312 names" */
export function names(count: number): string {
  return amount(count, 'name', 'names');
}
