/** News about a letter, in the words of the secretariat, for signers who asked for it. */
import { contactOf } from '../../../shared/letter/contact.ts';
import type { ChosenWords } from '../../../shared/update/update.ts';
import { contactParts } from '../frame/common.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { link, type Part, smallLink, smallPrint } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, isolate } from '../frame/words.ts';

export interface UpdateMail {
  readonly words: ChosenWords;
  /** Address of the same news under the letter; absent when it is for mail only. */
  readonly newsUrl: string | undefined;
  readonly manageToken: string;
  readonly unsubscribeUrl: string;
}

export async function composeUpdate(about: MailSubject, mail: UpdateMail): Promise<ComposedMail> {
  const { letter, text, texts, publicUrl } = about;
  const { words, language } = mail.words;
  const convener = text.convener.organisation;
  const parts: Part[] = [
    // The text part has no header that names the letter, as the HTML part has.
    { is: 'text', blocks: words.blocks, language },
    { is: 'rule' },
    ...(mail.newsUrl ? [link(texts.text('mail.update-page'), mail.newsUrl)] : []),
    smallLink(texts.text('mail.letter'), `${publicUrl}/${letter.slug}`),
    ...contactParts(about),
    smallPrint(fillText(texts, 'mail.update-why', { title: text.title })),
    smallLink(texts.text('mail.update-stop'), mail.unsubscribeUrl),
    smallLink(texts.text('mail.manage'), `${publicUrl}/manage/${mail.manageToken}`),
  ];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  return {
    subject: words.subject,
    text: writeText([{ is: 'lines', lines: [isolate(text.title)] }, ...parts], footer, texts),
    html: await writeHtml(
      { subject: words.subject, title: words.subject, letter: { title: text.title, convener }, parts, footer },
      texts,
    ),
    list: { id: `${letter.slug}.updates.${new URL(publicUrl).hostname}`, unsubscribe: mail.unsubscribeUrl },
    sender: { name: convener, replyTo: contactOf(letter) },
  };
}
