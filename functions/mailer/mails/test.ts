/** The mail that asks to confirm a test signature of a draft. The recipient may never have heard of us. */

import { contactOf } from '../../../shared/letter/contact.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import { printCode } from '../../../shared/platform/token/token.ts';
import type { TestSignature } from '../../../shared/test-signature/test-signature.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { Proof } from '../frame/common.ts';
import { writeHtml } from '../frame/html.tsx';
import { mailLook } from '../frame/look.ts';
import type { ComposedMail } from '../frame/mail.ts';
import { link, type Part, paragraph, smallLink, smallPrint } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { fillText, plainWords } from '../frame/words.ts';

interface TestSubject {
  readonly test: TestSignature;
  readonly letter: Letter;
  readonly text: LetterText;
  /** The strings in the language of the form. */
  readonly texts: Texts;
  readonly publicUrl: string;
}

/** Nothing that was typed is in the mail: anybody may have typed it. */
export async function composeTest(
  { test, letter, text, texts, publicUrl }: TestSubject,
  { proof: { token, code, expiresAt }, stopUrl }: { readonly proof: Proof; readonly stopUrl: string },
): Promise<ComposedMail> {
  const { title } = text;
  const convener = text.convener.organisation;
  const subject = plainWords(fillText(texts, 'test.mail-subject', { title }), texts.language);
  const parts: Part[] = [
    paragraph(texts.text('mail.greeting-unknown')),
    paragraph(fillText(texts, 'test.mail-text', { title })),
    paragraph(texts.text('test.note')),
    {
      is: 'button',
      label: texts.text('mail.confirm-button'),
      href: `${publicUrl}/${test.letter}/test/${token}`,
      otherwise: texts.text('mail.button-fails'),
    },
    link(texts.text('mail.code'), `${publicUrl}/confirm?letter=${test.letter}`),
    { is: 'code', code: printCode(code) },
    smallPrint(fillText(texts, 'mail.confirm-expires', { date: texts.date(expiresAt.toISOString()) })),
    smallLink(texts.text('mail.stop'), stopUrl),
  ];
  const footer = fillText(texts, 'mail.sent-for', { convener });
  const look = mailLook(letter, convener, publicUrl);
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      {
        subject,
        title: texts.text('test.confirm'),
        letter: { title, convener, url: `${publicUrl}/${test.letter}`, look },
        parts,
        footer,
      },
      texts,
    ),
    sender: { name: convener, replyTo: contactOf(letter) },
  };
}
