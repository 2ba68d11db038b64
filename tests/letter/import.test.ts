import { beforeAll, describe, expect, it } from 'vitest';
import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { listLetters, readLetter } from '../../shared/letter/storage.ts';
import { canonicalText, hashText } from '../../shared/letter/text.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile } from '../fixtures/world.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

const now = new Date('2026-03-03T10:00:00Z');
const base = { now, open: false };

/** Imports the test letter under its own slug, with parts replaced. */
async function run(
  slug: string,
  replace: Record<string, string> = {},
  options: Partial<typeof base> & { correction?: string } = {},
) {
  const file = letterFile({ 'slug: clean-air': `slug: ${slug}`, ...replace });
  return importLetter(store, file, [], { ...base, ...options });
}
const stored = async (slug: string): Promise<Letter> => {
  const letter = await readLetter(store, letterFile({ 'slug: clean-air': `slug: ${slug}` }).slug);
  if (!letter) throw new Error('not stored');
  return letter;
};

describe('importing', () => {
  it('stores the letter and its first version, by the hash of its text', async () => {
    expect(await run('first')).toMatchObject({ outcome: 'created' });
    const letter = await stored('first');
    expect(letter.state).toBe('draft');
    expect(letter.versions.map(({ id }) => id)).toEqual([hashText(letterFile().text)]);
  });

  it('the same file again changes nothing', async () => {
    await run('again');
    const before = await stored('again');
    expect(await run('again')).toMatchObject({ outcome: 'unchanged' });
    expect(await stored('again')).toEqual(before);
  });

  it('a changed text makes a new version and keeps the old one', async () => {
    await run('changed', {}, { open: true });
    expect(await run('changed', { 'from the shore': 'from land' })).toMatchObject({ outcome: 'new-version' });
    const { versions } = await stored('changed');
    expect(versions).toHaveLength(2);
    expect(versions[0].id).not.toBe(versions[1]?.id);
  });

  it('a draft is overwritten, so that its earlier texts stay unknown', async () => {
    await run('rewritten');
    expect(await run('rewritten', { 'from the shore': 'from land' })).toMatchObject({ outcome: 'rewritten' });
    const { versions, corrections } = await stored('rewritten');
    const { text } = letterFile({ 'slug: clean-air': 'slug: rewritten', 'from the shore': 'from land' });
    expect(versions.map(({ id, texts }) => [id, texts])).toEqual([[hashText(text), { en: hashText(text) }]]);
    expect(corrections).toEqual([]);
  });

  it('a correction keeps the version and is recorded', async () => {
    await run('corrected', {}, { open: true });
    const before = await stored('corrected');
    const plan = await run('corrected', { ferries: 'ferryboats' }, { correction: 'the usual word' });
    expect(plan).toMatchObject({ outcome: 'corrected' });
    const after = await stored('corrected');
    expect(currentVersion(after).id).toBe(currentVersion(before).id);
    expect(currentVersion(after).texts).not.toEqual(currentVersion(before).texts);
    expect(after.corrections).toMatchObject([{ why: 'the usual word', language: 'en' }]);
    expect(await run('corrected', { ferries: 'ferryboats' })).toMatchObject({ outcome: 'unchanged' });
  });

  it('unsigned parts (goal, offices, telephone) make no new version', async () => {
    await run('settings');
    expect(await run('settings', { 'goal: 50': 'goal: 60' })).toMatchObject({ outcome: 'updated' });
    const letter = await stored('settings');
    expect(letter.versions).toHaveLength(1);
    expect(letter.settings.goal).toBe(60);
  });

  it('a new translation joins the version; a changed one needs a reason', async () => {
    const file = letterFile({ 'slug: clean-air': 'slug: translated' });
    const french = { ...file.text, language: 'fr', title: 'Un air pur', body: 'Texte.' };
    await importLetter(store, file, [], { ...base, open: true });
    expect(await importLetter(store, file, [french], base)).toMatchObject({ outcome: 'updated' });
    const changed = [{ ...french, body: 'Autre texte.' }];
    expect(await importLetter(store, file, changed, base)).toMatchObject({ outcome: 'refused' });
    const plan = await importLetter(store, file, changed, { ...base, correction: 'mieux dit' });
    expect(plan).toMatchObject({ outcome: 'corrected' });
    expect((await stored('translated')).versions).toHaveLength(1);
  });

  it('opens a letter only when it names the data controller', async () => {
    const silent = { 'privacy:\n  controller: Harbour Neighbours\n  contact: privacy@harbour.example\n': '' };
    expect(await run('silent', silent, { open: true })).toMatchObject({ outcome: 'refused' });
    expect(await run('silent', silent)).toMatchObject({ outcome: 'created' });
  });

  it('lists every letter', async () => {
    await run('listed');
    expect(await listLetters(store)).toContainEqual(expect.objectContaining({ slug: 'listed', state: 'draft' }));
  });
});

describe('the canonical text', () => {
  it('does not depend on line ends, trailing space, blank lines or Unicode composition', () => {
    const { text } = letterFile();
    const other = {
      ...text,
      title: text.title.normalize('NFD'),
      body: `${text.body.replaceAll('\n', '  \r\n')}\r\n\r\n\r\n`,
    };
    expect(hashText(other)).toBe(hashText(text));
  });

  it('holds every part that is signed', () => {
    const { text } = letterFile();
    const canonical = canonicalText(text);
    for (const part of [
      'Clean air',
      '2026-03-02',
      'The Mayor',
      'Town Hall',
      'Dear Mayor',
      'ferries',
      'Yours sincerely',
      'Jo Example',
      'Chair',
      'Harbour Neighbours',
    ]) {
      expect(canonical).toContain(part);
    }
  });
});
