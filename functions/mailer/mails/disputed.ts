/** Tells a signer that somebody questions the signature. Holds no word of theirs, and does not say who they are. */
import { contactParts, letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';
import type { Told } from './told.ts';

export function composeDisputed(
  subject: MailSubject,
  { manageToken }: Pick<Told, 'manageToken'>,
): Promise<ComposedMail> {
  return frame(subject, {
    subject: 'mail.disputed-subject',
    title: 'mail.disputed-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.disputed-text')),
      paragraph(fillTextFor(subject, 'mail.disputed-nothing')),
      paragraph(fillTextFor(subject, 'mail.prove')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
      ...contactParts(subject),
    ],
  });
}
