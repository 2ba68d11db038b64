import { describe, expect, it } from 'vitest';
import { organisationKey } from '../../shared/organisation/key.ts';

const keyOf = (website: string | undefined, name = 'Example', country = 'KZ') =>
  organisationKey({ name, website, country });

describe('the key of an organisation', () => {
  it.each([
    ['https://example.org', 'domain:example.org'],
    ['http://www.Example.org/about?x=1', 'domain:example.org'],
    ['https://a.example.org.uk', 'domain:example.org.uk'],
    ['https://b.example.org.uk', 'domain:example.org.uk'],
    ['https://helpers.blogspot.com', 'domain:helpers.blogspot.com'],
    ['https://helpers.github.io', 'domain:helpers.github.io'],
    ['https://www.facebook.com/Helpers/about', 'domain:facebook.com/helpers'],
    ['https://linkedin.com/company/helpers/', 'domain:linkedin.com/helpers'],
  ])('of %s is %s', (website, key) => {
    expect(keyOf(website)).toBe(key);
  });

  it.each([undefined, 'https://facebook.com', 'https://127.0.0.1', 'https://co.uk'])(
    'is its name and country without a website of its own (%s)',
    (website) => {
      expect(keyOf(website, 'L’Écho', 'FR')).toBe('name:FR:l echo');
    },
  );

  it('distinguishes the same name in two countries', () => {
    expect(keyOf(undefined, 'Help', 'FR')).not.toBe(keyOf(undefined, 'Help', 'BE'));
  });
});
