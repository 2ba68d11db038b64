/** Language tags in input: only those of languages are accepted, with helpful messages. */
import { expect, it } from 'vitest';
import { readLetterFile } from '../../shared/letter/file.ts';
import { storedLetterText } from '../../shared/letter/text.ts';
import { languageName, offeredLanguages } from '../../shared/text/language-names.ts';
import { knownLanguage, namedLanguage, writtenLanguage } from '../../shared/text/language-tag.ts';
import { signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, testLetter } from '../fixtures/world.ts';

const none = ['english', 'German', 'English', 'xx', 'qqq', 'und', 'mul', 'zxx', 'en-XQ', 'en-english', 'klingon', ''];

it.each(['en', 'pt-br', 'ZH-hant', 'sr-Latn', 'kaa', 'gsw', 'es-419', 'de-CH'])('%s is a language', (tag) => {
  expect(knownLanguage.parse(tag)).toBe(Intl.getCanonicalLocales(tag)[0]);
});

it.each(none)('"%s" is not accepted, in any input', async (tag) => {
  expect(knownLanguage.safeParse(tag).success).toBe(false);
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  expect((await world.submit('clean-air', endorsement(1, { language: tag }))).status).toBe(422);
  const asked = { email: 'jo@choir.example', language: tag };
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  expect((await world.app.request('/manage', { method: 'POST', headers, body: JSON.stringify(asked) })).status).toBe(
    422,
  );
  expect(readLetterFile(testLetter.replace('language: en', `language: "${tag}"`)).ok).toBe(false);
});

it.each([
  ['German', 'de', 'German'],
  ['deutsch', 'de', 'German'],
  ['english', 'en', 'English'],
  ['Русский', 'ru', 'Russian'],
  ['Kara-Kalpak', 'kaa', 'Kara-Kalpak'],
])('the tag is suggested for %s, and a list is understood', (written, tag, name) => {
  expect(writtenLanguage.safeParse(written).error?.issues[0]?.message).toContain(`write ${tag} for ${name}`);
  expect(namedLanguage.parse(written)).toBe(tag);
  expect(namedLanguage.parse(tag)).toBe(tag);
});

it('the console offers names to choose from, and says what to write', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const owner = await signIn(world);
  const page = await owner.request('/console/letters/clean-air/translations?add=German');
  expect(page.status).toBe(422);
  const html = await page.text();
  expect(html).toContain('write de for German');
  expect(html).toContain('<option value="kk">Kazakh</option>');
  const added = await owner.request('/console/letters/clean-air/translations?add=pt-br');
  expect(added.headers.get('location')).toMatch(/\/translations\/pt-BR$/);
  for (const [tag] of offeredLanguages()) expect(languageName(tag)).toBeDefined();
});

it('values stored earlier are still read', () => {
  expect(storedLetterText.safeParse({ ...letterFile().text, language: 'english' }).success).toBe(true);
});
