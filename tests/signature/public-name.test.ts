import { describe, expect, it } from 'vitest';
import { publicName } from '../../shared/signature/submission.ts';

describe('a public name', () => {
  it.each([
    '+972 Magazine',
    '@Risk',
    'Data:Lab',
    'St.Mary/Parish',
    'Assoc.Prof/Head',
    'assoc.prof/head of unit',
    'M.Sc/PhD',
    'b.sc/m.sc',
    'Dept.Physics/Chemistry',
    '-30- Press Club',
    '=mc2 Science Shop',
    'HTTP:Lab',
    'Tel:Aviv Choir',
    'JavaScript: Meetup Berlin',
    'sam@work',
    'Node.JS/Deno Users',
    'Rio.Norte/Sul',
  ])('that looks a little like a formula or an address is kept: %s', (name) => {
    expect(publicName.parse(name)).toBe(name);
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
    'EXAMPLE.COM/X',
    'Spam.Online/win',
    'spam.xn--p1ai/x',
    'cafe.paris?x',
    'sam@example.org',
    'Write to sam@mail.example.co.uk',
    'data:text/html,x',
    'tel:+123',
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
