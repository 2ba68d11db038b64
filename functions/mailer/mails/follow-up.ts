/** Asks, once, to sign a letter that follows the one that was signed. Sent only to people who agreed to that. */
import { contactOf } from '../../../shared/letter/contact.ts';
import { contactParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { paragraph, smallPrint } from '../frame/parts.ts';
import type { Told } from './told.ts';

export async function composeFollowUp(
  subject: MailSubject,
  { followToken, following }: Pick<Told, 'followToken' | 'following'>,
): Promise<ComposedMail> {
  const { record, texts, publicUrl } = subject;
  const contact = contactOf(subject.letter);
  const next = await following();
  if (!next) throw new Error('the letter that follows is missing');
  return frame(subject, {
    subject: 'mail.follow-subject',
    title: 'mail.follow-title',
    parts: [
      paragraph(fillTextFor(subject, `mail.follow-${record.kind}`, { new: next.text.title })),
      paragraph(texts.text('mail.follow-press')),
      {
        is: 'button',
        label: texts.text('mail.follow-button'),
        href: `${publicUrl}/${next.letter.slug}/follow/${followToken}`,
        otherwise: texts.text('mail.button-fails'),
      },
      smallPrint(texts.text('mail.follow-nothing')),
      ...(contact ? [smallPrint(fillTextFor(subject, 'mail.withdrawn-not-me', { contact }))] : []),
      ...contactParts(subject),
    ],
  });
}
