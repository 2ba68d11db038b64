/** Addresses as people paste them, and the sites that the register keeps. */
import { describe, expect, it } from 'vitest';
import { sitesIn } from '../../functions/secretariat/partners/pasted-sites.ts';

describe('a pasted address', () => {
  it.each([
    [
      'https://valley-radio.example/news/letter?id=3#top',
      ['https://valley-radio.example', 'https://www.valley-radio.example'],
    ],
    ['www.valley-radio.example/news', ['https://www.valley-radio.example', 'https://valley-radio.example']],
    ['Valley-Radio.example', ['https://valley-radio.example', 'https://www.valley-radio.example']],
    ['https://radio.example:8443/a', ['https://radio.example:8443']],
    ['http://localhost:3000/page', ['http://localhost:3000']],
    ['https://bücher.example/', ['https://xn--bcher-kva.example', 'https://www.xn--bcher-kva.example']],
  ])('%s gives its site, with and without www', (typed, origins) => {
    expect(sitesIn(typed, { withWww: true })).toEqual({ origins, wrong: [] });
  });

  it.each([
    'http://plain.example',
    'nonsense',
    'ftp://radio.example',
    'https://user:word@radio.example',
    '*.radio.example',
    'https://10.0.0.1/',
    'javascript://x.example/%0aalert(1)',
  ])('%s is named as none', (typed) => {
    expect(sitesIn(typed, { withWww: true })).toEqual({ origins: [], wrong: [typed] });
  });

  it('is one of several, on lines or with commas, and all that are wrong are named at once', () => {
    expect(sitesIn('radio.example, http://x\nnews.example/a ; nope', { withWww: false })).toEqual({
      origins: ['https://radio.example', 'https://news.example'],
      wrong: ['http://x', 'nope'],
    });
  });
});
