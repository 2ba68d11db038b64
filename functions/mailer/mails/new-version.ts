/** Asks, once, to carry a signature over to a new version of the letter. No answer is needed. */
import { contactParts } from '../frame/common.ts';
import { fillTextFor, frame } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { link, paragraph, smallPrint } from '../frame/parts.ts';
import type { Told } from './told.ts';

export async function composeNewVersion(subject: MailSubject, { manageToken, newText }: Told): Promise<ComposedMail> {
  const { record, letter, text, texts, publicUrl } = subject;
  const { title } = await newText();
  const isRenamed = title !== text.title;
  return frame(subject, {
    subject: 'mail.version-subject',
    title: 'mail.version-title',
    parts: [
      paragraph(fillTextFor(subject, `mail.version-${record.kind}`)),
      ...(isRenamed ? [paragraph(fillTextFor(subject, 'mail.version-renamed', { new: title }))] : []),
      link(texts.text('mail.version-read'), `${publicUrl}/${letter.slug}/changes`),
      paragraph(texts.text('mail.version-carry')),
      {
        is: 'button',
        label: texts.text('mail.version-button'),
        href: `${publicUrl}/manage/${manageToken}`,
        otherwise: texts.text('mail.button-fails'),
      },
      smallPrint(texts.text('mail.version-nothing')),
      smallPrint(texts.text('mail.manage-not-me')),
      ...contactParts(subject),
    ],
  });
}
