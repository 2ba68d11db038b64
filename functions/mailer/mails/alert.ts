/** Tells a member that something needs them, with the number for each letter. No names. In English. */
import type { AlertKind, AlertOfLetter } from '../../../shared/member/alert.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail } from '../frame/mail.ts';
import { link, type Part, paragraph } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { isolate } from '../frame/words.ts';

const kinds: Readonly<Record<AlertKind, { one: string; several: string; page: string }>> = {
  complaint: { one: 'complaint to answer', several: 'complaints to answer', page: '/disputes' },
  burst: { one: 'form sent today, more than usual', several: 'forms sent today, more than usual', page: '/signals' },
  review: { one: 'signature awaiting review', several: 'signatures awaiting review', page: '/review' },
  goal: { one: 'signature: the goal is reached', several: 'signatures: the goal is reached', page: '' },
  delivery: { one: 'delivery failed', several: 'deliveries failed', page: '/deliveries' },
};

/** @param texts the strings in English */
export async function composeAlert(
  { kind, letters, publicUrl }: { kind: AlertKind; letters: readonly AlertOfLetter[]; publicUrl: string },
  texts: Texts,
): Promise<ComposedMail> {
  const { one, several, page } = kinds[kind];
  // The others were counted until 50.
  const isExact = kind === 'goal' || kind === 'burst';
  const words = (number: number) =>
    `${isExact || number < 50 ? texts.number(number) : '50 or more'} ${number === 1 ? one : several}`;
  const subject = words(letters.reduce((sum, { number }) => sum + number, 0));
  const parts: Part[] = [
    ...letters.flatMap(({ letter, title, number }): Part[] => [
      paragraph(`${isolate(title)}: ${words(number)}`),
      link('Open it in the console:', `${publicUrl}/console/letters/${letter}${page}`),
    ]),
    { is: 'rule' },
    link('You chose to get these emails. You can change that in your account:', `${publicUrl}/console/me`),
  ];
  const footer = `Sent by ${new URL(publicUrl).host}`;
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml(
      { subject, title: kind === 'goal' ? 'The goal is reached' : 'Your letters need you', parts, footer },
      texts,
    ),
    sender: {},
  };
}
