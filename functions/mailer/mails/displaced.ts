/** Tells a signer that their claim went to a signature from the organisation's own domain. */
import { contactOf } from '../../../shared/letter/contact.ts';
import { letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';
import type { Told } from './told.ts';

export function composeDisplaced(
  subject: MailSubject,
  { manageToken }: Pick<Told, 'manageToken'>,
): Promise<ComposedMail> {
  const contact = contactOf(subject.letter);
  return frame(subject, {
    subject: 'mail.displaced-subject',
    title: 'mail.displaced-title',
    parts: [
      paragraph(fillTextFor(subject, 'mail.displaced-text')),
      paragraph(fillTextFor(subject, 'mail.state-displaced')),
      paragraph(fillTextFor(subject, 'mail.prove')),
      ...(contact ? [paragraph(fillTextFor(subject, 'duplicate.mistake', { contact }))] : []),
      ...manageParts(subject, manageToken),
      letterPart(subject),
    ],
  });
}
