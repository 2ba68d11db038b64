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
  const subject = 'You are invited to manage letters with Undersigned';
  const parts: Part[] = [
    paragraph(`${isolate(quoteUnproven(invitedBy))} invited you to manage open letters.`),
    {
      is: 'button',
      label: 'Open the console',
      href: `${publicUrl}/console/sign-in`,
      otherwise: texts.text('mail.button-fails'),
    },
    paragraph(`Sign in with this address, ${isolate(email)}. There is no password: we email you a link each time.`),
    paragraph('Not expecting this? Ignore this email.'),
  ];
  const footer = `Sent by ${new URL(publicUrl).host}`;
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml({ subject, title: 'You are invited', parts, footer }, texts),
    sender: {},
  };
}
