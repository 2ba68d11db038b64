/** The frame of every mail about a signature: greeting, letter, sender, footer. */

import { contactOf } from '../../letter/contact.ts';
import { coSignatoryName } from '../../signature/record.ts';
import type { MessageKey } from '../../text/messages.ts';
import { writeHtml } from './html.tsx';
import type { ComposedMail, MailSubject } from './mail.ts';
import type { Part } from './parts.ts';
import { writeText } from './text.ts';
import { plainWords, say, shorten } from './words.ts';

/** Longer names are cut in subjects and greetings, whose writers are unknown to who gets the mail. */
const longestInPassing = 80;

export interface Content {
  /** Its values are the names of `namesIn`. */
  readonly subject: MessageKey;
  readonly title: MessageKey;
  /** A smaller line above the title. */
  readonly step?: MessageKey;
  readonly parts: readonly Part[];
}

/** @returns the values that every string about a signature can hold: who signs, and what */
export function namesIn({ record, text }: MailSubject): { name: string; title: string } {
  return { name: coSignatoryName(record), title: text.title };
}

/** @returns the words about the signature: who signs and what can stand in each of them */
export function sayOf(subject: MailSubject, key: MessageKey, more: Readonly<Record<string, string>> = {}): string {
  return say(subject.texts, key, { ...namesIn(subject), ...more });
}

export async function frame(subject: MailSubject, content: Content): Promise<ComposedMail> {
  const { record, letter, text, texts } = subject;
  const { name, title } = namesIn(subject);
  const convener = text.convener.organisation;
  const heading = plainWords(
    say(texts, content.subject, { name: shorten(name, longestInPassing), title }),
    texts.language,
  );
  const greeting = say(texts, 'mail.greeting', { name: shorten(record.signatoryName, longestInPassing) });
  const parts: Part[] = [{ is: 'paragraph', words: greeting }, ...content.parts];
  const footer = say(texts, 'mail.sent-for', { convener });
  return {
    subject: heading,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      {
        subject: heading,
        title: texts.text(content.title),
        step: content.step && texts.text(content.step),
        letter: { title, convener },
        parts,
        footer,
      },
      texts,
    ),
    sender: { name: convener, replyTo: contactOf(letter) },
  };
}
