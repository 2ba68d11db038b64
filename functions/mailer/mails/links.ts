/** Answers a request for links: one mail with a link to each signature of the mailbox. */

import { contactOf } from '../../../shared/letter/contact.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { type Proof, proofParts } from '../frame/common.ts';
import { fillTextFor, namesIn } from '../frame/frame.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail, MailSubject } from '../frame/mail.ts';
import { link, type Part, paragraph, smallPrint } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, isolate } from '../frame/words.ts';

/** One signature, and its link: to its page, or to confirm it. */
export type LinkItem = { readonly subject: MailSubject } & (
  | { readonly opens: 'manage'; readonly manageToken: string }
  | { readonly opens: 'confirm'; readonly proof: Proof }
);

/** @param texts the strings in the language of the request */
export async function composeLinks(items: readonly LinkItem[], texts: Texts): Promise<ComposedMail> {
  const subject = texts.text('mail.links-subject');
  const parts: Part[] = [
    paragraph(texts.text('mail.links-text')),
    ...items.flatMap((item) => partsOf(item, texts)),
    { is: 'rule' },
    smallPrint(texts.text('mail.links-private')),
    smallPrint(texts.text('mail.links-not-me')),
  ];
  const sender = senderOf(items);
  const footer = sender.name ? fillText(texts, 'mail.sent-for', { convener: sender.name }) : texts.text('mail.sent-by');
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml({ subject, title: texts.text('mail.links-title'), parts, footer }, texts),
    sender,
  };
}

function partsOf(item: LinkItem, texts: Texts): Part[] {
  const { subject } = item;
  if (item.opens === 'manage') {
    const heading: Part = { is: 'heading', words: fillText(texts, 'mail.links-one', namesIn(subject)) };
    return [heading, link(texts.text('mail.links-manage'), `${subject.publicUrl}/manage/${item.manageToken}`)];
  }
  // Anyone may have typed the name, so it appears in no heading.
  return [
    { is: 'heading', words: isolate(subject.text.title) },
    paragraph(fillTextFor({ ...subject, texts }, `mail.confirm-${subject.record.kind}`)),
    paragraph(texts.text('mail.links-pending')),
    ...proofParts({ ...subject, texts }, subject.letter.slug, item.proof),
  ];
}

/** The conveners, if all letters have the same. */
function senderOf(items: readonly LinkItem[]): ComposedMail['sender'] {
  const names = new Set(items.map(({ subject }) => subject.text.convener.organisation));
  const contacts = new Set(items.map(({ subject }) => contactOf(subject.letter)));
  const only = <Value>(values: ReadonlySet<Value>) => (values.size === 1 ? values.values().next().value : undefined);
  return { name: only(names), replyTo: only(contacts) };
}
