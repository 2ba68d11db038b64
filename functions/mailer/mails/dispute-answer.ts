/** Answers somebody who said that an organisation did not sign. The address is not proven, so their words are quoted. */
import type { DisputeMail } from '../../../shared/dispute/dispute-mail.ts';
import { contactOf } from '../../../shared/letter/contact.ts';
import { writeHtml } from '../frame/html.tsx';
import { mailLook } from '../frame/look.ts';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { type Part, paragraph, smallLink, smallPrint } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, isolate, plainWords, quoteUnproven } from '../frame/words.ts';

export interface Answering extends Pick<MailSubject, 'letter' | 'text' | 'texts' | 'publicUrl'> {
  readonly answer: Pick<Extract<DisputeMail, { due: 'dispute-answer' }>, 'organisation' | 'answer' | 'words'>;
}

export async function composeDisputeAnswer({
  answer,
  letter,
  text,
  texts,
  publicUrl,
}: Answering): Promise<ComposedMail> {
  const { title } = text;
  const convener = text.convener.organisation;
  const contact = contactOf(letter);
  const subject = plainWords(fillText(texts, 'mail.complaint-subject', { title }), texts.language);
  const parts: Part[] = [
    paragraph(texts.text('mail.greeting-unknown')),
    paragraph(fillText(texts, 'mail.complaint-text', { name: quoteUnproven(answer.organisation) })),
    paragraph(texts.text(answer.answer === 'rejected' ? 'mail.complaint-removed' : 'mail.complaint-kept')),
    ...wordsOfSecretariat(answer.words, texts),
    smallLink(texts.text('mail.letter'), `${publicUrl}/${letter.slug}`),
    ...(contact ? [smallPrint(fillText(texts, 'mail.contact', { contact }))] : []),
  ];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      {
        subject,
        title: texts.text('mail.complaint-title'),
        letter: { title, convener, url: `${publicUrl}/${letter.slug}`, look: mailLook(letter, convener, publicUrl) },
        parts,
        footer,
      },
      texts,
    ),
    sender: { name: convener, replyTo: contact },
  };
}

/** @returns the secretariat's own words, marked as such; nothing when there are none */
export function wordsOfSecretariat(words: string | undefined, texts: MailSubject['texts']): Part[] {
  if (!words) return [];
  return [paragraph(texts.text('mail.secretariat-writes')), { is: 'lines', lines: words.split('\n').map(isolate) }];
}
