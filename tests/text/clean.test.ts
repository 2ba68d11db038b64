import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxAddress } from '../../shared/mailbox/address.ts';
import { website } from '../../shared/organisation/website.ts';
import { optionalName, publicName } from '../../shared/signature/submission.ts';
import { cleanAddress, cleanLine, cleanName, cleanParagraphs } from '../../shared/text/clean.ts';
import { paragraphs } from '../../shared/text/plain-text.ts';

describe('a pasted name', () => {
  it.each([
    ['\u202aHelp Desk\u202c', 'Help Desk'],
    ['\u2067جمعية حقوق الإنسان\u2069', 'جمعية حقوق الإنسان'],
    ['\u200fאגודה\u200f', 'אגודה'],
    ['\ufeffHelp Desk', 'Help Desk'],
    ['Help\u00a0Desk', 'Help Desk'],
    ['Help\u00adDesk\u200b\u2060', 'HelpDesk'],
    ['Help\nDesk\r\n', 'Help Desk'],
    ['Help\u2028Desk\tOsh', 'Help Desk Osh'],
    ['\uf0b7 Help Desk', 'Help Desk'],
    ['“Help Desk”', 'Help Desk'],
    ['"Help Desk"', 'Help Desk'],
    ["'+972 Magazine", '+972 Magazine'],
    ['He\u200dlp De\u200csk', 'Help Desk'],
    ['Ｈｅｌｐ', 'Ｈｅｌｐ'],
    ['A\u202eB', 'AB'],
    ['A\u0000B', 'AB'],
  ])('is cleaned: %j', (pasted, clean) => {
    expect(publicName.parse(pasted)).toBe(clean);
  });

  it.each([
    'می‌خواهم',
    'क्‍ष',
    'اتحاد‌یه',
    'ශ්‍රී ලංකා',
    '👩🏽‍🚀 Crew 1',
    '👨‍👩‍👧 Family 1',
    'ОО «Открытая Россия»',
    'Verein „Hilfe“',
    'Help "Desk" Osh',
    "O'Brien",
    'שלום עכשיו',
    '今日ᠮᠣᠩᠭᠣᠯ',
  ])('keeps what its script needs: %s', (name) => {
    expect(publicName.parse(name)).toBe(name.normalize('NFC'));
  });

  it.each(['A\ud83dB', 'M\ufffdller'])(
    'that lost characters is refused, since only its author knows them: %j',
    (name) => {
      expect(publicName.safeParse(name).error?.issues[0]?.message).toMatch(/damaged/);
    },
  );

  it('is unchanged by a second cleaning, and never longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const clean of [cleanLine, cleanName, cleanParagraphs, cleanAddress]) {
          const once = clean(text);
          expect(clean === cleanAddress ? once : clean(once)).toBe(once);
        }
        expect(cleanName(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\u200b]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer to clean the more dirt there is', () => {
    for (const dirt of ['\u200b', ' ', '\u200e', '"', '(', '<@', '\u200d', ' \u200f']) {
      expect(cleanName(dirt.repeat(4000)).length).toBeLessThanOrEqual(16_000);
      expect(mailboxAddress.safeParse(dirt.repeat(400)).success).toBe(false);
    }
  });
});

describe('text of several lines', () => {
  it('keeps its lines and loses the dirt', () => {
    expect(paragraphs(100).parse('\ufeffA\u0085B\r\nC\u202e D\u2029\u0007E\n')).toBe('A\nB\nC D\nE');
  });
});

describe('an optional field', () => {
  it.each(['n/a', 'N/A', ' - ', '—', 'None', 'keine', 'нет', 'なし', '"-"', '...', 'n.a.', '无', 'yok', ''])(
    'is empty when it says %j',
    (text) => {
      expect(optionalName.parse(text)).toBeUndefined();
    },
  );

  it.each(['Nonesuch', 'No Borders', 'Nil Chair', '🎨'])('is not when it says %j', (text) => {
    expect(optionalName.safeParse(text)).not.toMatchObject({ success: true, data: undefined });
  });
});

describe('a website', () => {
  it.each([
    ['example.org', 'https://example.org/'],
    [' <https://example.org/a>, ', 'https://example.org/a'],
    ['“www.example.org”.', 'https://www.example.org/'],
    ['\u200bhttp://example.org\u202c', 'http://example.org/'],
    ['http//example.org', 'http://example.org/'],
    ['https:/example.org/x', 'https://example.org/x'],
    ['https:\\\\example.org', 'https://example.org/'],
    ['ｅｘａｍｐｌｅ．ｏｒｇ', 'https://example.org/'],
    ['(example.org)', 'https://example.org/'],
    ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['https://example.org:8443/', 'https://example.org:8443/'],
    ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai/'],
  ])('%j is %s', (typed, read) => {
    expect(website.parse(typed)).toBe(read);
  });

  it.each(['javascript:alert(1)', 'https://u:p@x.example', 'our page', 'a.example b.example', 'ftp://x.example'])(
    'is refused: %s',
    (typed) => {
      expect(website.safeParse(typed).success).toBe(false);
    },
  );
});
