/** Kinds of mails. */
import * as z from 'zod';
import { signatureId } from '../ids.ts';

export const mailKind = z.enum([
  'confirmation',
  /** The only reminder of a missing confirmation. */
  'reminder',
  /** Sent after the confirmation and after each correction: what is recorded. Also says when it is a duplicate. */
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
  /** Tells a new member of the secretariat how to sign in. It has an id of its own, like the digest. */
  'invitation',
  /** Daily news for members who asked for it. */
  'digest',
]);
export type MailKind = z.infer<typeof mailKind>;

/**
 * The two mail queues. `urgent` is for mails that somebody is waiting for and cannot continue without. They never queue
 * behind other mails.
 */
export type MailLane = 'urgent' | 'other';

/** @returns the queue for such a mail */
export function laneOf(mail: MailKind): MailLane {
  return mail === 'confirmation' || mail === 'sign-in' ? 'urgent' : 'other';
}

/** Things that can be due for a signature: a mail, or the deletion of one that was never confirmed. */
export const dueKind = z.enum([...mailKind.options, 'expiry']);
export type DueKind = z.infer<typeof dueKind>;

/** A message on a mail queue: ids only, never personal data. `signature` is the id that the mail is about. */
export const mailRequest = z.strictObject({ signature: signatureId, mail: mailKind });
export type MailRequest = z.infer<typeof mailRequest>;
