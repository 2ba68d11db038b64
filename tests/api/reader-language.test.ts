/** The reader's language, whatever languages a letter has; and the text that was read, whatever the reader's language. */
import { beforeAll, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { readTranslationFile } from '../../shared/letter/file.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { textSeenBy } from '../../shared/signature/record.ts';
import { messagesIn, pageLanguages } from '../../shared/text/catalogue.ts';
import { ar } from '../../shared/text/languages/ar.ts';
import { de } from '../../shared/text/languages/de.ts';
import { en } from '../../shared/text/languages/en.ts';
import { fr } from '../../shared/text/languages/fr.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
const french = () => {
  const source = '---\nlanguage: fr\ntitle: De l’air pur pour le port\nsalutation: Monsieur le Maire,\n---\n\nTexte.\n';
  const read = readTranslationFile(source, letterFile());
  return read.ok ? read.content : expect.fail(JSON.stringify(read.faults));
};

beforeAll(async () => {
  world = makeWorld(await freshStore());
  const english = { 'slug: clean-air': 'slug: clean-water', 'title: Clean air': 'title: Clean water' };
  await openTestLetter(world.store, english);
  await importLetter(world.store, letterFile(), [french()], { now: new Date(), open: true });
});

const page = async (path: string, languages?: string) =>
  (
    await world.app.request(path, {
      headers: { accept: 'text/html', ...(languages ? { 'accept-language': languages } : {}) },
    })
  ).text();
const htmlTag = (html: string) => /<html[^>]*>/.exec(html)?.[0];

describe('a letter in English alone', () => {
  it.each(pageLanguages)('has its page, its form and its list in %s for those who ask for it', async (language) => {
    const messages = await messagesIn(language);
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
    for (const [path, key] of [
      ['/clean-water', 'form.submit'],
      ['/clean-water/form', 'form.submit'],
      ['/clean-water/signatories', 'list.title'],
      ['/clean-water/privacy', 'privacy.title'],
      ['/clean-water/sent', 'sent.title'],
      ['/clean-water/dispute', 'dispute.title'],
      ['/confirm?letter=clean-water', 'code.title'],
    ] as const) {
      expect(await page(path, language), `${path} by the browser`).toContain(escaped(messages[key]));
      const asked = `${path}${path.includes('?') ? '&' : '?'}language=${language}`;
      expect(await page(asked, 'en'), asked).toContain(escaped(messages[key]));
    }
  });

  it('marks the text with its own language and direction, and says which is the official one', async () => {
    const html = await page('/clean-water', 'ar-EG,ar;q=0.9');
    expect(htmlTag(html)).toBe('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<article class="sheet letter"><div lang="en" dir="ltr">/);
    expect(html).toContain(ar['delivery.binding'].replace('{language}', 'الإنجليزية'));
    expect(await page('/clean-water', 'en')).not.toContain(en['delivery.binding'].split('{')[0]);
  });

  it('is in its own language for those who ask for none that we have', async () => {
    expect(htmlTag(await page('/clean-water', 'tlh,kk;q=0.5'))).toBe('<html lang="en" dir="ltr">');
  });
});

describe('a letter in English and French', () => {
  it('shows German readers who also read French the French text, with everything around it in German', async () => {
    const html = await page('/clean-air', 'de,fr;q=0.8');
    expect(htmlTag(html)).toBe('<html lang="de" dir="ltr">');
    expect(html).toContain('<div lang="fr" dir="ltr">');
    expect(html).toContain(de['form.submit']);
    expect(html).toContain('name="language" value="de"');
    expect(html).toContain('name="textLanguage" value="fr"');
    expect(html).toContain('href="/clean-air?lang=en&amp;language=de"');
    expect(html).toContain(de['delivery.binding'].replace('{language}', 'Englisch'));
  });

  it('follows the reader who chooses its other language', async () => {
    const html = await page('/clean-air', 'en');
    expect(html).toContain('href="/clean-air?lang=fr"');
    expect(await page('/clean-air?lang=fr', 'en')).toContain(fr['form.submit']);
    expect(await page('/clean-air?lang=fr&language=de', 'en')).toContain(de['form.submit']);
  });

  it('offers every language of the pages, and keeps what else was chosen', async () => {
    const html = await page('/clean-air?lang=fr&partner=choir', 'en');
    for (const language of pageLanguages) {
      expect(html).toContain(`href="?lang=fr&amp;partner=choir&amp;language=${language}"`);
    }
  });

  it('may be cached only for the same choice of languages', async () => {
    const answer = await world.app.request('/clean-air?language=de');
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    expect(answer.headers.get('cache-control')).toContain('s-maxage');
  });

  it('stores the text that was read, and writes mails in the reader’s language', async () => {
    const letter = await readLetter(world.store, letterSlug.parse('clean-air'));
    const [version] = letter?.versions ?? [];
    const body = endorsement(71, { language: 'de', textLanguage: 'fr' });
    expect((await world.submit('clean-air', body)).status).toBe(202);
    await world.sendMails();
    const [record] = (await recordsOf(world.store)).filter(({ email }) => email === body.signatory.email);
    expect(record).toMatchObject({ language: 'de', wording: expect.stringMatching(/^de-/) });
    expect(record && textSeenBy(record)).toBe(version?.texts['fr']);
    const mail = world.mails.findLast(({ to }) => to === body.signatory.email) ?? expect.unreachable('no mail');
    expect(mail.text).toContain('De l’air pur pour le port');
    expect(mail.text).toContain(de['mail.confirm-press']);
    const confirmation = await page(`/confirm/${tokenIn(mail)}`, 'en');
    expect(htmlTag(confirmation)).toBe('<html lang="de" dir="ltr">');
    expect(confirmation).toContain('De l’air pur pour le port');
  });

  it('takes the nearest text for programs that name only a language', async () => {
    for (const [number, language, title] of [
      [72, 'fr', 'De l’air pur pour le port'],
      [73, 'de', 'Clean air for the harbour district'],
    ] as const) {
      const body = endorsement(number, { language });
      await world.submit('clean-air', body);
      await world.sendMails();
      expect(world.mails.findLast(({ to }) => to === body.signatory.email)?.text).toContain(title);
    }
  });
});
