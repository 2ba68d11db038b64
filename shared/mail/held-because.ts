/** Reasons why a due mail is not sent. */
import * as z from 'zod';

/** Why a signature that looks complete gets no mail. Shown only to the secretariat. */
export const heldBecause = z.enum([
  'honeypot',
  'mailbox-cap',
  'domain-cap',
  'mail-just-sent',
  'already-signed',
  'letter-closed',
  'too-fast',
  'forged-proof',
  'network-cap',
  'letter-cap',
  'network-denied',
  'mailbox-denied',
  'domain-denied',
  'suppressed',
  'bounced',
  'refused',
]);
export type HeldBecause = z.infer<typeof heldBecause>;
