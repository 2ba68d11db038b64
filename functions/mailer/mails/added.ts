/** Tells a co-signatory that the secretariat added them, and how to object. The mailbox is not proven. */
import { contactParts, letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';
import type { Told } from './told.ts';

export function composeAdded(subject: MailSubject, { manageToken }: Pick<Told, 'manageToken'>): Promise<ComposedMail> {
  return frame(subject, {
    subject: 'mail.added-subject',
    title: 'mail.added-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.added-text')),
      paragraph(fillTextFor(subject, 'mail.added-object')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
      ...contactParts(subject),
    ],
  });
}
