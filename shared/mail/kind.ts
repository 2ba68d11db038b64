/** The mails there are. */
import * as z from 'zod';
import { signatureId } from '../ids.ts';

export const mailKind = z.enum([
  'confirmation',
  /** The one reminder of a confirmation that did not come. */
  'reminder',
  /** After the confirmation, and after each correction: what is recorded. Tells a duplicate, too. */
  'receipt',
  /** To the first signer of an organisation: somebody else signed for it, too. */
  'duplicate-note',
  /** To a signer whose claim went to a better proof. */
  'displaced',
  /** Asks, once, to carry a signature over to a new version of the letter. */
  'new-version',
  'withdrawn',
  /** Answers a request for links by mailbox. Its id is that of the request. */
  'link',
  /** The link with which a member of the secretariat signs in. Its id is that of the request. */
  'sign-in',
  /** Tells a new member of the secretariat how to sign in. Its id is its own, as that of the digest. */
  'invitation',
  /** What is new, once a day, for members who want to know. */
  'digest',
]);
export type MailKind = z.infer<typeof mailKind>;

/**
 * Mails wait on two queues. `urgent`: somebody looks into their mailbox and waits, and without the mail they cannot go
 * on. No number of other mails may stand before these.
 */
export type MailLane = 'urgent' | 'other';

/** @returns the queue on which such a mail waits */
export function laneOf(mail: MailKind): MailLane {
  return mail === 'confirmation' || mail === 'sign-in' ? 'urgent' : 'other';
}

/** What can be due for a signature: a mail, or the end of what was never confirmed. */
export const dueKind = z.enum([...mailKind.options, 'expiry']);
export type DueKind = z.infer<typeof dueKind>;

/** What a message on a mail queue says: ids only, never personal data. `signature` is what the mail is about. */
export const mailRequest = z.strictObject({ signature: signatureId, mail: mailKind });
export type MailRequest = z.infer<typeof mailRequest>;
