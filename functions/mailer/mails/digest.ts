/** Daily numbers of news under each letter, for members who want them. Contains no names. In English. */
import type { DigestOfLetter } from '../../../shared/member/notice.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { writeHtml } from '../frame/html.tsx';
import type { ComposedMail } from '../frame/mail.ts';
import { type Fact, link, type Part } from '../frame/parts.ts';
import { writeText } from '../frame/text.ts';
import { isolate } from '../frame/words.ts';

/** @param texts the strings in English */
export async function composeDigest(
  { letters, publicUrl }: { letters: readonly DigestOfLetter[]; publicUrl: string },
  texts: Texts,
): Promise<ComposedMail> {
  const more = letters.reduce((sum, one) => sum + one.more, 0);
  const waiting = letters.reduce((sum, one) => sum + one.waiting, 0);
  const subject = `Your letters today: ${signed(more, texts)} ${more === 1 ? 'signature' : 'signatures'}, ${texts.number(waiting)} to review`;
  const parts: Part[] = [
    ...letters.flatMap((one): Part[] => [
      { is: 'facts', words: isolate(one.title), facts: factsOf(one, texts) },
      link('Open the letter in the console:', `${publicUrl}/console/letters/${one.letter}`),
    ]),
    { is: 'rule' },
    link('You turned on this daily email. You can turn it off in your account:', `${publicUrl}/console/me`),
  ];
  const footer = `Sent by ${new URL(publicUrl).host}`;
  return {
    subject,
    text: writeText(parts, footer, texts),
    html: await writeHtml({ subject, title: 'Your letters today', parts, footer }, texts),
    sender: {},
  };
}

function factsOf({ total, more, waiting, disputes }: DigestOfLetter, texts: Texts): Fact[] {
  return [
    { name: 'Signatures', value: `${texts.number(total)} (${signed(more, texts)} since the last email)` },
    { name: 'Awaiting review', value: waiting >= 100 ? '100 or more' : String(waiting) },
    ...(disputes > 0 ? [{ name: 'Complaints', value: texts.number(disputes) }] : []),
  ];
}

const signed = (number: number, texts: Texts) => `${number < 0 ? '' : '+'}${texts.number(number)}`;
