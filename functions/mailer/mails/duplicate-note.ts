/** Tells the first signer of an organisation that somebody else signed for it, too. Does not say who. */
import { contactParts, letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';
import type { Told } from './told.ts';

export function composeDuplicateNote(
  subject: MailSubject,
  { manageToken }: Pick<Told, 'manageToken'>,
): Promise<ComposedMail> {
  return frame(subject, {
    subject: 'mail.duplicate-subject',
    title: 'mail.duplicate-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.duplicate-text')),
      paragraph(fillTextFor(subject, 'mail.duplicate-nothing')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
      ...contactParts(subject),
    ],
  });
}
