/** Why no mail was sent, worded for the secretariat. */
import type { HeldBecause } from '../../../shared/mail/held-because.ts';

export const heldReasons: Readonly<Record<HeldBecause, string>> = {
  honeypot: 'a hidden field was filled in',
  'mailbox-cap': 'too many unanswered emails to this address',
  'domain-cap': 'too many unanswered emails to this email domain',
  'mail-just-sent': 'an email had just been sent to this address',
  'already-signed': 'this address had already signed',
  'letter-closed': 'the letter was closed',
  'too-fast': 'filled in faster than a person can type',
  'forged-proof': 'the robot check was faked',
  'network-cap': 'too many forms from the same network',
  'letter-cap': 'too many forms at once without a robot check',
  'network-denied': 'the network is on the blocklist',
  'mailbox-denied': 'the email address is on the blocklist',
  'domain-denied': 'the email domain is on the blocklist',
  suppressed: 'this address does not accept our email',
  bounced: 'the email to confirm bounced',
  refused: 'Amazon SES does not send to this address',
};
