/** States of updates in words. */
import type { NotWrittenBecause } from '../../../shared/signature/may-write.ts';
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
  secretariat: 'Someone in the secretariat paused it.',
  bounces: 'It paused itself, because too many emails bounced. Amazon may stop an account that goes on.',
  complaints: 'It paused itself, because recipients marked it as spam. Amazon may stop an account that goes on.',
};

/** Complete “left out:”. */
export const leftOutWords: Readonly<Record<NotWrittenBecause, string>> = {
  unconfirmed: 'not confirmed',
  'by-hand': 'added by hand, without a confirmed email address',
  withdrawn: 'withdrawn',
  rejected: 'rejected',
  'not-counted': 'on hold or a duplicate',
  'no-consent': 'did not ask for news',
  unsubscribed: 'stopped the news',
  undeliverable: 'email does not arrive',
  denied: 'address or domain is blocked',
};

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

export const languageName = (language: string): string => languageNames.of(language) ?? language;
