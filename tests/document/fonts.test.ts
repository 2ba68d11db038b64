/** The fonts have the letters of every script that a name can have, and a name is set with the few that it needs. */
import { describe, expect, it } from 'vitest';
import { familiesFor, familiesWith } from '../../functions/document/fonts.ts';
import { compileOne, makeDocumentData } from '../fixtures/document.ts';

/** UAX 31, table 5 (recommended) and those of table 7 (limited use) for which there are fonts. */
const scripts = [
  ...['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Armenian', 'Georgian', 'Ethiopic', 'Thaana', 'Tibetan'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Thai', 'Lao', 'Myanmar', 'Khmer', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'],
  ...['Adlam', 'Balinese', 'Canadian_Aboriginal', 'Chakma', 'Cham', 'Cherokee', 'Hanifi_Rohingya', 'Javanese', 'Lisu'],
  ...['Meetei_Mayek', 'Nko', 'Ol_Chiki', 'Osage', 'Syriac', 'Tai_Viet', 'Tifinagh', 'Vai', 'Yi', 'Mongolian'],
  ...['Nyiakeng_Puachue_Hmong'],
];

/** @returns the first letters of the script, as a name */
function nameIn(script: string): string {
  const letter = new RegExp(`(?=\\p{Script=${script}})\\p{L}`, 'u');
  const found: string[] = [];
  for (let code = 0x41; found.length < 4 && code < 0x20000; code += 1) {
    const one = String.fromCodePoint(code);
    if (letter.test(one)) found.push(one);
  }
  return found.join('');
}

function dataWith(names: readonly string[]) {
  const { undersigned } = makeDocumentData();
  const individuals = names.map((name) => ({ kind: 'individual' as const, name }));
  return makeDocumentData({ undersigned: { ...undersigned, individuals } });
}

describe('A name', () => {
  it.each(scripts)('in %s is set with a few families that have its letters', async (script) => {
    const name = nameIn(script);
    expect(name.length).toBeGreaterThan(1);
    const families = familiesFor(name, familiesWith('Noto Sans SC', 'sans'));
    expect(families.length).toBeLessThanOrEqual(5);
    expect(families[0]).toBe('Noto Sans');
    if (!['Latin', 'Greek', 'Cyrillic'].includes(script)) expect(families.length).toBeGreaterThan(1);
  });

  it('in any of these scripts, and in two at once, has no character missing', async () => {
    const names = [
      ...scripts.map(nameIn),
      `${nameIn('Arabic')} ${nameIn('Khmer')} ${nameIn('Yi')}`,
      'Anna 、 (한국) ｱ',
    ];
    const { missingCharacters } = await compileOne(dataWith(names), { standard: 'pdf-ua-1' });
    expect(missingCharacters).toEqual([]);
  });

  it('uses all families when the few lack a character, and reports characters that none has', async () => {
    const made = await compileOne(dataWith(['Anna ♞ Rook', '𛰀']), { standard: 'pdf-a-3a' });
    expect(made.missingCharacters).toEqual(['𛰀']);
  });
});
