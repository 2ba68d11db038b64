/** A letter that replaces strings: the allowed content of its files, and where the strings appear. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { agreedTo, hashWording } from '../../shared/consent/wording.ts';
import { readLetterFile, readTranslationFile } from '../../shared/letter/file.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { textsOf, wordingOf } from '../../shared/letter/own-texts.ts';
import { readLetter, readOwnWording } from '../../shared/letter/storage.ts';
import { en } from '../../shared/text/languages/en.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, testLetter, tokenIn, type World } from '../fixtures/world.ts';

const yaml = (texts: Readonly<Record<string, string>>) =>
  `texts:\n${Object.entries(texts).map(([key, text]) => `  ${key}: ${JSON.stringify(text)}\n`)}`.replaceAll(
    ',  ',
    '  ',
  );
/** The test letter with `texts:` on line 20 and its strings from line 21 on. */
const withTexts = (texts: string) => ({ 'goal: 50\n': `goal: 50\n${texts}` });
const faultsOf = (texts: string) => {
  const read = readLetterFile(testLetter.replace('goal: 50\n', `goal: 50\n${texts}`));
  return read.ok ? [] : read.faults;
};

/** All strings that signers agree to, in the letter's own words. */
const ownConsents = Object.fromEntries(agreedTo.map((key) => [key, `Harbour: ${en[key]}`]));
const french = (texts: Readonly<Record<string, string>>, file = letterFile()) => {
  const source = `---\nlanguage: fr\ntitle: Un air pur\nsalutation: Monsieur le Maire,\n${yaml(texts)}---\n\nTexte.\n`;
  const read = readTranslationFile(source, file);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.content;
};

describe('a file with strings of its own', () => {
  it.each([
    ['  letter.sing: Sign', 21, 'texts.letter.sing', 'is no string of ours'],
    ['  letter.sign: Sign\n  constructor: x', 22, 'texts.constructor', 'is no string of ours'],
    ['  letter.count_few: "{count}"', 21, 'texts.letter.count_few', 'is no string of ours'],
    ['  letter.goal: Our goal', 21, 'texts.letter.goal', 'must hold {goal}'],
    ['  letter.sign: Sign, {name}', 21, 'texts.letter.sign', 'holds {name}, which is never filled'],
    ['  letter.sign: [a]', 21, 'texts.letter.sign', 'must be words on one line'],
    ['  letter.sign: ""', 21, 'texts.letter.sign', 'must not be empty'],
    [`  letter.sign: ${'x'.repeat(1001)}`, 21, 'texts.letter.sign', 'at most 1000 characters'],
    ['  letter.sign: "a\\ufffdb"', 21, 'texts.letter.sign', /damaged/],
    ['  page.skip: Down', 21, 'texts.page.skip', /cannot be replaced/],
    [
      '  form.updates: News, please.',
      20,
      'texts',
      /as a whole: replace form.kind-organisation, .*form.display-hint, too/,
    ],
  ])('is refused with the reason for %s', (texts, line, field, message) => {
    const matching = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(faultsOf(`texts:\n${texts}\n`)).toContainEqual({ line, field, message: matching });
  });

  it('is refused together with all other errors', () => {
    const read = readLetterFile(testLetter.replace('goal: 50', 'goal: many\ntexts: { letter.sing: Sign }'));
    expect(read.ok ? [] : read.faults.map(({ field }) => field).sort()).toEqual(['goal', 'texts.letter.sing']);
  });

  it('is refused in a language without pages', () => {
    const source = '---\nlanguage: mi\ntitle: T\nsalutation: S\ntexts: { letter.sign: Haina }\n---\nX';
    expect(readTranslationFile(source, letterFile())).toMatchObject({
      ok: false,
      faults: [{ line: 5, field: 'texts' }],
    });
  });

  it('may omit the number where a form stands for one', () => {
    expect(faultsOf('texts: { letter.count_one: a single name }\n')).toEqual([]);
    expect(faultsOf('texts: { letter.count_other: many names }\n')).not.toEqual([]);
  });
});

describe('a letter with strings of its own', () => {
  let world: World;
  const own = {
    'letter.sign': 'Put your <b>name</b> here',
    'confirm.button': 'Yes, we sign',
    'mail.confirm-press': 'Harbour says: open this page and press.',
    'mail.receipt-title': 'Welcome aboard',
    ...ownConsents,
  };
  const id = hashWording(ownConsents);

  beforeAll(async () => {
    world = makeWorld(await freshStore());
    const file = letterFile(withTexts(yaml(own)));
    const options = { now: new Date(), open: true };
    await importLetter(world.store, file, [french({ 'letter.sign': 'Signez donc' }, file)], options);
  });

  const page = async (path: string, language = 'en') =>
    (await world.app.request(path, { headers: { 'accept-language': language, accept: 'text/html' } })).text();
  const signed = async (number: number, change: Readonly<Record<string, unknown>> = {}) => {
    const answer = await world.submit('clean-air', endorsement(number, change));
    expect(answer.status).toBe(202);
    await world.sendMails();
    const mail = world.mails.findLast(({ to }) => to === `person${number}@org-${number}.example`);
    if (!mail) throw new Error('no mail');
    return mail;
  };
  /** The owner's view of a signature. */
  const held = async (number: number) => {
    const receipt = world.mails.findLast(({ to }) => to === `person${number}@org-${number}.example`);
    const path = z.string().parse(/\/manage\/[a-z0-9]{46}/.exec(receipt?.text ?? '')?.[0]);
    return { path, view: await world.json(`${path}/data`) };
  };

  it('shows them on its pages, as plain text, and ours for the rest', async () => {
    for (const path of ['/clean-air', '/clean-air/form']) {
      const html = await page(path);
      expect(html).toContain('Put your &lt;b&gt;name&lt;/b&gt; here');
      expect(html).toContain(`Harbour: ${en['form.publication']}`);
      expect(html).toContain(en['form.person']);
    }
    expect(await page('/clean-air', 'fr')).toContain('Signez donc');
    expect(await page('/')).not.toContain('Harbour: ');
  });

  it('uses them in its mails, and on the pages to which they lead', async () => {
    const mail = await signed(1);
    expect(mail.text).toContain('Harbour says: open this page and press.');
    expect(mail.html).toContain('Harbour says: open this page and press.');
    expect(await page(`/confirm/${tokenIn(mail)}`)).toContain('Yes, we sign');
    await world.confirm(tokenIn(mail));
    await world.sendMails();
    expect(world.mails.at(-1)?.html).toContain('Welcome aboard');
    expect(await page((await held(1)).path)).toContain(`Harbour: ${en['form.updates']}`);
  });

  it('is given to programs with everything needed to show it', async () => {
    expect(await world.json('/v1/letters/clean-air')).toMatchObject({ texts: own, wording: id });
    expect(await world.json('/v1/letters/clean-air?lang=fr')).toMatchObject({ wording: 'fr-4' });
  });

  it('keeps the wording that was shown with a signature, and its strings', async () => {
    expect(await page('/clean-air/form')).toContain(`name="wording" value="${id}"`);
    const mail = await signed(2);
    await world.confirm(tokenIn(mail));
    await world.sendMails();
    expect((await held(2)).view).toMatchObject({ agreed: { wording: id } });
    const kept = await readOwnWording(world.store, letterFile().slug, id);
    expect(kept).toMatchObject({ language: 'en', strings: ownConsents });
    expect(await page('/clean-air/form', 'fr')).toContain('name="wording" value="fr-4"');
  });

  it('binds those who saw the former strings to these, and later consents to the later ones', async () => {
    const changed = { ...ownConsents, 'form.updates': 'Now and then a line about the harbour.' };
    const file = letterFile(withTexts(yaml(changed)));
    const options = { now: new Date(), open: false };
    expect(await importLetter(world.store, file, [], options)).toMatchObject({ outcome: 'updated' });
    expect(await importLetter(world.store, file, [], options)).toMatchObject({ outcome: 'unchanged' });
    world.clock.now += 60_000;
    const mail = await signed(3, { wording: id });
    await world.confirm(tokenIn(mail));
    await world.sendMails();
    const { path, view } = await held(3);
    expect(view).toMatchObject({ agreed: { wording: id } });
    const consents = { publication: true, updates: true, partner: false };
    const ask = (body: unknown) =>
      world.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      });
    const { kind, organisation, signatory } = endorsement(3);
    const { email: _, ...person } = signatory;
    await ask({ action: 'consents', display: 'public', consents });
    await ask({ action: 'correct', kind, organisation, signatory: person, attestation: true, wording: id });
    expect((await ask({ action: 'consents', display: 'public', consents, wording: 'en-99' })).status).toBe(422);
    expect((await held(3)).view).toMatchObject({
      agreed: { wording: id },
      attestedIn: id,
      laterConsents: [{ wording: hashWording(changed), consents }],
    });
    expect(await readOwnWording(world.store, letterFile().slug, id)).toMatchObject({ strings: ownConsents });
  });

  it('refuses a wording that it never showed', async () => {
    for (const wording of ['en-99', 'f'.repeat(64), '__proto__']) {
      const answer = await world.submit('clean-air', endorsement(4, { wording }));
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: '#/wording' }] });
    }
    expect((await world.submit('clean-air', endorsement(4, { wording: 'en-1' }))).status).toBe(202);
  });

  it('keeps those of a language that is not imported again, and drops those that its file no longer has', async () => {
    const options = { now: new Date(), open: false };
    await importLetter(world.store, letterFile(), [], options);
    const letter = await readLetter(world.store, letterFile().slug);
    expect(letter?.ownTexts).toEqual({ fr: { 'letter.sign': 'Signez donc' } });
    expect(letter?.wordings).toHaveLength(2);
  });

  it('holds no more than can be read with it', async () => {
    const long = Object.fromEntries(agreedTo.map((key) => [key, 'x'.repeat(1000)]));
    const file = letterFile(withTexts(yaml(long)));
    const languages = ['ar', 'de', 'es', 'fr', 'pt', 'ru'];
    const translations = languages.map((language) => ({ ...french(long, file), language }));
    const options = { now: new Date(), open: false };
    expect(await importLetter(world.store, file, translations, options)).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('60000 bytes'),
    });
  });
});

describe('strings of a letter', () => {
  const strings = { 'letter.sign': 'Sign here', ...ownConsents };

  it('are only shown to readers of the nearest language', async () => {
    const letter = { ownTexts: { 'zh-HK': { 'letter.sign': '簽名' } }, wordings: [] };
    const shown = async (language: string) => (await textsOf(letter, language)).text('letter.sign');
    expect(await shown('zh-TW')).toBe('簽名');
    expect(await shown('zh-CN')).not.toBe('簽名');
    expect(await shown('en')).toBe(en['letter.sign']);
  });

  it('that signers agree to are only shown where their wording is kept', async () => {
    const letter = { ownTexts: { en: strings }, wordings: [] };
    const texts = await textsOf(letter, 'en');
    expect(texts.text('letter.sign')).toBe('Sign here');
    expect(texts.text('form.publication')).toBe(en['form.publication']);
    expect(wordingOf(letter, 'en')).toBe('en-3');
    expect(wordingOf({ ...letter, wordings: [hashWording(ownConsents)] }, 'en')).toBe(hashWording(ownConsents));
  });
});
