/** Why no mail was sent, worded for the secretariat. */
import type { HeldBecause } from '../../../shared/mail/held-because.ts';

export const heldReasons: Readonly<Record<HeldBecause, string>> = {
  honeypot: 'it filled in a field that people do not see',
  'mailbox-cap': 'its mailbox has too many unanswered mails',
  'domain-cap': 'too many unanswered mails go to the domain of its mailbox',
  'mail-just-sent': 'a mail had gone to its mailbox just before',
  'already-signed': 'its mailbox had signed already',
  'letter-closed': 'the letter was closed',
  'too-fast': 'it was filled in faster than a person can',
  'forged-proof': 'its proof of work was forged',
  'network-cap': 'too many came from its network',
  'letter-cap': 'too many came for the letter at once without a proof of work',
  'network-denied': 'its network is on the deny list',
  'mailbox-denied': 'its mailbox is on the deny list',
  'domain-denied': 'its domain is on the deny list',
  suppressed: 'its mailbox takes no mail of ours',
  bounced: 'the mail to confirm came back',
  refused: 'Amazon SES does not send to its mailbox',
};
