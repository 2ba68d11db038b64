/** Sent instead of another request to confirm: answers a repeated submission, which may be a stranger's. */
import { letterPart, manageParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph } from '../frame/parts.ts';

/** @param subject the existing signature */
export function composeAlreadySigned(
  subject: MailSubject,
  { manageToken }: { manageToken: string },
): Promise<ComposedMail> {
  const { record, texts } = subject;
  return frame(subject, {
    subject: 'mail.already-subject',
    title: 'mail.already-title',
    parts: [
      paragraph(fillTextFor(subject, `mail.already-${record.kind}`)),
      paragraph(texts.text('mail.already-nothing')),
      ...manageParts(subject, manageToken),
      letterPart(subject),
    ],
  });
}
