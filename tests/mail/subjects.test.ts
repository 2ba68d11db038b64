import { expect, it } from 'vitest';
import { composeDigest } from '../../functions/mailer/mails/digest.ts';
import { composeInvitation } from '../../functions/mailer/mails/invitation.ts';
import { composeSignIn } from '../../functions/mailer/mails/sign-in.ts';
import { letterSlug } from '../../shared/ids.ts';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';
import { publicUrl } from '../fixtures/world.ts';
import { composeOne, mailNames, subject } from './every-mail.ts';

/** More is cut off on a phone, where the title of the letter has to be seen. */
const longest = 60;
const title = 'Keep the northern ferry running through the winter months';
const lengthOf = (words: string) => [...words].length;

it.each(pageLanguages)(
  'in "%s" a subject has at most 60 characters before the title of the letter',
  async (language) => {
    const texts = await textsFor(language);
    const organisationName = 'Federation of Independent Harbour Workers and Coastal Communities of the North';
    const about = subject({ organisationName }, { texts });
    const named = { ...about, text: { ...about.text, title } };
    const subjects = await Promise.all(
      mailNames.map(async (name) => [name, (await composeOne(name, named)).subject] as const),
    );
    const tooLong = subjects.filter(([, words]) => lengthOf(words.split(title)[0] ?? '') > longest);
    expect(tooLong).toEqual([]);
    const withoutTitle = subjects.filter(([, words]) => !words.includes(title)).map(([name]) => name);
    expect(withoutTitle).toEqual(['links']);
  },
);

it('a subject for the secretariat has at most 60 characters, whatever the numbers', async () => {
  const texts = await textsFor('en');
  const one = { letter: letterSlug.parse('ferry'), title, total: 98_765, more: 12_345, waiting: 100, disputes: 20 };
  const mails = await Promise.all([
    composeSignIn({ url: `${publicUrl}/console/enter/x`, publicUrl }, texts),
    composeInvitation({ invitedBy: 'Rita Example', email: 'new@example.org', publicUrl }, texts),
    composeDigest({ letters: [one, one, one], publicUrl }, texts),
  ]);
  expect(mails.map(({ subject: words }) => words).filter((words) => lengthOf(words) > longest)).toEqual([]);
});

it('a mail that asks to confirm links the letter', async () => {
  for (const name of ['confirmation', 'reminder'] as const) {
    const about = subject();
    const { text, html } = await composeOne(name, about);
    const address = `${publicUrl}/${about.letter.slug}`;
    expect(text.split('\n')).toContain(address);
    expect(html).toContain(`href="${address}"`);
  }
});

it('a receipt ends with the hash of the text, below all that people read', async () => {
  const about = subject();
  const { text } = await composeOne('receipt', about);
  const [own = ''] = text.split('\n-- \n');
  expect(own.trim().endsWith(about.record.letterVersion)).toBe(true);
});
