/** Confirms a withdrawal. */

import { contactOf } from '../../../shared/letter/contact.ts';
import { frame, sayOf } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';

export function composeWithdrawn(subject: MailSubject): Promise<ComposedMail> {
  const { record, letter, texts } = subject;
  const contact = contactOf(letter);
  return frame(subject, {
    subject: 'mail.withdrawn-subject',
    title: 'mail.withdrawn-title',
    parts: [
      paragraph(sayOf(subject, `mail.withdrawn-${record.kind}`)),
      paragraph(texts.text('mail.withdrawn-nothing')),
      ...(contact ? [paragraph(sayOf(subject, 'mail.withdrawn-not-me', { contact }))] : []),
    ],
  });
}
