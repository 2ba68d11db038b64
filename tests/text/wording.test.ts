import { expect, it } from 'vitest';
import { hashWording, wordingFor } from '../../shared/consent/wording.ts';
import { wordings } from '../../shared/consent/wordings.ts';
import { messagesIn, pageLanguages } from '../../shared/text/catalogue.ts';

it.each(pageLanguages)('the wording that signers agree to in "%s" is frozen under its number', async (language) => {
  const hash = hashWording(await messagesIn(language));
  const id = wordingFor(language);
  const frozen = new Map(Object.entries(wordings)).get(id);
  const next = frozen === undefined ? id : `${language}-${Number(id.slice(language.length + 1)) + 1}`;
  const advice = `Add to shared/consent/wordings.ts, below the lines that are there:\n  '${next}':\n    '${hash}',`;
  expect(frozen, advice).toBe(hash);
});

it('the wording is that of the nearest language in which the form is shown', () => {
  expect(wordingFor('en-GB')).toBe(wordingFor('en'));
  expect(wordingFor('tlh')).toBe(wordingFor('en'));
  expect(wordingFor('en')).toMatch(/^en-\d+$/);
});
