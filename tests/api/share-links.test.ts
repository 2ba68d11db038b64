/** Links for sharing a letter: what each network gets, whatever the title is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailDraft, type Shareable, shareLinks, shareText } from '../../functions/public-api/share/share-links.ts';

const url = 'https://sign.example.org/clean-air';
const shared = (change: Partial<Shareable> = {}): Shareable => ({
  title: 'Clean air for the harbour',
  url,
  language: 'en',
  sentence: (title) => `Please sign “${title}”.`,
  ...change,
});
const linkTo = (name: string | undefined, about: Shareable) =>
  new URL(shareLinks(about).find((link) => link.name === name)?.href ?? '');
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;
/** The post of a network, its address included. */
const messageOn = (name: string, about: Shareable): string => {
  const link = linkTo(name, about);
  return name === 'Mastodon'
    ? decodeURIComponent(link.hash.replace('#text=', ''))
    : (link.searchParams.get('text') ?? '');
};

const hostile = [
  'R&D: 100 % of #1 + "more" <b>now</b>',
  'a&url=https://evil.example&text=b#c',
  "O'Brien’s café; DROP TABLE letters; --",
  'Zeile\r\nBcc: victim@example.org',
  'half a character \ud83d and the rest',
  'turned \u202egnorw\u2066 round',
  '👩‍👩‍👧‍👦 families',
  'آزادی برای همه',
  '清洁空气',
];

describe('a share link', () => {
  it('exists for a mail and for each network, in that order', () => {
    expect(shareLinks(shared()).map(({ name }) => name)).toEqual([
      undefined,
      'WhatsApp',
      'Telegram',
      'Signal',
      'Mastodon',
      'Bluesky',
      'Facebook',
      'LinkedIn',
      'X',
    ]);
  });

  it('holds the sentence and the address of the letter, and nothing else', () => {
    const text = 'Please sign “Clean air for the harbour”.';
    expect(messageOn('WhatsApp', shared())).toBe(`${text}\n\n${url}`);
    expect(messageOn('Mastodon', shared())).toBe(`${text}\n\n${url}`);
    expect(Object.fromEntries(linkTo('Telegram', shared()).searchParams)).toEqual({ url, text });
    expect(Object.fromEntries(linkTo('X', shared()).searchParams)).toEqual({ text, url });
    expect(Object.fromEntries(linkTo('Facebook', shared()).searchParams)).toEqual({ u: url });
    expect(Object.fromEntries(linkTo('LinkedIn', shared()).searchParams)).toEqual({ url });
    expect(Object.fromEntries(linkTo(undefined, shared()).searchParams)).toEqual({
      subject: 'Clean air for the harbour',
      body: `${text}\r\n\r\n${url}`,
    });
  });

  it.each(hostile)('keeps %j inside its parameter', (title) => {
    for (const { name, href } of shareLinks(shared({ title }))) {
      expect(href, name).toMatch(/^(?:mailto:|https:\/\/|sgnl:\/\/send)[!-~]*$/);
      const link = new URL(href);
      const names = [...link.searchParams.keys()];
      expect(names, name).toEqual([...linkTo(name, shared()).searchParams.keys()]);
      const isMastodon = name === 'Mastodon';
      expect(link.hash.startsWith('#text=') && !link.hash.slice(1).includes('#'), name).toBe(isMastodon);
      expect([...link.searchParams.values(), decodeURIComponent(link.hash)].join(''), name).toContain(url);
      const said = decodeURIComponent(href.replaceAll('%0D%0A%0D%0A', '').replaceAll('%0A%0A', ''));
      expect(said, name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]/u);
    }
  });

  it('keeps a title of the other direction from reordering the sentence', () => {
    expect(shareText(shared({ title: 'آزادی' }))).toBe('Please sign “\u2068آزادی\u2069”.');
    const arabic = { language: 'ar', sentence: (title: string) => `وقّعوا «${title}».` };
    expect(shareText(shared({ ...arabic, title: 'Clean air' }))).toBe('وقّعوا «\u2068Clean air\u2069».');
    expect(shareText(shared({ ...arabic, title: 'هواء نقي' }))).toBe('وقّعوا «هواء نقي».');
    expect(shareText(shared())).toBe('Please sign “Clean air for the harbour”.');
  });
});

describe('a text that is too long for a network', () => {
  const long = 'Keep the reading rooms open in the evening, '.repeat(40);

  it('has a shorter title, and keeps the words around it', () => {
    const posted = messageOn('Mastodon', shared({ title: long }));
    expect(posted.startsWith('Please sign “Keep the reading rooms')).toBe(true);
    expect(posted.endsWith(`…”.\n\n${url}`)).toBe(true);
    // An address counts 23 characters there.
    expect(graphemes(posted.replace(url, '')) + 23).toBeLessThanOrEqual(500);
    expect(graphemes(posted.replace(url, '')) + 23).toBeGreaterThan(490);
  });

  it('is cut at the end when the letter’s own words are too long already', () => {
    const posted = messageOn('Bluesky', shared({ sentence: (title) => `${long} “${title}”` }));
    expect(graphemes(posted)).toBeLessThanOrEqual(300);
    expect(posted).toMatch(/^Keep the reading rooms .*…\n\nhttps:\/\/sign\.example\.org\/clean-air$/su);
  });

  it('never ends in half a character', () => {
    const families = '👩‍👩‍👧‍👦'.repeat(600);
    for (const name of ['Mastodon', 'Bluesky', 'X', 'WhatsApp']) {
      const posted = messageOn(name, shared({ title: families }));
      expect(posted.replaceAll('👩‍👩‍👧‍👦', '').split('…')[0], name).toBe('Please sign “');
    }
  });

  it('fits each network, whatever the title and the words', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 900 });
    fc.assert(
      fc.property(any, any, fc.constantFrom('en', 'ar', 'ja'), (title, words, language) => {
        const about = shared({ title, language, sentence: (name) => `${words} ${name}` });
        for (const { href } of shareLinks(about)) expect(href.length).toBeLessThan(2000);
        expect(graphemes(messageOn('Mastodon', about).replace(url, '')) + 23).toBeLessThanOrEqual(500);
        expect(graphemes(messageOn('Bluesky', about))).toBeLessThanOrEqual(300);
        const weight = [...messageOn('X', about)].reduce(
          (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 4352 ? 1 : 2),
          0,
        );
        // Light marks above U+2000 count one, and two in this sum.
        expect(weight).toBeLessThanOrEqual(2 * 256);
      }),
      { numRuns: 60 },
    );
  });
});

it('a draft to an organisation has its paragraphs, and nobody as its recipient', () => {
  const draft = new URL(mailDraft('Will you sign?\r\nCc: x@example.org', ['Hello,', 'Read & sign #1', url]));
  expect(draft.pathname).toBe('');
  expect(Object.fromEntries(draft.searchParams)).toEqual({
    subject: 'Will you sign? Cc: x@example.org',
    body: `Hello,\r\n\r\nRead & sign #1\r\n\r\n${url}`,
  });
});
