import { describe, expect, it } from 'vitest';
import { isQuiteDifferent, likelyPrefixes, skeleton } from '../../shared/organisation/look-alike.ts';
import { foldName } from '../../shared/text/fold.ts';

describe('the skeleton of a name', () => {
  it.each([
    ['Green Steppe', 'GREEN-STEPPE e.V.'],
    ['Green Steppe', 'The Green Steppe Foundation'],
    ['Фонд Чистый воздух', 'Chistyi Vozdukh'],
    ['Zhasyl Dala', 'Жасыл Дала'],
    ['Harbour  Watch', 'Harbour Watch Ltd.'],
  ])('is the same for %s and %s', (one, other) => {
    expect(skeleton(other)).toBe(skeleton(one));
  });

  it.each([
    ['Green Steppe', 'Green Desert'],
    ['Harbour Watch', 'Harbour Friends'],
    ['Foundation', 'Association'],
  ])('distinguishes %s from %s', (one, other) => {
    expect(skeleton(other)).not.toBe(skeleton(one));
  });
});

it('a look-alike begins with one of the prefixes that are searched', () => {
  for (const [name, other] of [
    ['The Green Steppe Foundation', 'Green Steppe'],
    ['Chistyi Vozdukh', 'Чистый воздух'],
    ['Жасыл Дала', 'Zhasyl Dala'],
  ] as const) {
    const found = likelyPrefixes(name);
    expect(found.length).toBeLessThanOrEqual(9);
    expect(
      found.some((prefix) => foldName(other).startsWith(prefix)),
      `${name}: ${found.join(', ')}`,
    ).toBe(true);
  }
});

describe('two names under one domain', () => {
  it.each([
    ['Human Rights Watch', 'HRW'],
    ['Human Rights Watch', 'Human Rights Watch e.V.'],
    ['Médecins Sans Frontières', 'MSF Kazakhstan'],
    ['Greenpeace', 'Greenpeace Deutschland e. V.'],
    ['Фонд «Мемориал»', 'Memorial'],
    ['Steppe Lawyers', 'Lawyers of the Steppe'],
    ['Harbour Friends', 'Friends of the Harbor'],
    ['国际特赦组织', '特赦组织'],
    ['한국인권센터', '인권센터'],
    ['Kazakhstan Bureau for Human Rights', 'Bureau for Human Rights'],
    ['Amnesty', 'Amnesti'],
  ])('%s may be %s', (name, other) => {
    expect(isQuiteDifferent(name, other)).toBe(false);
    expect(isQuiteDifferent(other, name)).toBe(false);
  });

  it.each([
    ['Garden Friends', 'Steel Workers'],
    ['Steppe Lawyers', 'Blind Chess Club'],
    ['国际特赦组织', '绿色和平'],
    ['Мемориал', 'Сова'],
    ['Night Shelter Osh', 'Federal Ministry of Justice'],
  ])('%s is not %s', (name, other) => {
    expect(isQuiteDifferent(name, other)).toBe(true);
    expect(isQuiteDifferent(other, name)).toBe(true);
  });
});
