/** Reasons for which a mail that is due does not go out. */
import * as z from 'zod';

/** Why a signature that looks complete gets no mail, for the secretariat's eyes only. */
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
