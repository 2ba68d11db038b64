/** The frame of every mail about a signature: greeting, letter, sender, footer. */

import { contactOf } from '../../../shared/letter/contact.ts';
import { coSignatoryName } from '../../../shared/signature/states.ts';
import { type MessageKey, textsFor } from '../../../shared/text/catalogue.ts';
import { writeHtml } from './html.tsx';
import { mailLook } from './look.ts';
import type { ComposedMail, MailSubject } from './mail.ts';
import type { Part } from './parts.ts';
import { writeText } from './text.ts';
import { fillText, plainWords, quoteUnproven, shorten } from './words.ts';

/** Longer names are shortened in subjects and greetings: the recipient may not know who typed them. */
const longestInPassing = 80;

export interface Content {
  /** Takes the values of `namesIn`. */
  readonly subject: MessageKey;
  readonly title: MessageKey;
  /** A smaller line above the title. */
  readonly step?: MessageKey;
  readonly parts: readonly Part[];
}

/**
 * @returns the values that every string about a signature can use: the signer and the letter's title. Until the mailbox
 * is proven, anyone may have typed the name
 */
export function namesIn({ record, text }: MailSubject): { name: string; title: string } {
  const name = coSignatoryName(record);
  return { name: record.confirmedAt ? name : quoteUnproven(name), title: text.title };
}

/** @returns the string with the values of the signature filled in */
export function fillTextFor(
  subject: MailSubject,
  key: MessageKey,
  more: Readonly<Record<string, string>> = {},
): string {
  return fillText(subject.texts, key, { ...namesIn(subject), ...more });
}

export async function frame(subject: MailSubject, content: Content): Promise<ComposedMail> {
  const { record, letter, text, texts } = subject;
  const { name, title } = namesIn(subject);
  const convener = text.convener.organisation;
  const isProven = record.confirmedAt !== undefined;
  const heading = isProven
    ? plainWords(fillText(texts, content.subject, { name: shorten(name, longestInPassing), title }), texts.language)
    : await subjectWithoutName(subject, content.subject);
  const greeting = isProven
    ? fillText(texts, 'mail.greeting', { name: shorten(record.signatoryName, longestInPassing) })
    : texts.text('mail.greeting-unknown');
  const parts: Part[] = [{ is: 'paragraph', words: greeting }, ...content.parts];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  const url = `${subject.publicUrl}/${letter.slug}`;
  // Where the mail has a link to the letter, the title leads there too.
  const isLinked = parts.some((part) => part.is === 'link' && part.href === url);
  return {
    subject: heading,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      {
        subject: heading,
        title: texts.text(content.title),
        step: content.step && texts.text(content.step),
        letter: {
          title,
          convener,
          url: isLinked ? url : undefined,
          look: mailLook(letter, convener, subject.publicUrl),
        },
        parts,
        footer,
      },
      texts,
    ),
    sender: { name: convener, replyTo: contactOf(letter) },
  };
}

/**
 * A letter's own words may contain the signer's name, which anyone may have typed; then the built-in subject is used.
 */
async function subjectWithoutName({ text, texts }: MailSubject, key: MessageKey): Promise<string> {
  const { title } = text;
  const ours = fillText(texts, key, { title, name: missing }).includes(missing)
    ? await textsFor(texts.language)
    : texts;
  return plainWords(fillText(ours, key, { title }), texts.language);
}

/** Never part of a value: names and titles cannot contain this character. */
const missing = '\ufffe';
