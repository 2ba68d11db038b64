/** Sentences with their values filled in. */
import { describe, expect, it } from 'vitest';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';

describe('a name that ends with a full stop', () => {
  it.each(['Verein für Flussbäder e. V.', 'Quay & Sons Ltd.', '\u2068River Inc.\u2069'])(
    'needs no second one: %s',
    async (convener) => {
      const texts = await textsFor('en');
      expect(texts.text('mail.sent-for', { convener })).toBe(`Sent on behalf of ${convener}`);
    },
  );

  it('is followed by one where the sentence goes on after another name', async () => {
    const texts = await textsFor('en');
    expect(texts.text('mail.sent-for', { convener: 'River Neighbours' })).toBe('Sent on behalf of River Neighbours.');
    expect(texts.text('letter.goal', { goal: '5' })).toBe('Goal: 5');
  });
});

it.each(pageLanguages)('a word such as "E-Mail" never breaks at its hyphen in "%s"', async (language) => {
  const texts = await textsFor(language);
  const shown = [
    texts.text('form.email'),
    texts.text('sent.spam'),
    texts.label('form.email'),
    texts.text('code.title'),
  ];
  expect(shown.join('\n')).not.toMatch(/\be-mail/i);
  if (language === 'de') expect(texts.text('form.email')).toBe('Ihre E\u2011Mail-Adresse');
});
