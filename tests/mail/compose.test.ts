import { describe, expect, it } from 'vitest';
import type { ComposedMail } from '../../functions/mailer/frame/mail.ts';
import { composeConfirmation } from '../../functions/mailer/mails/confirmation.ts';
import { composeLinks } from '../../functions/mailer/mails/links.ts';
import { composeReceipt } from '../../functions/mailer/mails/receipt.ts';
import { publicUrl } from '../fixtures/world.ts';
import { composeOne, id, mailNames, someArabic, stopUrl, subject } from './every-mail.ts';

const linksIn = ({ text }: ComposedMail) => text.match(/^http\S+$/gm) ?? [];
/** The visible text of a page, without tags; `<bdi>` as the isolate that it is. */
const shown = (html: string) =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

/** Mails to a mailbox that is not proven yet. */
const isUnproven = (name: string) => name === 'confirmation' || name === 'reminder';

/** Mails to an addressee, who never asked for one. Their note is the secretariat's. */
const isHandover = (name: string) => name.startsWith('handover');

describe.each(mailNames)('the mail "%s"', (name) => {
  it('names the letter and the signer, in both parts; its subject names the letter alone', async () => {
    const mail = await composeOne(name, subject());
    const title = 'Clean air for the harbour district';
    if (name !== 'links') expect(mail.subject).toContain(title);
    expect(mail.subject).not.toContain('Steppe Legal Aid');
    for (const part of [mail.text, shown(mail.html)]) {
      expect(part).toContain(title);
      expect(part).toContain('Steppe Legal Aid');
      expect(part).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
    expect(mail.html).not.toMatch(/undefined|\[object/);
  });

  it('has the same content in text and in HTML', async () => {
    const { text, html } = await composeOne(name, subject());
    const words = (part: string) => part.replace(/[^\p{L}\p{N}]+/gu, '');
    const page = words(shown(html));
    for (const line of text.split('\n')) expect(page).toContain(words(line));
  });

  it('has whole addresses on lines of their own, and the same in HTML', async () => {
    const mail = await composeOne(name, subject());
    const hrefs = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(new Set(hrefs)).toEqual(new Set(linksIn(mail)));
    expect(hrefs.every((href) => href?.startsWith(`${publicUrl}/`))).toBe(true);
  });

  it.skipIf(isHandover(name))('says how to stop the mails', async () => {
    const { text } = await composeOne(name, subject());
    expect(text).toContain('Not you?');
  });

  it('is a complete page without external resources', async () => {
    const { html } = await composeOne(name, subject());
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"/);
    expect(html).not.toMatch(/<style|<script|<img|<link|class=|url\(/);
  });

  it('is sent as the convener, and answers go to the people behind the letter', async () => {
    expect((await composeOne(name, subject())).sender).toEqual({
      name: 'Harbour Neighbours',
      replyTo: 'privacy@harbour.example',
    });
    const own = subject({}, { letterChange: { 'goal: 50': 'goal: 50\nreplyTo: desk@harbour.example' } });
    expect((await composeOne(name, own)).sender.replyTo).toBe('desk@harbour.example');
  });

  it('is written from right to left if the language is', async () => {
    const { html, text } = await composeOne(name, subject({}, { texts: someArabic }));
    expect(html).toMatch(/<html lang="ar" dir="rtl"/);
    if (isUnproven(name)) expect(text).toMatch(/^تحية طيبة،\n/);
    else if (name !== 'links' && !isHandover(name)) expect(text).toMatch(/^\u2068Aru Example\u2069، تحية/);
    // No directional mark becomes part of an address.
    for (const address of linksIn({ text, html, subject: '', sender: {} })) expect(address).toMatch(/^[\x21-\x7e]+$/);
  });

  it("shows people's input unchanged, whatever it is", async () => {
    const evil = '<b>B</b> & "Q" \'S\' <script>alert(1)</script> {title} {code}';
    const mail = await composeOne(name, subject({ organisationName: evil, signatoryName: evil }));
    expect(mail.html).not.toMatch(/<script|<b>/);
    // A stranger's words are truncated.
    const seen = isUnproven(name) ? evil.slice(0, 50) : evil;
    expect(shown(mail.html)).toContain(seen);
    expect(mail.text).toContain(seen);
  });

  it.skipIf(isHandover(name))('lets no name add a line, a link or a code', async () => {
    // None of this is accepted as input (`publicName`), but the mail does not rely on that.
    const evil = 'X\r\nBcc: all@example.org\nhttps://evil.example/confirm/1\u2028Code: AAAA-BBBB\u2069\u202e';
    const clean = await composeOne(name, subject());
    const mail = await composeOne(name, subject({ organisationName: evil, signatoryName: evil, signatoryRole: evil }));
    expect(mail.subject).not.toMatch(/[\r\n\u2028]/);
    expect(mail.text.split(/[\n\r\u2028]/)).toHaveLength(clean.text.split('\n').length);
    expect(linksIn(mail)).toHaveLength(linksIn(clean).length);
    expect(mail.text.match(/^Code: /gm)).toEqual(clean.text.match(/^Code: /gm));
    expect(mail.html).not.toContain('href="https://evil');
  });

  it('isolates a name in another direction', async () => {
    const arabic = 'جمعية حقوق (الإنسان)';
    const mail = await composeOne(name, subject({ organisationName: arabic }));
    expect(mail.text).toContain(`\u2068${arabic}\u2069`);
    expect(mail.html).toMatch(new RegExp(`<bdi[^>]*>${arabic.replace(/[()]/g, '\\$&')}</bdi>`));
    expect((await composeOne(name, subject())).text).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('confirmation mails', () => {
  const proof = { token: 't'.repeat(46), code: 'ABCD2345', expiresAt: new Date('2026-03-11T00:00:00Z') };

  it.each(['confirmation', 'reminder'] as const)('%s: link, code and letter, each on its line', async (name) => {
    const mail = await composeOne(name, subject());
    expect(mail.text).toMatch(/^https:\/\/sign\.example\.org\/confirm\/[a-z0-9]{46}$/m);
    expect(mail.text).toMatch(/^Code: ABCD-2345$/m);
    expect(mail.text).toMatch(/^https:\/\/sign\.example\.org\/clean-air$/m);
    expect(mail.html).toContain('<a href="https://sign.example.org/clean-air"');
    expect(`${mail.text}${mail.html}`).not.toMatch(/Letter: *clean-air/);
    expect(mail.text).toContain('11 March 2026');
    expect(mail.text).toContain('Step 2 of 2');
    expect(linksIn(mail)).toContain(stopUrl);
  });

  it("hold little of a stranger's input, and none in subject and greeting", async () => {
    const long = 'Ñ'.repeat(200);
    const mail = await composeConfirmation(subject({ organisationName: long, signatoryName: long }), {
      proof,
      stopUrl,
    });
    expect(mail.subject).not.toContain('Ñ');
    expect(mail.text).toMatch(/^Hello,$/m);
    expect(mail.text.match(/Ñ+…?/g)).toEqual([`${'Ñ'.repeat(60)}…`]);
  });

  it('remind once, and say so', async () => {
    const { text } = await composeOne('reminder', subject());
    expect(text).toContain('On 4 March 2026 you asked');
    expect(text).toContain('We will not remind you again.');
  });
});

describe('a receipt', () => {
  const receipt = (change = {}) => composeReceipt(subject(change), { manageToken: 'm'.repeat(46) });

  it('states what is recorded, and has the link to change it', async () => {
    const { text } = await receipt({ display: 'withheld' });
    expect(text).toContain('  Organisation: Steppe Legal Aid\n  Website: https://steppe-legal-aid.example\n');
    expect(text).toContain('  Country: Kazakhstan\n  Signed by: Aru Example\n  Role: Director\n');
    expect(text).toContain('  Your choice: Count without showing a name\n  Confirmed on: 4 March 2026\n');
    expect(text).toContain('\nFingerprint of the text you signed (SHA-256): ');
    expect(text).toMatch(/^https:\/\/sign\.example\.org\/manage\/m{46}$/m);
    expect(text).toMatch(/^https:\/\/sign\.example\.org\/clean-air$/m);
  });

  it.each([
    [{}, undefined],
    [{ moderation: 'held', reviewBecause: 'level' }, 'will review it before it is counted'],
    [{ duplicateOf: id }, 'Another signature for Steppe Legal Aid is already listed'],
    [{ duplicateOf: id, kind: 'individual' }, 'You have already signed this letter'],
    [{ duplicateOf: id, displacedAt: '2026-03-05T00:00:00Z', moderation: 'held' }, 'not counted until the secretariat'],
    [{ moderation: 'rejected' }, 'has not accepted this signature'],
  ])("of %j states the signature's state", async (change, said) => {
    const { text } = await receipt(change);
    const sentences = ['not counted', 'before it is counted', 'already', 'Another signature', 'not accepted'];
    if (said) expect(text).toContain(said);
    else expect(text).toContain('Steppe Legal Aid is now listed under “Clean air for the harbour district”.');
    if (!said) for (const sentence of sentences) expect(text).not.toContain(sentence);
  });

  it('of an individual names the affiliation as such', async () => {
    const { text, subject: heading } = await receipt({ kind: 'individual' });
    expect(text).toContain('  Affiliated with: Steppe Legal Aid\n');
    expect(heading).toBe('You signed: “Clean air for the harbour district”');
  });
});

it('a note of a second signature names neither the person nor the mailbox of anybody', async () => {
  const { text } = await composeOne('duplicate-note', subject());
  expect(text.match(/\S+@\S+/g)).toEqual(['privacy@harbour.example.']);
});

it('the question about a new version links to the changes and to the owner’s page', async () => {
  const mail = await composeOne('new-version', subject());
  expect(linksIn(mail)[0]).toBe(`${publicUrl}/clean-air/changes`);
  expect(linksIn(mail)[1]).toContain(`${publicUrl}/manage/`);
  expect(mail.text).toContain('“Clean air for the whole harbour”');
});

it('a withdrawal mail needs no link', async () => {
  expect(linksIn(await composeOne('withdrawn', subject()))).toEqual([]);
});

it('a mail with links to signatures of several conveners is sent in the name of none', async () => {
  const one = subject();
  const other = subject(
    {},
    { letterChange: { 'organisation: Harbour Neighbours': 'organisation: Others', 'privacy@': 'other@' } },
  );
  const items = [one, other].map((about) => ({ subject: about, opens: 'manage', manageToken: 'm' }) as const);
  const mail = await composeLinks(items, one.texts);
  expect(mail.sender).toEqual({ name: undefined, replyTo: undefined });
  expect(linksIn(mail)).toHaveLength(2);
});
