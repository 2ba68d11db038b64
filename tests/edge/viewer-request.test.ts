/** The program that runs at the edge: the API understands a request the same before and after it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { listQuery } from '../../functions/public-api/letter/list-query.ts';
import { wantsPage } from '../../functions/public-api/wants-page.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { foldName } from '../../shared/text/fold.ts';
import { bestLanguage, wantedLanguages } from '../../shared/text/language.ts';
import { languageName } from '../../shared/text/language-names.ts';
import { makeWorld } from '../fixtures/world.ts';

const source = readFileSync(join(import.meta.dirname, '..', '..', 'infra', 'edge', 'viewer-request.js'), 'utf8');
const named = z.record(z.string(), z.object({ value: z.string() }));
const values = z.object({ headers: named, querystring: named });

const routesOf = makeWorld(openStore('no-table')).app.routes.map(({ path }) => path);

const context = createContext({ event: undefined });
runInContext(source, context);
/** Runs the program as CloudFront does: with an event, for a request. */
const inNode = (event: object): unknown => {
  context['event'] = event;
  return runInContext('handler(event)', context);
};

/** Runs it in the engine from which CloudFront's descends: `apt-get install njs`. @returns what it gives for each */
function inNjs(events: readonly object[]): unknown[] {
  // One line for each: njs breaks a long one.
  const print = `${JSON.stringify(events)}.forEach((event) => console.log(JSON.stringify(handler(event))))`;
  const { stdout, stderr, status } = spawnSync('njs', ['-'], { encoding: 'utf8', input: `${source};${print}` });
  if (status !== 0) throw new Error(`njs: ${stdout}${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const hasNjs = spawnSync('njs', ['-v']).status === 0;

const readable = (all: z.infer<typeof named>) =>
  Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value]));

/** @returns the headers as the edge passes them on */
function passedOn(more: Record<string, string>, ip = '203.0.113.5'): Record<string, string> {
  return readable(values.parse(inNode(eventOf('/clean-air', '', more, 'GET', ip))).headers);
}

/** As CloudFront parses a request: the first of a repeated name is its value, and nothing is decoded. */
function eventOf(uri: string, query: string, more: Record<string, string> = {}, method = 'GET', ip = '203.0.113.5') {
  const headers = Object.fromEntries(
    Object.entries({ host: 'sign.example.org', ...more }).map(([name, value]) => [name, { value }]),
  );
  // Without a prototype: a word may be `__proto__`.
  const querystring: Record<string, { value: string; multiValue?: { value: string }[] }> = Object.create(null);
  for (const part of query === '' ? [] : query.split('&')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=');
    const found = querystring[name];
    if (found) found.multiValue = [...(found.multiValue ?? [{ value: found.value }]), { value }];
    else querystring[name] = { value };
  }
  return { viewer: { ip }, request: { method, uri, headers, querystring } };
}

/** @returns the query as the edge passes it on */
function queryOf(uri: string, query: string, method = 'GET'): string {
  const passed = readable(values.parse(inNode(eventOf(uri, query, {}, method))).querystring);
  return Object.entries(passed)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

test('the viewer is taken from the connection, whatever a client writes', () => {
  expect(passedOn({ 'x-undersigned-viewer': '10.0.0.1' }, '2001:db8::1')['x-undersigned-viewer']).toBe('2001:db8::1');
});

test('the site is taken from the request, whatever a client writes', () => {
  expect(passedOn({ 'x-undersigned-site': 'https://elsewhere.example' })['x-undersigned-site']).toBe(
    'https://sign.example.org',
  );
});

const accepted = [
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'text/html'],
  ['application/json', 'application/json'],
  ['application/problem+json, application/json', 'application/json'],
  ['application/json, text/html', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['image/avif,image/webp,*/*;q=0.8', '*/*'],
  ['*/*', '*/*'],
  ['x'.repeat(2000), '*/*'],
] as const;

test.each(accepted)('Accept: %s is %s', async (accept, form) => {
  expect(passedOn({ accept })['accept']).toBe(form);
  const app = new Hono().get('*', (c) => c.text(String(wantsPage(c))));
  for (const path of ['/clean-air', '/v1/letters/clean-air']) {
    const answers = await Promise.all([accept, form].map((one) => app.request(path, { headers: { accept: one } })));
    const [asSent, asPassedOn] = await Promise.all(answers.map((answer) => answer.text()));
    expect(asPassedOn).toBe(asSent);
  }
});

const languages = [
  ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de,en-us,en'],
  ['de-AT-1996,de-CH,de-x-made-up', 'de'],
  ['en-a-bbb-x-a-ccc', 'en'],
  ['en;q=0.1, zh-TW ;q=0.9', 'zh-tw,en'],
  ['zh-Hant-HK,zh-hans', 'zh-hant,zh-hans'],
  ['PT-br, sr-Latn-RS', 'pt-br,sr-latn'],
  ['fr;q=0, en', 'en'],
  ['kaa,uz-Cyrl-UZ;q=0.9,ru;q=0.8,en;q=0.7,kk;q=0.6', 'kaa,uz-cyrl,ru'],
  ['*', undefined],
  ['xx, qq-DE, klingon', undefined],
  ['!!,kk, 1;q=2', 'kk'],
  ['a'.repeat(5000), undefined],
] as const;

test.each(languages)('Accept-Language: %s is %s', (header, tags) => {
  const passed = passedOn({ 'accept-language': header })['accept-language'];
  expect(passed).toBe(tags);
  const available = ['en', 'de', 'fr', 'kk', 'zh-Hans', 'zh-Hant'];
  const best = (one: string | undefined) => bestLanguage(wantedLanguages(one), available, 'en');
  expect(best(passed)).toBe(best(header));
});

test('headers that browsers do not send are dropped, and the others stay', () => {
  const passed = passedOn({ origin: 'https://partner.example', 'content-type': 'text/plain' });
  expect(Object.keys(passed).toSorted()).toEqual([
    'content-type',
    'host',
    'origin',
    'x-undersigned-site',
    'x-undersigned-viewer',
  ]);
});

test('every language that a letter can have is known, and written in the script of its region', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((one) => pair + one))];
  const isOwn = (code: string) => Intl.getCanonicalLocales(code)[0] === code;
  const spoken = codes.filter((code) => isOwn(code) && languageName(code) !== undefined);
  expect(spoken.length).toBeGreaterThan(600);
  expect(spoken.filter((code) => passedOn({ 'accept-language': code })['accept-language'] !== code)).toEqual([]);
  const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script;
  const regions = pairs.map((pair) => pair.toUpperCase());
  const other = ['az', 'kk', 'ku', 'pa', 'sr', 'uz', 'zh', 'ar', 'de', 'pt'].flatMap((code) =>
    regions.map((region) => `${code}-${region}`).filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag),
  );
  const wrong = other.filter(
    (tag) => scriptOf(passedOn({ 'accept-language': tag })['accept-language'] ?? 'und') !== scriptOf(tag),
  );
  expect(wrong).toEqual([]);
});

test('spellings of languages give only a few cache keys', () => {
  const regions = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((one) => [
    `de-${one}a`,
    `de-${one}z`,
    `DE-${one}b-x-${one}`,
  ]);
  const keys = new Set(regions.map((tag) => passedOn({ 'accept-language': `${tag},${tag};q=0.5` })['accept-language']));
  expect([...keys]).toEqual(['de']);
});

const list = '/v1/letters/clean-air/signatures';
const signatories = '/clean-air/signatories';
const queries: readonly (readonly [uri: string, query: string, passedOn: string])[] = [
  ['/clean-air', 'fbclid=1&utm_source=x&lang=de-AT&_=2', 'lang=de'],
  ['/clean-air', 'lang=%66%72&lang=en', 'lang=fr'],
  ['/clean-air', 'LANG=de&%6cang=de&__proto__=1&constructor=2', ''],
  ['/clean-air', 'lang=nonsense&partner=lake-watch', 'partner=lake-watch'],
  ['/clean-air', 'partner=Lake%20Watch', 'partner=!'],
  ['/clean-air', 'q=al&cursor=abc&limit=3', ''],
  ['/', 'partner=x&lang=zh-TW', 'lang=zh-tw'],
  ['/clean-air/deliveries/d1', 'lang=FR&x=1&cursor=2', 'lang=fr'],
  ['/clean-air/deliveries/d1/names', 'cursor=2&lang=fr&q=a', 'lang=fr&cursor=2'],
  ['/clean-air/signing-sheet.pdf', 'lang=fr&t=1', 'lang=fr'],
  ['/clean-air/badge.svg', 't=123&lang=uz-Cyrl&partner=x', 'lang=uz-cyrl'],
  ['/v1/letters/clean-air', 'lang=fr&x=1&q=2', 'lang=fr'],
  ['/v1/letters/clean-air/count', 'nocache=1&lang=fr&partner=lake', 'partner=lake'],
  [list, 'limit=050&kind=organisation&order=name', 'order=name&kind=organisation&limit=50'],
  [list, 'limit=201', 'limit=!'],
  [list, 'limit=1e2&kind=ORGANISATION&order=newest%00', 'order=!&kind=!&limit=!'],
  [list, 'q=%20%20Alma%20+%20Ata%20', 'q=alma%20ata'],
  [list, 'q=alma+ata&q=other', 'q=alma%20ata'],
  [list, 'q=%D0%90%D0%BB%D0%BC%D0%B0', `q=${encodeURIComponent('алма')}`],
  [list, 'q=%E0%A4%A', `q=${encodeURIComponent('%e0%a4%a')}`],
  [list, `q=${'y'.repeat(5000)}`, `q=${'x'.repeat(101)}`],
  [list, `cursor=${'A'.repeat(1001)}`, 'cursor=!'],
  [list, 'cursor=WyJuYW1lIiwienp6Il0', 'cursor=WyJuYW1lIiwienp6Il0'],
  [list, 'cursor=../x', 'cursor=!'],
  [list, 'country=kz', 'country=kz'],
  [list, 'country=KZ', 'country=kz'],
  [list, 'lang=de&partner=lake', 'partner=lake'],
  // A form sends its empty fields, too.
  [signatories, 'q=&kind=&country=KZ&partner=x', 'kind=&country=kz&q='],
];

test.each(queries)('the query of %s?%s is %s', (uri, query, passed) => {
  expect(queryOf(uri, query)).toBe(passed);
});

test('a normalised query asks the list for the same', () => {
  const typed = [
    ...[
      'kz',
      'KZ',
      'Kazakhstan',
      'KAZAKHSTAN',
      ' Österreich ',
      'Côte d’Ivoire',
      'Türkiye',
      'usa',
      'Nga',
      'nowhere',
      '🇰🇿',
    ],
    ...['', 'İstanbul', 'ΟΔΟΣ', 'Straße', 'Łódź', 'a'.repeat(99), 'a'.repeat(150), '1', '200', '0', '201', '12'],
    ...['organisation', 'name', 'newest', 'individual'],
  ];
  const meant = (query: URLSearchParams) => {
    const read = listQuery.safeParse(Object.fromEntries(query));
    return read.success ? { ...read.data, ...(read.data.q && { q: foldName(read.data.q) }) } : 'refused';
  };
  for (const word of Object.keys(listQuery.shape).filter((name) => name !== 'cursor')) {
    for (const value of typed) {
      const sent = new URLSearchParams({ [word]: value });
      const passed = new URLSearchParams(queryOf(list, sent.toString()));
      expect(meant(passed), `${word}=${value}`).toEqual(meant(sent));
    }
  }
});

test('requests that are not cached, or change something, pass unchanged', () => {
  const query = 'letter=clean-air&url=https%3A%2F%2Fx.example%2F%3Flang%3Dde&partner=A B&version=1&utm_source=x';
  for (const uri of [
    '/confirm',
    '/oembed',
    '/console',
    '/console/letters',
    '/clean-air/form',
    '/clean-air/changes',
    '/docs',
  ])
    expect(queryOf(uri, query), uri).toBe(query);
  for (const method of ['POST', 'OPTIONS', 'DELETE']) expect(queryOf(list, query, method)).toBe(query);
  const origin = 'https://Partner.example';
  const posted = values.parse(inNode(eventOf(list, '', { origin }, 'POST')));
  expect(readable(posted.headers)['origin']).toBe(origin);
});

test('every address that is never cached and could be taken for a letter is known to the program', () => {
  const words = routesOf.filter((path) => /^\/[^/:*]+$/.test(path)).map((path) => path.slice(1));
  expect(words.length).toBeGreaterThan(5);
  const isFile = (word: string) => /\.(txt|xml|svg|ico)$/.test(word);
  for (const word of words.filter(isFile)) expect(queryOf(`/${word}`, 'x=1&lang=fr'), word).toBe('');
  for (const word of [...words.filter((one) => !isFile(one)), 'console'])
    expect(queryOf(`/${word}`, 'x=1'), word).toBe('x=1');
});

const origins = [
  ['https://partner.example', 'https://partner.example'],
  ['https://sign.example.org', undefined],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://PARTNER.example', 'null'],
  ['https://partner.example/path', 'null'],
  ['https://a@partner.example', 'null'],
  ['null', 'null'],
  ['file://', 'null'],
  [`https://${'a'.repeat(300)}.example`, 'null'],
] as const;

test.each(origins)('Origin: %s is %s', (origin, passed) => {
  expect(passedOn({ origin })['origin']).toBe(passed);
});

describe(`in njs${hasNjs ? '' : ' (not installed here, so this is skipped)'}`, () => {
  test.skipIf(!hasNjs)('every request gives the same result as in Node', () => {
    const requests = [
      {},
      { 'x-undersigned-viewer': '10.0.0.1', 'x-undersigned-site': 'https://elsewhere.example' },
      ...accepted.map(([accept]) => ({ accept })),
      ...languages.map(([header]) => ({ 'accept-language': header })),
    ];
    const events = [
      ...queries.map(([uri, query]) => eventOf(uri, query)),
      ...requests.map((headers) => eventOf('/clean-air', '', headers, 'GET', '2001:db8::1')),
    ];
    // The program changes the event that it is given.
    const copies = structuredClone(events);
    expect(inNjs(copies)).toEqual(JSON.parse(JSON.stringify(events.map(inNode))));
  });
});
