import { describe, expect, it } from 'vitest';
import { publicName } from '../../shared/signature/submission.ts';

describe('a public name', () => {
  it.each([
    '=HYPERLINK(1)',
    '+1 organisation',
    '-1+2',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\u200b=1',
    '\u00ad@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('that a spreadsheet could take for a formula is refused: %j', (name) => {
    const error = publicName.safeParse(name).error;
    expect(error?.issues[0]?.message).toMatch(/^(must not start with = \+ - or @|control characters)/);
  });

  it.each([
    'http://x.example',
    'Buy at HTTPS://x.example now',
    'ftp://x',
    'http:x.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'Best www.spam.example',
    'example.com/x',
    'See example.com/x?y=1 today',
    'example.com?x=1',
    'example.com:8080/x',
    'пример.рф/купить',
    'ｈｔｔｐ：／／x.example',
    'example．com／x',
    'www。example。com',
    'ht\u00adtp://x.example',
    'exam\u200bple.com\u2060/x',
  ])('with a web address is refused: %j', (name) => {
    expect(publicName.safeParse(name).error?.issues.map(({ message }) => message)).toEqual([
      'must not contain a web address',
    ]);
  });

  it.each([
    'Amnesty.org',
    'ver.di',
    'Bündnis 90/Die Grünen',
    'Marburger Verein e.V./Ortsgruppe',
    'Women & Men = Equal',
    'Médecins Sans Frontières (MSF)',
    'Association “Терiс+”',
    'Our Data: for all',
    'Kino+Klub',
    '人权。协会',
    'AT&T',
    'No.12/A',
    'K-5 Parents',
    'C/o Smith, Jones & Co.',
    'Who? What?',
  ])('of a real kind is kept: %s', (name) => {
    expect(publicName.parse(name)).toBe(name.normalize('NFC'));
  });
});
