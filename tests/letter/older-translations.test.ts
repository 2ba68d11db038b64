/** Translations that were not updated with the text: what readers see, what they sign, and who is asked again. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { currentVersion, type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { hashText, type LetterText } from '../../shared/letter/text.ts';
import { readToken } from '../../shared/platform/token/token.ts';
import { textSeenBy } from '../../shared/signature/record.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { importLines } from '../fixtures/import-lines.ts';
import { mailsTo, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, tokenIn, type World } from '../fixtures/world.ts';

const file = letterFile();
const rewritten = letterFile({ 'Please let the ferries': 'Please let all ships' });
const inLanguage = (language: string, title: string, body: string): LetterText => ({
  ...file.text,
  language,
  title,
  salutation: `${title}:`,
  body,
});
const french = inLanguage('fr', 'Un air pur', 'Du courant pour les ferrys.');
const arabic = inLanguage('ar', 'هواء نقي', 'كهرباء للعبّارات.');
const turkish = inLanguage('tr', 'Temiz hava', 'Feribotlara elektrik.');

let world: World;
let first: Letter;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  const plan = await run(file, [french, arabic, turkish], { open: true });
  if (plan.outcome !== 'created') throw new Error('not created');
  first = plan.letter;
});

function run(original: typeof file, translations: LetterText[], options: object = {}) {
  return importLetter(world.store, original, translations, { now: new Date(world.clock.now), open: false, ...options });
}

async function stored(): Promise<Letter> {
  const letter = await readLetter(world.store, file.slug);
  if (!letter) throw new Error('not stored');
  return letter;
}

const choices = { fr: 'keep-older', ar: 'still-fits', tr: 'hide' } as const;
/** Publishes a new version, with a choice of each kind. */
async function publish(): Promise<Letter> {
  expect(await run(rewritten, [french, arabic, turkish], { unchanged: choices })).toMatchObject({
    outcome: 'new-version',
  });
  world.clock.now += 3_000;
  return stored();
}

it('somebody who signs from an imported list signs the text that the mail leads to', async () => {
  const letter = await publish();
  const csv = 'Name,Email,Language\nOdile Imported,odile@lists.example,fr\nSamira Imported,samira@lists.example,ar\n';
  await importLines(world, letter.slug, csv, 'mail');
  await world.sendMails();
  for (const [email, language, version] of [
    ['odile@lists.example', 'fr', currentVersion(first).id],
    ['samira@lists.example', 'ar', currentVersion(letter).id],
  ] as const) {
    const [asked] = mailsTo(world, email);
    const path = `/confirm/${asked ? tokenIn(asked) : ''}`;
    const title = (language === 'fr' ? french : arabic).title;
    expect(asked?.subject).toContain(title);
    expect(await (await world.app.request(path, { headers: { accept: 'text/html' } })).text()).toContain(title);
    const found = await recordOf(world, { id: idInPath(path) });
    expect(found).toMatchObject({ letterVersion: version, language });
    expect(textSeenBy(found)).toBe(versionShownIn(letter, language).texts[language]);
  }
});

const idInPath = (path: string) => {
  const read = readToken(path.slice('/confirm/'.length));
  if (!read) throw new Error('no token');
  return read.id;
};

describe('a new version', () => {
  it('is refused until each translation that readers get has been updated or chosen for', async () => {
    const refused = await run(rewritten, [french, { ...arabic, body: 'كهرباء للسفن كلها.' }]);
    expect(refused).toMatchObject({ outcome: 'refused', undecided: ['fr', 'tr'] });
    expect(await stored()).toEqual(first);
    // Only white space, the date and what is copied from the original differ: that is no update.
    const padded = { ...french, date: '2026-09-09', body: `${french.body}\n`, addressees: rewritten.text.addressees };
    expect(await run(rewritten, [padded], { unchanged: { ar: 'hide', tr: 'hide' } })).toMatchObject({
      undecided: ['fr'],
    });
  });

  it('publishes translations that came with it', async () => {
    const updated = [french, arabic, turkish].map((text) => ({ ...text, body: `${text.body} +` }));
    await run(rewritten, updated);
    const { texts, older } = currentVersion(await stored());
    expect([Object.keys(texts).toSorted(), older]).toEqual([['ar', 'en', 'fr', 'tr'], undefined]);
  });

  it('keeps, takes over and hides as chosen, also when the same files are imported again', async () => {
    const letter = await publish();
    expect(languagesOf(letter)).toEqual(['en', 'ar', 'fr']);
    expect(versionShownIn(letter, 'fr').id).toBe(first.versions[0].id);
    expect(versionShownIn(letter, 'ar').id).toBe(hashText(rewritten.text));
    expect(currentVersion(letter).older).toEqual({ fr: first.versions[0].id });
    expect(await run(rewritten, [french, arabic, turkish])).toMatchObject({ outcome: 'unchanged' });
    // Each can be moved later.
    await run(rewritten, [french, arabic, turkish], { unchanged: { fr: 'hide', tr: 'keep-older' } });
    expect(languagesOf(await stored())).toEqual(['en', 'ar', 'tr']);
    await run(rewritten, [french, arabic, turkish], { unchanged: { tr: 'still-fits' } });
    expect(currentVersion(await stored())).toMatchObject({ texts: { tr: hashText(turkish) } });
    expect(currentVersion(await stored()).older ?? {}).toEqual({});
  });

  it('can be followed by another that keeps the same translation', async () => {
    await publish();
    const third = letterFile({ 'Please let the ferries': 'Please let every ship' });
    expect(await run(third, [])).toMatchObject({ undecided: ['ar', 'fr'] });
    await run(third, [], { unchanged: { ar: 'keep-older', fr: 'keep-older' } });
    const letter = await stored();
    expect(currentVersion(letter).older).toEqual({ ar: hashText(rewritten.text), fr: first.versions[0].id });
  });

  it('does not ask about a correction', async () => {
    expect(await run(rewritten, [], { correction: 'more precise' })).toMatchObject({ outcome: 'corrected' });
    expect(languagesOf(await stored())).toEqual(['en', 'ar', 'fr', 'tr']);
  });
});

const page = async (path: string) => (await world.app.request(path)).text();
const sentences = {
  page: 'Ceci est une traduction de la version du 2 mars 2026.',
  signs: 'Votre signature porte sur la version du 2 mars 2026.',
};

describe('the reader of a translation that was kept', () => {
  it('is told so on the page and in the form, and signs the version and the text that they read', async () => {
    world.clock.now = Date.parse('2026-03-02T08:00:00Z');
    world = makeWorld(await freshStore(), world.clock);
    await run(file, [french, arabic, turkish], { open: true });
    first = await stored();
    world.clock.now = Date.parse('2026-05-05T08:00:00Z');
    const letter = await publish();
    const shown = await page('/clean-air?lang=fr');
    expect(shown).toContain(french.body);
    expect(shown.indexOf(sentences.page)).toBeGreaterThan(0);
    expect(shown.indexOf(sentences.page)).toBeLessThan(shown.indexOf('class="salutation"'));
    expect(shown).toContain(`name="letterVersion" value="${first.versions[0].id}"`);
    expect(await page('/clean-air/form?lang=fr')).toContain(sentences.signs);
    for (const current of ['/clean-air', '/clean-air?lang=ar', '/clean-air/form?lang=ar&language=fr']) {
      expect(await page(current)).toContain(`name="letterVersion" value="${currentVersion(letter).id}"`);
      expect(await page(current)).not.toContain(sentences.signs);
    }
    expect(await (await world.app.request('/v1/letters/clean-air?lang=fr')).json()).toMatchObject({
      version: first.versions[0].id,
      translationOf: first.versions[0].at,
      language: 'fr',
    });
    expect(await (await world.app.request('/v1/letters/clean-air?lang=ar')).json()).not.toHaveProperty('translationOf');

    const signed = await sign(world, endorsement(1, { language: 'fr', textLanguage: 'fr' }));
    const record = await recordOf(world, signed);
    expect([record.letterVersion, textSeenBy(record)]).toEqual([first.versions[0].id, hashText(french)]);
    const [asked, receipt] = mailsTo(world, signed.email);
    expect(asked?.text).toContain(sentences.signs);
    expect(receipt?.text).toContain(sentences.signs);
    const other = await recordOf(world, await sign(world, endorsement(2, { language: 'fr', textLanguage: 'en' })));
    expect([other.letterVersion, textSeenBy(other)]).toEqual([currentVersion(letter).id, hashText(rewritten.text)]);
    // Each name shows which version it stands for.
    const names = z.object({ items: z.array(z.looseObject({ letterVersion: z.string() })) });
    const list = names.parse(await (await world.app.request('/v1/letters/clean-air/signatures')).json());
    expect(list.items.map(({ letterVersion }) => letterVersion).toSorted()).toEqual(
      [first.versions[0].id, currentVersion(letter).id].toSorted(),
    );
  });

  it('is asked about the new version when the translation is updated, and not before', async () => {
    const before = await sign(world, endorsement(1, { language: 'fr' }));
    const english = await sign(world, endorsement(2, { language: 'en' }));
    await publish();
    const after = await sign(world, endorsement(3, { language: 'fr' }));
    const askAll = async () => {
      await runTask(housekeepingContextOf(world, world.store), { task: 'letters' });
      await world.sendMails();
    };
    const asked = async (signed: typeof before) => (await recordOf(world, signed)).carryAsked;
    await askAll();
    expect([await asked(before), await asked(after)]).toEqual([undefined, undefined]);
    const { id } = currentVersion(await stored());
    expect(await asked(english)).toBe(id);
    await run(rewritten, [{ ...french, body: 'Du courant pour tous les navires.' }]);
    for (let day = 0; day < 2; day += 1) {
      world.clock.now += 25 * 3600 * 1000;
      await askAll();
    }
    expect([await asked(before), await asked(after)]).toEqual([id, id]);
  });
});
