/** Confirms a withdrawal. */

import { contactOf } from '../../../shared/letter/contact.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph, smallPrint } from '../frame/parts.ts';

export function composeWithdrawn(subject: MailSubject): Promise<ComposedMail> {
  const { record, letter, texts } = subject;
  const contact = contactOf(letter);
  return frame(subject, {
    subject: 'mail.withdrawn-subject',
    title: 'mail.withdrawn-title',
    parts: [
      paragraph(fillTextFor(subject, `mail.withdrawn-${record.kind}`)),
      paragraph(texts.text('mail.withdrawn-nothing')),
      ...(contact ? [smallPrint(fillTextFor(subject, 'mail.withdrawn-not-me', { contact }))] : []),
    ],
  });
}
