/** The page after the form without JavaScript: it names the letter and the address, and lets people correct it. */
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { en } from '../../shared/text/languages/en.ts';
import { fr } from '../../shared/text/languages/fr.ts';
import { personal } from '../fixtures/personal.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const draft = letterFile({ 'slug: clean-air': 'slug: clean-water', 'title: Clean air': 'title: Clean water' });
  await importLetter(world.store, draft, [], { now: new Date(), open: false });
});

/** A form as a browser without JavaScript sends it. */
const formOf = (email: string, change: Readonly<Record<string, string>> = {}) => ({
  kind: 'organisation',
  'organisation.name': 'Quayside “Rowers” & Søns',
  'organisation.country': 'DK',
  'signatory.name': 'Marguerite Vandeplas',
  'signatory.email': email,
  attestation: 'true',
  display: 'public',
  'consents.publication': 'true',
  language: 'en',
  homepage: '',
  ...change,
});

async function post(fields: Readonly<Record<string, string>>) {
  personal(fields['signatory.email'], fields['signatory.name'], fields['organisation.name']);
  const answer = await world.app.request('/v1/letters/clean-air/signatures', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html' },
  });
  return { answer, cookies: answer.headers.getSetCookie() };
}

const page = async (path: string, cookie?: string) =>
  (await world.app.request(path, { headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })).text();
const sentBack = (cookies: readonly string[]) => cookies.map((one) => one.split(';')[0]).join('; ');

/** The fields of a form on a page, as a browser would send them. */
function fieldsIn(html: string): Record<string, string>[] {
  const unescaped = (text = '') =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  return [...html.matchAll(/<form[^>]*>(.*?)<\/form>/gs)].map(([, inner = '']) =>
    Object.fromEntries(
      [...inner.matchAll(/<input[^>]*>/g)].map(([input]) => [
        unescaped(/name="([^"]*)"/.exec(input)?.[1]),
        unescaped(/value="([^"]*)"/.exec(input)?.[1]),
      ]),
    ),
  );
}

describe('after a plain form', () => {
  it('the browser alone keeps what was sent, for this page and for minutes', async () => {
    const { answer, cookies } = await post(formOf('rowers@quayside.example'));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/clean-air/sent');
    expect(cookies).toHaveLength(1);
    const [name, ...attributes] = (cookies[0] ?? '').split('; ');
    expect(name).toMatch(/^__Secure-undersigned-sent=[\w-]+$/);
    expect(attributes.toSorted()).toEqual(
      ['HttpOnly', 'Max-Age=900', 'Path=/clean-air/sent', 'SameSite=Lax', 'Secure'].toSorted(),
    );
    expect(name).not.toContain('quayside');
  });

  it('the page names the letter and the address, and nothing of it without the cookie', async () => {
    const { cookies } = await post(formOf('crew@quayside.example'));
    const html = await page('/clean-air/sent', sentBack(cookies));
    expect(html).toContain('Clean air for the harbour district');
    expect(html).toContain('<bdi>crew@quayside.example</bdi>');
    const stranger = await page('/clean-air/sent');
    expect(stranger).toContain('Clean air for the harbour district');
    expect(stranger).not.toContain('quayside');
    expect(stranger).not.toContain('<form');
  });

  it('the address can be corrected and sent again: another submission, with another mail', async () => {
    const { cookies } = await post(formOf('captian@quayside.example'));
    const [again = {}] = fieldsIn(await page('/clean-air/sent', sentBack(cookies)));
    expect(again['organisation.name']).toBe('Quayside “Rowers” & Søns');
    const { answer } = await post({ ...again, 'signatory.email': 'captain@quayside.example' });
    expect(answer.headers.get('location')).toBe('/clean-air/sent');
    await world.sendMails();
    const mails = world.mails.filter(({ to }) => /^capt(ia|ai)n@/.test(to));
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['captain@quayside.example', 'captian@quayside.example']);
    expect(new Set(mails.map(tokenIn)).size).toBe(2);
  });

  it('a mistyped domain can be corrected with one press', async () => {
    const { cookies } = await post(formOf('vandeplas.rowers@gmial.com'));
    const html = await page('/clean-air/sent', sentBack(cookies));
    expect(html).toContain('Did you mean vandeplas.rowers@gmail.com?');
    expect(fieldsIn(html)[0]).toMatchObject({
      'signatory.email': 'vandeplas.rowers@gmail.com',
      'signatory.name': 'Marguerite Vandeplas',
    });
  });

  it('is in the language of the form', async () => {
    const { cookies } = await post(formOf('rameurs@quayside.example', { language: 'en' }));
    expect(await page('/clean-air/sent?lang=en', sentBack(cookies))).toContain(en['sent.correct']);
    expect(fr['sent.correct']).not.toBe(en['sent.correct']);
  });

  it('of a form too long for a cookie, the browser keeps the address', async () => {
    const long = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index * 37)).join('');
    const { cookies } = await post(
      formOf('long@quayside.example', {
        'organisation.name': long,
        'signatory.role': [...long].toReversed().join(''),
        comment: long.repeat(5).slice(3, 990),
      }),
    );
    for (const cookie of cookies) expect(Buffer.byteLength(cookie)).toBeLessThan(4096);
    expect(await page('/clean-air/sent', sentBack(cookies))).toContain('long@quayside.example');
  });

  it('programs and refused forms get no cookie', async () => {
    const json = await world.submit('clean-air', {
      kind: 'individual',
      signatory: { name: 'Program Runner', email: 'program@quayside.example' },
      consents: { publication: true },
    });
    expect(json.status).toBe(202);
    expect(json.headers.getSetCookie()).toEqual([]);
    const { answer, cookies } = await post(formOf('no address'));
    expect(answer.status).toBe(422);
    expect(cookies).toEqual([]);
  });

  it('the answer is the same whether the mailbox is unknown, pending or confirmed', async () => {
    const fields = formOf('pilot@pilots.example', { 'organisation.name': 'Harbour Pilots' });
    const unknown = await post(fields);
    const pending = await post(fields);
    await world.sendMails();
    const mail = world.mails.find(({ to }) => to === 'pilot@pilots.example') ?? expect.unreachable('no mail');
    expect((await world.confirm(tokenIn(mail))).status).toBe(200);
    const confirmed = await post(fields);
    for (const { answer } of [pending, confirmed]) {
      expect(answer.status).toBe(unknown.answer.status);
      expect([...answer.headers]).toEqual([...unknown.answer.headers]);
    }
  });
});

describe('a cookie that we did not set', () => {
  const packed = (content: unknown) => deflateRawSync(JSON.stringify(content)).toString('base64url');
  it.each([
    ['garbage', 'x'],
    ['no object', packed(['signatory.email'])],
    ['no address', packed({ 'signatory.name': 'Ada' })],
    ['another type', packed({ 'signatory.email': 7 })],
    ['a value that is too long', packed({ 'signatory.email': 'a'.repeat(3000) })],
    ['a bomb', deflateRawSync(Buffer.alloc(1_000_000, ' ')).toString('base64url')],
  ])('shows the page as without one: %s', async (_what, value) => {
    expect(await page('/clean-air/sent', `__Secure-undersigned-sent=${value}`)).toBe(await page('/clean-air/sent'));
  });

  it('is escaped, and carries no field that the form does not have', async () => {
    const html = await page(
      '/clean-air/sent',
      `__Secure-undersigned-sent=${packed({ 'signatory.email': '"><script>x</script>', 'signatory.name': 'A', redirect: 'https://bad.example', '"><img>': 'x', proof: 'y', homepage: 'z' })}`,
    );
    expect(html).not.toContain('<script>x');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('bad.example');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the page for the code', () => {
  it('knows its letter', async () => {
    const html = await page('/confirm?letter=clean-air');
    expect(html).toContain('<bdi>Clean air for the harbour district</bdi>');
    expect(html).toContain('<input type="hidden" name="letter" value="clean-air"/>');
    expect(html).not.toContain('id="letter"');
  });

  it('asks for a letter that it does not know, and says nothing of a draft', async () => {
    const unknown = await page('/confirm?letter=never-there');
    expect(unknown).toContain('id="letter"');
    expect(await page('/confirm?letter=clean-water')).toBe(unknown.replaceAll('never-there', 'clean-water'));
    expect(await page('/confirm')).toContain('id="letter"');
  });

  it('still knows it after a wrong code', async () => {
    const answer = await world.app.request('/confirm', {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ letter: 'clean-air', email: 'crew@quayside.example', code: '2222-2222' }),
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Clean air for the harbour district');
    expect(html).toContain(en['code.wrong'].slice(0, 30));
  });
});
