import { describe, expect, it } from 'vitest';
import { foldName } from '../../shared/text/fold.ts';
import { line } from '../../shared/text/plain-text.ts';

describe('a name', () => {
  it.each([
    'Ñuñoa Sin Fronteras',
    'Ассоциация «Мемориал»',
    'جمعية حقوق الإنسان',
    'می‌خواهم',
    'האגודה לזכויות',
    'मानवाधिकार संगठन',
    '人权观察',
    '국제앰네스티',
    'ສະມາຄົມ',
    'ဒီမိုကရေစီ',
    'ማኅበር',
    'Αλληλεγγύη',
    '𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫',
    'Women’s Rights & Co. (NGO) – No. 1 🌍',
    "O'Brien-Śliwiński",
  ])('in any script is kept as it is: %s', (name) => {
    expect(line(200).parse(name)).toBe(name.normalize('NFC'));
    expect(foldName(name)).not.toBe('');
  });

  it.each([
    ['L’Écho–Été', 'l echo ete'],
    ['  ACME   Ltd. ', 'acme ltd'],
    ['Ｆｕｌｌ', 'full'],
    ['Ёлка', 'елка'],
  ])('%s is compared as "%s"', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('keeps the vowels of scripts that write them as marks', () => {
    expect(foldName('कि')).not.toBe(foldName('क'));
  });
});
