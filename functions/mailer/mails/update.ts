/** News about a letter, in the words of the secretariat, for signers who asked for it. */
import type { LetterSlug } from '../../../shared/ids.ts';
import type { UpdateTest } from '../../../shared/member/notice.ts';
import { type Texts, textsFor } from '../../../shared/text/catalogue.ts';
import type { ChosenWords } from '../../../shared/update/update.ts';
import { type MailLook, writeHtml } from '../frame/html.tsx';
import { mailLook } from '../frame/look.ts';
import type { ComposedMail } from '../frame/mail.ts';
import { link, type Part, smallLink, smallPrint } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, isolate } from '../frame/words.ts';

export interface UpdateMail {
  readonly letter: LetterSlug;
  /** The letter's title and convener, as the recipient read them. */
  readonly title: string;
  readonly convener: string;
  readonly contact: string | undefined;
  readonly look: MailLook;
  readonly texts: Texts;
  readonly publicUrl: string;
  readonly words: ChosenWords;
  /** Address of the same news under the letter; absent when it is for mail only. */
  readonly newsUrl: string | undefined;
  /** Addresses of the recipient's own page, and of the page to unsubscribe. */
  readonly manageUrl: string;
  readonly unsubscribeUrl: string;
}

export async function composeUpdate(mail: UpdateMail): Promise<ComposedMail> {
  const { letter, title, convener, contact, look, texts, publicUrl, newsUrl } = mail;
  const { words, language } = mail.words;
  const parts: Part[] = [
    { is: 'text', blocks: words.blocks, language },
    { is: 'rule' },
    ...(newsUrl ? [link(texts.text('mail.update-page'), newsUrl)] : []),
    smallLink(texts.text('mail.letter'), `${publicUrl}/${letter}`),
    ...(contact ? [smallPrint(fillText(texts, 'mail.contact', { contact }))] : []),
    smallPrint(fillText(texts, 'mail.update-why', { title })),
    smallLink(texts.text('mail.update-stop'), mail.unsubscribeUrl),
    smallLink(texts.text('mail.manage'), mail.manageUrl),
  ];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  return {
    subject: words.subject,
    // Unlike the HTML part, the text part has no header with the letter's title.
    text: writeText([{ is: 'lines', lines: [isolate(title)] }, ...parts], footer, texts),
    html: await writeHtml(
      {
        subject: words.subject,
        title: words.subject,
        titleLanguage: language,
        letter: { title, convener, url: `${publicUrl}/${letter}`, look },
        parts,
        footer,
      },
      texts,
    ),
    list: { id: `${letter}.updates.${new URL(publicUrl).hostname}`, unsubscribe: mail.unsubscribeUrl },
    sender: { name: convener, replyTo: contact },
  };
}

/** The same for the member who tries it: its links to unsubscribe and to one's own page are nobody's. */
export async function composeUpdateTest({
  test,
  publicUrl,
}: {
  readonly test: UpdateTest;
  readonly publicUrl: string;
}): Promise<ComposedMail> {
  const { letter: slug, logo, colour } = test;
  const mail = await composeUpdate({
    ...test,
    contact: test.contact,
    look: mailLook({ slug, logo, settings: { colour } }, test.convener, publicUrl),
    newsUrl: test.newsUrl,
    texts: await textsFor(test.language),
    publicUrl,
    manageUrl: `${publicUrl}/manage`,
    unsubscribeUrl: `${publicUrl}/${test.letter}/unsubscribe/${'0'.repeat(46)}`,
  });
  return { ...mail, subject: `Test: ${mail.subject}` };
}
