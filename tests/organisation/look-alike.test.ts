import { describe, expect, it } from 'vitest';
import { likelyPrefixes, skeleton } from '../../shared/organisation/look-alike.ts';
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
  ])('tells %s from %s', (one, other) => {
    expect(skeleton(other)).not.toBe(skeleton(one));
  });
});

it('a look-alike begins with one of the beginnings that are looked for', () => {
  for (const [name, other] of [
    ['The Green Steppe Foundation', 'Green Steppe'],
    ['Chistyi Vozdukh', 'Чистый воздух'],
    ['Жасыл Дала', 'Zhasyl Dala'],
  ] as const) {
    const found = likelyPrefixes(name);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(
      found.some((prefix) => foldName(other).startsWith(prefix)),
      `${name}: ${found.join(', ')}`,
    ).toBe(true);
  }
});
