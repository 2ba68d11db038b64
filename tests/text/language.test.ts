import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLanguage, pageLanguages } from '../../shared/text/catalogue.ts';
import { bestLanguage, direction, wantedLanguages } from '../../shared/text/language.ts';

describe('the language for a reader', () => {
  it.each([
    ['fr', ['en', 'fr'], 'fr'],
    ['fr-CA,en;q=0.5', ['en', 'fr'], 'fr'],
    ['de;q=0.9, fr;q=0.95', ['de', 'fr'], 'fr'],
    ['zh-TW', ['en', 'zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-CN', ['en', 'zh-Hant', 'zh-Hans'], 'zh-Hans'],
    ['pt', ['en', 'pt-BR'], 'pt-BR'],
    ['fr;q=0', ['en', 'fr'], 'en'],
    ['*', ['en', 'fr'], 'en'],
    ['', ['en', 'fr'], 'en'],
    ['x-klingon, ;;;, q=1', ['en', 'fr'], 'en'],
  ])('who requests "%s" out of %j is %s', (header, available, expected) => {
    expect(bestLanguage(wantedLanguages(header), available, 'en')).toBe(expected);
  });

  it.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['prs', 'fa'],
    ['fa-AF', 'fa'],
    ['uk-UA', 'uk'],
    ['vi-VN', 'vi'],
  ])('of pages who requests "%s" is %s', (tag, expected) => {
    expect(bestLanguage(wantedLanguages(`${tag},en;q=0.1`), pageLanguages, 'en')).toBe(expected);
    expect(pageLanguage(tag)).toBe(expected);
  });

  it('always exists, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) => {
        expect(['en', 'ar']).toContain(bestLanguage(wantedLanguages(header), ['en', 'ar'], 'en'));
      }),
    );
  });

  it('is written in its direction', () => {
    expect(['ar', 'fa', 'he', 'ur', 'en', 'ru', 'zh-Hant'].map(direction)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
  });
});
