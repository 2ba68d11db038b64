import { describe, expect, it } from 'vitest';
import { readLetterFile, readTranslationFile } from '../../shared/letter/file.ts';
import { letterFile, testLetter } from '../fixtures/world.ts';

function faultsOf(source: string) {
  const read = readLetterFile(source);
  return read.ok ? [] : read.faults;
}
const changed = (from: string, to: string) => faultsOf(testLetter.replace(from, to));

describe('a letter file', () => {
  it('is read completely', () => {
    const { slug, text, settings } = letterFile();
    expect(slug).toBe('clean-air');
    expect(text).toMatchObject({ date: '2026-03-02', closing: 'Yours sincerely,', convener: { role: 'Chair' } });
    expect(text.body).toBe('Please let the ferries use power from the shore.');
    expect(settings).toMatchObject({ goal: 50, accepts: ['organisation', 'individual'] });
  });

  it.each([
    ['slug: clean-air', 'slug: Clean Air', 2, 'slug'],
    ['slug: clean-air', 'slug: confirm', 2, 'slug'],
    ['language: en', 'language: "!"', 3, 'language'],
    ['date: 2026-03-02', 'date: 2026-02-30', 5, 'date'],
    ['  - name: The Mayor', '  - nam: The Mayor', 7, 'addressees.0.nam'],
    ['salutation: Dear Mayor,\n', '', 1, 'salutation'],
    ['  role: Chair', '  rank: Chair', 14, 'convener.rank'],
    ['[organisation, individual]', '[organisation, robot]', 15, 'accepts.1'],
    ['  contact: privacy@harbour.example', '  contact: nobody', 18, 'privacy.contact'],
    ['goal: 50', 'goal: many', 19, 'goal'],
    ['goal: 50', 'goals: 50', 19, 'goals'],
  ])('with %s → %s is refused with the line', (from, to, line, field) => {
    expect(changed(from, to)).toContainEqual(expect.objectContaining({ line, field }));
  });

  it('is refused with all errors at once, each with its line', () => {
    const faults = faultsOf(testLetter.replace('slug: clean-air', 'slug: -a').replace('goal: 50', 'goal: -1'));
    expect(faults.map(({ line }) => line)).toEqual([2, 19]);
  });

  it('is refused without front matter, or with broken YAML', () => {
    expect(faultsOf('Dear Mayor,')).toMatchObject([{ line: 1, field: 'front matter' }]);
    expect(changed('role: Chair', 'role: "Chair')[0]?.field).toBe('front matter');
  });

  it('without a text is refused with the line where it should start', () => {
    expect(faultsOf(`${testLetter.split('---\n').slice(0, 2).join('---\n')}---\n\n`)).toMatchObject([
      { line: 21, field: 'the text' },
    ]);
  });
});

describe('a translation', () => {
  it('takes untranslated parts from the original', () => {
    const source = '---\nlanguage: fr\ntitle: Un air pur\nsalutation: Monsieur le Maire,\n---\n\nTexte.\n';
    const read = readTranslationFile(source, letterFile());
    expect(read).toMatchObject({
      ok: true,
      content: { language: 'fr', title: 'Un air pur', body: 'Texte.', date: '2026-03-02', convener: { role: 'Chair' } },
    });
  });

  it('of another letter is refused', () => {
    const read = readTranslationFile('---\nslug: other\nlanguage: fr\ntitle: T\nsalutation: S\n---\nX', letterFile());
    expect(read).toMatchObject({ ok: false, faults: [{ line: 2, field: 'slug' }] });
  });
});
