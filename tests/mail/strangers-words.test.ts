/**
 * Anybody may have typed the names before a mailbox is proven, so they appear in no subject or greeting, and make no
 * link.
 */
import MarkdownIt from 'markdown-it';
import { beforeEach, describe, expect, it } from 'vitest';
import { quoteUnproven } from '../../functions/mailer/frame/words.ts';
import { composeDisputeAnswer } from '../../functions/mailer/mails/dispute-answer.ts';
import { composeInvitation } from '../../functions/mailer/mails/invitation.ts';
import { composeLinks } from '../../functions/mailer/mails/links.ts';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { makeTexts } from '../../shared/text/texts.ts';
import { mailsTo, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, type Mail, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';
import { composeOne, id, subject } from './every-mail.ts';

/** Link detection as in mail programs, by one maintained library, with every top-level domain that is typed here. */
const { linkify } = new MarkdownIt({ linkify: true });
linkify.set({ fuzzyLink: true, fuzzyEmail: true });
linkify.tlds(['com', 'org', 'example', 'рф', 'कॉम', '中国', 'win', 'ly', 'onion'], true);
const telephone = /\+?\p{Nd}[\p{Nd}\s().-]{6,}\p{Nd}/u;
const ours = new RegExp(`${publicUrl.replaceAll('.', '\\.')}\\S*`, 'g');
/** @returns links in text that is not ours */
const linksOf = (text: string) => (linkify.match(text.replace(ours, '')) ?? []).map(({ raw }) => raw);
/** The visible text of an HTML part. */
const shown = (html: string) =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&');

const hostile = [
  'URGENT verify at https://prize-casino.example/login now',
  'www.prize-casino.com',
  'Account locked prize-casino.com/verify?id=1',
  'write to support@prize-casino.com',
  'Call +1 (800) 555-0199 today',
  'Звоните 8 800 555 35 35 сайт выигрыш.рф',
  '奖金 请访问 casino.中国 立即',
  '賞金 casino。com をご覧',
  'جائزة على casino.com الآن',
  'पुरस्कार casino.कॉम पर',
  'mailto:prize@casino.win',
  'file:\\\\casino.example\\share',
  'bit.ly/3xAmpLe',
  'casino．com ＠prize',
];

describe('words of a stranger', () => {
  it.each(hostile)(
    '"%s" makes no link in the answer to a complaint, whose address anybody may have typed',
    async (words) => {
      const { letter, text, texts, publicUrl } = subject();
      const answer = { organisation: words, answer: 'stands', words: undefined } as const;
      const mail = await composeDisputeAnswer({ answer, letter, text, texts, publicUrl });
      expect(mail.subject).not.toContain(words.slice(0, 8));
      const theirs = (part: string) =>
        linksOf(part.replaceAll('privacy@harbour.example', '').replaceAll(`${publicUrl}/clean-air`, ''));
      expect(theirs(mail.text)).toEqual([]);
      expect(theirs(shown(mail.html))).toEqual([]);
    },
  );

  it.each(hostile)('"%s" would be links unchanged, and are none in a mail', (words) => {
    expect(linksOf(words).length > 0 || telephone.test(words) || /[\\。．＠]/.test(words)).toBe(true);
    const quoted = quoteUnproven(words);
    expect(linksOf(quoted)).toEqual([]);
    expect(quoted).not.toMatch(telephone);
    expect(quoted).not.toMatch(/\\\\/);
    // They read as before.
    expect(quoted.replaceAll('\u200c', '')).toBe([...words].length > 60 ? `${words.slice(0, 60)}…` : words);
  });

  it.each(['Night Shelter Osh', '+972 Magazine', 'Studio 54', '人权 123', 'Ñandú & Söhne', 'Class of 2024'])(
    '"%s" are left unchanged',
    (words) => expect(quoteUnproven(words)).toBe(words),
  );
});

describe('a confirmation mail', () => {
  let world: World;
  beforeEach(async () => {
    world = makeWorld(await freshStore());
    await openTestLetter(world.store);
  });

  const expectHarmless = (mail: Mail | undefined, words: string) => {
    if (!mail) throw new Error('no mail');
    const first = words.split(' ').filter((word) => word.length > 3);
    for (const word of first) expect(mail.subject).not.toContain(word);
    const [greeting = ''] = mail.text.split('\n');
    for (const word of first) expect(greeting).not.toContain(word);
    expect(linksOf(mail.text.replace(/answer this mail.*/i, '')).filter((link) => link !== 'sign.example.org')).toEqual(
      [],
    );
    expect(linksOf(shown(mail.html)).filter((link) => link !== 'sign.example.org')).toEqual([]);
    expect(
      mail.html.replace(/<head>[\s\S]*<\/head>/, '').match(/href="(?!https:\/\/sign\.example\.org\/)/g),
    ).toBeNull();
  };

  it.each(['Verify prize-casino.com', 'Дом выигрыш.рф', 'جائزة casino.com', '奖金 casino.com', 'पुरस्कार casino.com'])(
    'holds "%s" as words only: at first, as a reminder, and among links',
    async (words) => {
      const email = 'victim@quiet.example';
      await world.submit(
        'clean-air',
        endorsement(1, { organisation: { name: words, country: 'KZ' }, signatory: { name: words, email } }),
      );
      await world.sendMails();
      world.clock.now += 49 * 3600 * 1000;
      await world.sendMails();
      await world.app.request('/manage', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      await world.sendMails();
      expect(world.mails.map(({ about }) => about['mail'])).toEqual(['confirmation', 'reminder', 'link']);
      for (const mail of world.mails) expectHarmless(mail, words);
      expect(world.mails[0]?.text.replace(/[\u200c\u2068\u2069]/gu, '')).toContain(`“${words}”`);
    },
  );

  it('quotes nothing of a stranger to somebody who has already signed', async () => {
    const own = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const name = 'Prize casino.com';
    await world.submit('clean-air', {
      ...organisationFrom('harbour.example', own.email, name),
      signatory: { name, role: name, email: own.email },
    });
    await world.sendMails();
    expect(mailsTo(world, own.email)).toHaveLength(3);
    expect(mailsTo(world, own.email).at(-1)?.text).not.toContain('Prize');
  });

  it.each(pageLanguages)('has a subject and a greeting without a name in %s', async (language) => {
    const texts = await textsFor(language);
    for (const kind of ['organisation', 'individual'] as const) {
      for (const name of ['confirmation', 'reminder'] as const) {
        const names = { organisationName: 'Zaqxsw', signatoryName: 'Zaqxsw' };
        const composed = await composeOne(name, subject({ kind, ...names }, { texts }));
        const mail = { ...composed, text: composed.text.replace(/[\u2068\u2069]/gu, '') };
        expect(mail.subject).not.toMatch(/Zaqxsw|\{/);
        expect(mail.subject).toContain('Clean air for the harbour district');
        expect(mail.text.split('\n\n')[0]).not.toMatch(/Zaqxsw|\{/);
        // In quotes, and only when an organisation signs.
        const quoted = mail.text.match(/[“„«「‘]\s?Zaqxsw\s?[”“»」’]/g) ?? [];
        expect(quoted).toHaveLength(kind === 'organisation' ? 1 : 0);
        expect(mail.text.match(/Zaqxsw/g) ?? []).toHaveLength(quoted.length);
      }
    }
  });

  it('has our subject if a letter’s own would hold the name', async () => {
    const own = makeTexts('en', { ...en, 'mail.confirm-subject': 'Hey {name}, confirm “{title}”' });
    const mail = await composeOne('confirmation', subject({ organisationName: 'Zaqxsw' }, { texts: own }));
    expect(mail.subject).toBe('Please confirm your signature: “Clean air for the harbour district”');
    const kept = makeTexts('en', { ...en, 'mail.confirm-subject': 'Confirm “{title}”, please' });
    expect((await composeOne('confirmation', subject({}, { texts: kept }))).subject).toMatch(/, please$/);
  });

  it('has the letter as its heading among links', async () => {
    const about = subject({ confirmedAt: undefined, organisationName: 'casino.com wins' });
    const proof = { token: `${id}${'0'.repeat(26)}`, code: 'ABCD2345', expiresAt: new Date() };
    const { text } = await composeLinks([{ subject: about, opens: 'confirm', proof }], about.texts);
    expect(text).toMatch(/^\* Clean air for the harbour district$/m);
    expect(linksOf(text)).toEqual([]);
  });
});

it('an invitation quotes the name of the inviter', async () => {
  const invited = { invitedBy: 'Prize casino.com', email: 'new@secretariat.example', publicUrl };
  const { text, subject: heading } = await composeInvitation(invited, await textsFor('en'));
  expect(heading).not.toContain('Prize');
  expect(text).not.toContain('casino.com');
  expect(text.replaceAll('\u200c', '')).toContain('Prize casino.com invited you');
});
