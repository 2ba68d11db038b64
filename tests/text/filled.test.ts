/** Sentences with their values filled in. */
import { describe, expect, it } from 'vitest';
import { messagesIn, pageLanguages, textsFor } from '../../shared/text/catalogue.ts';

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

it.each(pageLanguages)('no word such as "E-Mail" can break at its hyphen in "%s"', async (language) => {
  const breaking = Object.entries(await messagesIn(language)).filter(([, words]) => /\be-mail/i.test(words));
  expect(breaking, 'write U+2011, the hyphen that does not break').toEqual([]);
});
