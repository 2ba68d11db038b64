/** Names without invisible characters: names that look equal are equal, and a name has something to read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFaults } from '../../shared/signature/public-name.ts';
import { publicName } from '../../shared/signature/submission.ts';
import { cleanName } from '../../shared/text/clean.ts';

const invisible = {
  'zero-width space': '\u200b',
  'word joiner': '\u2060',
  'zero-width joiner': '\u200d',
  'zero-width non-joiner': '\u200c',
  'emoji selector': '\ufe0f',
  'text selector': '\ufe0e',
  'ideographic selector': '\u{e0101}',
  'mathematical selector': '\ufe00',
  'Mongolian selector': '\u180b',
  'grapheme joiner': '\u034f',
  'Hangul filler': '\u3164',
  'Hangul initial filler': '\u115f',
  'half-width filler': '\uffa0',
  'Khmer inherent vowel': '\u17b4',
  'language tag': '\u{e0061}',
  'musical beam': '\u{1d173}',
  'soft hyphen': '\u00ad',
};

it.each(Object.entries(invisible))('the same with and without a %s', (_, sign) => {
  expect(cleanName(`Aral${sign} Wa${sign}tch${sign}`)).toBe('Aral Watch');
});

describe('keeps characters that change how a word looks', () => {
  it.each(['می‌خواهیم', 'क्‍ष', '葛\u{e0100}城市', '❤️ for all', '1️⃣ Club', 'ᠠ᠋ᠷ', 'མྱོང་བ', 'မြွှေ့', 'Nguyễn Thị Bưởi'])(
    '%s',
    (name) => {
      expect(cleanName(name)).toBe(name.normalize('NFC'));
    },
  );
});

it('no letter has more marks than people write', () => {
  for (const mark of ['\u0301', '\u0e49', '\u064b', '\u0f71', '\u20dd']) {
    const marks =
      cleanName(`Z${mark.repeat(199)}oe`)
        .normalize('NFD')
        .match(/\p{M}+/gu) ?? [];
    expect(marks.every((run) => run.length <= 4)).toBe(true);
  }
});

it.each(['\u3164\u3164', '\u2800\u2800', '\u115f\u1160', '\u200b', '\ufe0f\u200d', '\u0301\u0301', '…', '🎉'])(
  'nothing can be read in %j',
  (name) => {
    expect(publicName.safeParse(name).success).toBe(false);
    expect(publicName.safeParse(`${name}A${name}`).success).toBe(true);
  },
);

it('cleaning twice changes nothing, and accepted names have a visible character', () => {
  const signs = fc.constantFrom(...Object.values(invisible), 'a', 'é', '\u0301', 'ا', '葛', '❤', ' ', '1');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
      const name = cleanName(parts.join(''));
      expect(cleanName(name)).toBe(name);
      if (nameFaults(name).length === 0) expect(name.normalize('NFD')).toMatch(/[aeا葛1]/);
    }),
    { numRuns: 3000 },
  );
});
