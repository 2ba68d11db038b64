/** Hands a letter over to an addressee: the cover note, the document, and the link to confirm that it has arrived. */
import { contactOf } from '../../../shared/letter/contact.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { writeHtml } from '../frame/html.tsx';
import { mailLook } from '../frame/look.ts';
import type { ComposedMail } from '../frame/mail.ts';
import { link, type Part, paragraph, smallLink } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, isolate } from '../frame/words.ts';

export interface HandoverSubject {
  readonly letter: Letter;
  readonly text: LetterText;
  readonly texts: Texts;
  /** Typed by the secretariat; shown as typed, never as markup. */
  readonly cover: { readonly subject: string; readonly note: string };
  /** The document, if it is small enough to be attached. */
  readonly attachment: Attachment | undefined;
  readonly documentUrl: string;
  readonly linksExpire: Date;
  readonly pageUrl: string;
  /** Absent on the convener's copy. */
  readonly arrivedUrl: string | undefined;
  /** Names of the addressees, on the convener's copy. */
  readonly copyOf: readonly string[] | undefined;
}

type Attachment = NonNullable<ComposedMail['attachments']>[number];

export async function composeHandover(about: HandoverSubject): Promise<ComposedMail> {
  const { letter, text, texts, cover, attachment } = about;
  const convener = text.convener.organisation;
  const letterUrl = `${new URL(about.pageUrl).origin}/${letter.slug}`;
  const parts: Part[] = [
    ...(about.copyOf ? [paragraph(fillText(texts, 'mail.handover-copy', { names: about.copyOf.join(', ') }))] : []),
    ...cover.note.split(/\n{2,}/).map((words): Part => ({ is: 'lines', lines: words.split('\n').map(isolate) })),
    { is: 'rule' },
    // Unlike the HTML part, the text part has no header with the letter's title.
    smallLink(isolate(text.title), letterUrl),
    ...(attachment ? [paragraph(texts.text('mail.handover-attached'))] : []),
    link(
      texts.text('mail.handover-document', { date: texts.date(about.linksExpire.toISOString()) }),
      about.documentUrl,
    ),
    smallLink(texts.text('mail.handover-page'), about.pageUrl),
    ...(about.arrivedUrl ? arrivedParts(texts, about.arrivedUrl) : []),
  ];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  return {
    subject: cover.subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      {
        subject: cover.subject,
        title: texts.text('mail.handover-title'),
        letter: {
          title: text.title,
          convener,
          url: letterUrl,
          look: mailLook(letter, convener, new URL(about.pageUrl).origin),
        },
        parts,
        footer,
      },
      texts,
    ),
    sender: { name: convener, replyTo: contactOf(letter) },
    ...(attachment ? { attachments: [attachment] } : {}),
  };
}

function arrivedParts(texts: Texts, href: string): Part[] {
  return [
    paragraph(texts.text('mail.handover-arrived')),
    {
      is: 'button',
      label: texts.text('mail.handover-button'),
      href,
      otherwise: texts.text('mail.button-fails'),
    },
  ];
}
