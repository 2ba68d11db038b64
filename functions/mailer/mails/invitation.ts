/** Tells new members of the secretariat that they have been added. In English, like the console. */
import type { Texts } from '../../../shared/text/catalogue.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail } from '../frame/mail.ts';
import { type Part, paragraph } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { isolate, quoteUnproven } from '../frame/words.ts';

/** @param texts the strings in English */
export async function composeInvitation(
  { invitedBy, email, publicUrl }: { invitedBy: string; email: string; publicUrl: string },
  texts: Texts,
): Promise<ComposedMail> {
  const subject = 'You are invited to run letters with Undersigned';
  const parts: Part[] = [
    paragraph(`${isolate(quoteUnproven(invitedBy))} invited you to the console where open letters are run.`),
    {
      is: 'button',
      label: 'Go to the console',
      href: `${publicUrl}/console/sign-in`,
      otherwise: texts.text('mail.button-fails'),
    },
    paragraph(
      `Sign in there with this address, ${isolate(email)}. There is no password: each time a link comes by mail.`,
    ),
    paragraph('If you do not know what this is about, do nothing.'),
  ];
  const footer = `Sent by ${new URL(publicUrl).host}`;
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml({ subject, title: 'You are invited', parts, footer }, texts),
    sender: {},
  };
}
