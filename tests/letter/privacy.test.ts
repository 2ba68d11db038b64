/** A letter's statements about its signers' data: in the reader's language where available, and marked otherwise. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readTranslationFile } from '../../shared/letter/file.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { fr } from '../../shared/text/languages/fr.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, type World } from '../fixtures/world.ts';

const said = { purpose: 'To bring clean air.', retention: 'Until the ferries are quiet.' };
const file = letterFile({
  'contact: privacy@harbour.example': `contact: privacy@harbour.example\n  purpose: ${said.purpose}\n  retention: ${said.retention}`,
});
const translation = (language: string, privacy: string) => {
  const source = `---\nlanguage: ${language}\ntitle: Un air pur\nsalutation: Bonjour,\n${privacy}---\n\nTexte.\n`;
  return readTranslationFile(source, file);
};
const french = (privacy = 'privacy:\n  retention: Jusqu’au silence.\n') => {
  const read = translation('fr', privacy);
  return read.ok ? read.content : expect.fail(JSON.stringify(read.faults));
};

let world: World;
const page = async (path: string) => (await world.app.request(`/clean-air${path}`)).text();
const options = { now: new Date(), open: true };

describe("a letter's sentences about data", () => {
  beforeAll(async () => {
    world = makeWorld(await freshStore());
    await importLetter(world.store, file, [french()], options);
  });

  it("are in the reader's language, or marked as another", async () => {
    const html = await page('/privacy?lang=fr');
    expect(html).toContain('Jusqu’au silence.');
    expect(html).not.toContain(said.retention);
    expect(html).toContain(`<span lang="en" dir="auto">${said.purpose}</span>`);
    const english = await page('/privacy?lang=en');
    for (const sentence of Object.values(said)) expect(english).toContain(sentence);
    expect(english).not.toContain('<span lang="en"');
  });

  it('are three lines beside the form: controller, purpose, and how to withdraw', async () => {
    const notice = (html: string) => {
      const [, shown = ''] = /<div class="details">(.*?)<\/div>/s.exec(html) ?? [];
      return shown;
    };
    const html = notice(await page('/form?lang=fr'));
    expect(html.match(/<p>/g)).toHaveLength(3);
    expect(html).toContain(`<span lang="en" dir="auto">${said.purpose}</span>`);
    expect(html).toContain(fr['privacy.your-choice']);
    expect(html).toContain('href="/clean-air/privacy"');
    expect(html).not.toContain('Jusqu’au silence.');
    expect(notice(await page('/form?lang=en'))).toContain(said.purpose);
  });

  it('are ours when the letter has none', async () => {
    expect(await page('/privacy?lang=fr')).toContain(fr['privacy.recipients-text']);
  });

  it('come with their languages to programs', async () => {
    expect(await world.json('/v1/letters/clean-air?lang=fr')).toMatchObject({
      privacy: {
        purpose: said.purpose,
        recipients: null,
        retention: 'Jusqu’au silence.',
        languages: { purpose: 'en', recipients: null, retention: 'fr' },
      },
    });
  });

  it('stay when only other files are imported, and are removed with the line in their file', async () => {
    await importLetter(world.store, file, [], options);
    expect(await page('/privacy?lang=fr')).toContain('Jusqu’au silence.');
    await importLetter(world.store, file, [french('')], options);
    // Longer than a letter is cached.
    world.clock.now += 60_000;
    expect(await page('/privacy?lang=fr')).toContain(`<span lang="en" dir="auto">${said.retention}</span>`);
  });

  it.each([undefined, 90])(
    'stand in the notice beside how long addresses are kept, as configured: %s',
    async (keepDays) => {
      const kept = { ...file, settings: { ...file.settings, keepDays } };
      await importLetter(world.store, kept, [], options);
      world.clock.now += 60_000;
      const html = await page('/privacy');
      if (keepDays) expect(html).toContain('deleted this long after the letter closes: 90 days');
      else expect(html).not.toContain('deleted this long after');
    },
  );

  it('are all that a translation may say about it', () => {
    const read = translation('fr', 'privacy:\n  controller: Somebody else\n');
    expect(read).toMatchObject({ ok: false, faults: [{ line: 6, field: 'privacy.controller' }] });
  });
});
