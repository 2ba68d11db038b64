/** Every kind of mail in every language: complete, translated, the same in text and HTML, in the look of its letter. */
import { describe, expect, it } from 'vitest';
import { uploadId } from '../../shared/ids.ts';
import { isAbout, type MailKind, mailKind } from '../../shared/mail/kind.ts';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';
import { direction } from '../../shared/text/language.ts';
import { publicUrl } from '../fixtures/world.ts';
import { kinds } from './every-kind.ts';
import { subject } from './every-mail.ts';

/** For members of the secretariat: in English, like the console. A test of an update is in the language that they chose. */
const isEnglish = (kind: MailKind) =>
  isAbout(kind, 'sign-in-request') || (isAbout(kind, 'notice') && kind !== 'update-test');
/** About several letters, or none. */
const hasNoLetter = (kind: MailKind) => isEnglish(kind) || kind === 'link';

const logo = { id: uploadId.parse('c1tgjew6tvvgc1tgjew6'), width: 640, height: 160 };
const looks = { light: '#8a1538', black: '#000000', blue: '#0645ad' } as const;

/** @returns the letter's mail with a logo and a colour */
async function composed(kind: MailKind, language: string, colour: string = looks.light) {
  const about = subject({ language }, { texts: await textsFor(language) });
  const { settings } = about.letter;
  return kinds[kind]({ ...about, letter: { ...about.letter, logo, settings: { ...settings, colour } } });
}

/** The words of a text without those that people or the secretariat wrote, to see whether it was translated. */
const linesOf = (text: string) => text.split('\n').filter((line) => line.length > 12 && !line.includes('://'));

it('there is one of each kind', () => {
  expect(Object.keys(kinds).toSorted()).toEqual(mailKind.options.toSorted());
});

describe.each(mailKind.options)('the mail "%s"', (kind) => {
  let english: ReadonlySet<string> | undefined;
  it.each(pageLanguages)('is complete in "%s"', async (language) => {
    const mail = await composed(kind, language);
    expect(mail.subject.length).toBeGreaterThan(0);
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/\{\w+\}|undefined|\[object/);
    const shownIn = isEnglish(kind) ? 'en' : language;
    expect(mail.html).toMatch(new RegExp(`^<!doctype html><html lang="${shownIn}" dir="${direction(shownIn)}"`));
    const hrefs = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));
    for (const href of hrefs) expect(mail.text, 'the whole address stands in the text').toContain(href);
    expect(mail.html).not.toMatch(/<style|<script|<link|class=|url\(/);
    // The browser's own blue cannot be read where a mail program has a dark background.
    for (const [anchor] of mail.html.matchAll(/<a [^>]+>/g)) expect(anchor).toMatch(/style="[^"]*\bcolor:/);
    if (shownIn === 'en') return;
    english ??= new Set(linesOf((await composed(kind, 'en')).text));
    const same = linesOf(mail.text).filter((line) => english?.has(line));
    // Only what somebody else wrote: names, titles, an update.
    expect(same.length / linesOf(mail.text).length, same.join('\n')).toBeLessThan(0.5);
  });

  it.skipIf(hasNoLetter(kind))('has the logo and the colour of its letter', async () => {
    for (const colour of Object.values(looks)) {
      const { html } = await composed(kind, 'en', colour);
      expect(html).toContain(`<img src="${publicUrl}/clean-air/logo/${logo.id}.png" alt="Harbour Neighbours"`);
      expect(html).toContain(`border-inline-start-color:${colour}`);
      if (html.includes('<table role="presentation"')) expect(html).toContain(`background:${colour};color:#ffffff`);
    }
  });
});

it('only updates say how a mail program can unsubscribe', async () => {
  const withList: string[] = [];
  for (const kind of mailKind.options) if ((await composed(kind, 'en')).list) withList.push(kind);
  expect(withList).toEqual(['update-test', 'update']);
});
