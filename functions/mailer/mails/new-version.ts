/** Asks, once, to carry a signature over to a new version of the letter. No answer is needed. */
import type { LetterText } from '../../../shared/letter/text.ts';
import { contactParts } from '../frame/common.ts';
import { frame, sayOf } from '../frame/frame.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { link, paragraph } from '../frame/parts.ts';

export interface NewVersion {
  readonly manageToken: string;
  readonly newText: LetterText;
  /** Page that shows the changes. */
  readonly changesUrl: string;
}

export function composeNewVersion(
  subject: MailSubject,
  { manageToken, newText, changesUrl }: NewVersion,
): Promise<ComposedMail> {
  const { record, text, texts, publicUrl } = subject;
  const isRenamed = newText.title !== text.title;
  return frame(subject, {
    subject: 'mail.version-subject',
    title: 'mail.version-title',
    parts: [
      paragraph(sayOf(subject, `mail.version-${record.kind}`)),
      ...(isRenamed ? [paragraph(sayOf(subject, 'mail.version-renamed', { new: newText.title }))] : []),
      link(texts.text('mail.version-read'), changesUrl),
      paragraph(texts.text('mail.version-carry')),
      {
        is: 'button',
        label: texts.text('mail.version-button'),
        href: `${publicUrl}/manage/${manageToken}`,
        otherwise: texts.text('mail.button-fails'),
      },
      paragraph(texts.text('mail.version-nothing')),
      paragraph(texts.text('mail.manage-not-me')),
      ...contactParts(subject),
    ],
  });
}
