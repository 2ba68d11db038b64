/** Parts shared by several mails. */

import { contactOf } from '../../../shared/letter/contact.ts';
import { olderVersionSigned } from '../../../shared/letter/shown-version.ts';
import { printCode } from '../../../shared/platform/token/token.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { fillTextFor } from './frame.ts';
import type { MailSubject } from './mail.ts';
import { link, type Part, paragraph, smallLink, smallPrint } from './parts.ts';
import { fillText } from './words.ts';

/** The link to the owner's page, and its purpose. */
export function manageParts({ texts, publicUrl }: MailSubject, manageToken: string): Part[] {
  return [
    paragraph(texts.text('mail.manage')),
    {
      is: 'button',
      label: texts.text('mail.manage-button'),
      href: `${publicUrl}/manage/${manageToken}`,
      otherwise: texts.text('mail.button-fails'),
    },
    smallPrint(texts.text('mail.manage-not-me')),
  ];
}

/** The contact for questions. */
export function contactParts(subject: MailSubject): Part[] {
  const contact = contactOf(subject.letter);
  return contact ? [smallPrint(fillTextFor(subject, 'mail.contact', { contact }))] : [];
}

export function letterPart({ texts, publicUrl, letter }: MailSubject): Part {
  return smallLink(texts.text('mail.letter'), `${publicUrl}/${letter.slug}`);
}

/** For a signature whose text is not the current version: says which it is. */
export function olderVersionPart({ texts, letter, record }: MailSubject): Part[] {
  const older = olderVersionSigned(letter, record.letterVersion);
  return older ? [smallPrint(texts.text('letter.signs-older', { date: texts.date(older.at) }))] : [];
}

/** Proof of the mailbox: the token of the link, the typed code, and until when both work. */
export interface Proof {
  readonly token: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** Link or code, whichever is easier for the reader. */
export function proofParts(
  { texts, publicUrl }: { texts: Texts; publicUrl: string },
  letter: string,
  { token, code, expiresAt }: Proof,
): Part[] {
  return [
    {
      is: 'button',
      label: texts.text('mail.confirm-button'),
      href: `${publicUrl}/confirm/${token}`,
      otherwise: texts.text('mail.button-fails'),
    },
    link(texts.text('mail.code'), `${publicUrl}/confirm?letter=${letter}`),
    { is: 'code', code: printCode(code) },
    smallPrint(fillText(texts, 'mail.confirm-expires', { date: texts.date(expiresAt.toISOString()) })),
  ];
}
