/** States of updates in words. */
import type { NotWrittenBecause } from '../../../shared/signature/may-write.ts';
import { remembered } from '../../../shared/text/remembered.ts';
import type { PausedBecause, UpdateState } from '../../../shared/update/update.ts';

export const updateStateNames: Readonly<Record<UpdateState, string>> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  sending: 'Being sent',
  paused: 'Paused',
  sent: 'Sent',
  cancelled: 'Cancelled',
};

export const pausedWords: Readonly<Record<PausedBecause, string>> = {
  secretariat: 'Paused by the secretariat.',
  bounces: 'Paused automatically, because too many emails bounced. Amazon SES may suspend senders who continue.',
  complaints:
    'Paused automatically, because recipients marked it as spam. Amazon SES may suspend senders who continue.',
};

/** Complete “left out:”. */
export const leftOutWords: Readonly<Record<NotWrittenBecause, string>> = {
  unconfirmed: 'not confirmed',
  'by-hand': 'added by hand, without a confirmed email address',
  withdrawn: 'withdrawn',
  rejected: 'rejected',
  'not-counted': 'awaiting review or a duplicate',
  'no-consent': 'did not ask for updates',
  unsubscribed: 'unsubscribed',
  undeliverable: 'emails to this address bounce',
  denied: 'address or domain is blocked',
};

const languagesIn = remembered((language) => new Intl.DisplayNames([language], { type: 'language' }));

export const languageName = (language: string): string => languagesIn('en').of(language) ?? language;
