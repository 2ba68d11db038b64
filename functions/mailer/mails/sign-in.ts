/** The sign-in link for members. The console is in English, and so is this mail. */
import type { Texts } from '../../../shared/text/catalogue.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail } from '../frame/mail.ts';
import { type Part, paragraph } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';

/** @param texts the strings in English */
export async function composeSignIn(
  { url, publicUrl }: { url: string; publicUrl: string },
  texts: Texts,
): Promise<ComposedMail> {
  const subject = 'Sign in to Undersigned';
  const parts: Part[] = [
    paragraph('Someone, probably you, asked to sign in to the console of your letters.'),
    { is: 'button', label: 'Sign in', href: url, otherwise: texts.text('mail.button-fails') },
    paragraph('The link works once, within the next hour.'),
    paragraph('Not you? Ignore this email. Nobody can sign in without it, so please do not forward it.'),
  ];
  const footer = `Sent by ${new URL(publicUrl).host}`;
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml({ subject, title: 'Sign in', parts, footer }, texts),
    sender: {},
  };
}
