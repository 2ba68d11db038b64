/** The program that runs at the edge: what it makes of a request means the same to the API. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { wantsPage } from '../../functions/public-api/negotiate.ts';
import { bestLanguage, wantedLanguages } from '../../shared/text/language.ts';

const source = readFileSync(join(import.meta.dirname, '..', '..', 'infra', 'viewer-request.js'), 'utf8');
const values = z.object({ headers: z.record(z.string(), z.object({ value: z.string() })) });

/** A program as CloudFront calls it: with an event, for a request. */
type Engine = (event: object) => unknown;

const inNode: Engine = (event) => runInContext(`${source};handler(event)`, createContext({ event }));

/** The engine that CloudFront's descends from: `apt-get install njs`. */
const inNjs: Engine = (event) => {
  const program = `${source};console.log(JSON.stringify(handler(${JSON.stringify(event)})))`;
  const { stdout, stderr, status } = spawnSync('njs', ['-c', program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`njs: ${stdout}${stderr}`);
  return JSON.parse(stdout);
};
const hasNjs = spawnSync('njs', ['-v']).status === 0;

/** @returns the headers as the edge passes them on */
function passedOn(more: Record<string, string>, ip = '203.0.113.5', engine = inNode): Record<string, string> {
  const headers = { host: 'sign.example.org', ...more };
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
  const request = engine({ viewer: { ip }, request: { method: 'GET', uri: '/clean-air', headers: sent } });
  return Object.fromEntries(Object.entries(values.parse(request).headers).map(([name, { value }]) => [name, value]));
}

test('the viewer is the one of the connection, whatever a client writes', () => {
  expect(passedOn({ 'x-undersigned-viewer': '10.0.0.1' }, '2001:db8::1')['x-undersigned-viewer']).toBe('2001:db8::1');
});

test('the site is the one that was asked, whatever a client writes', () => {
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
  ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de-de,de,en-us,en'],
  ['en;q=0.1, zh-TW ;q=0.9', 'zh-tw,en'],
  ['fr;q=0, en', 'en'],
  ['*', ''],
  ['!!,kk, 1;q=2', 'kk'],
  ['a'.repeat(5000), ''],
] as const;

test.each(languages)('Accept-Language: %s is %s', (header, tags) => {
  const passed = passedOn({ 'accept-language': header })['accept-language'];
  expect(passed).toBe(tags);
  const available = ['en', 'de', 'fr', 'kk', 'zh-Hans', 'zh-Hant'];
  const best = (one: string | undefined) => bestLanguage(wantedLanguages(one), available, 'en');
  expect(best(passed)).toBe(best(header));
});

test('what a browser does not send stays away, and its other headers stay', () => {
  const passed = passedOn({ origin: 'https://partner.example', 'content-type': 'text/plain' });
  expect(Object.keys(passed).toSorted()).toEqual([
    'content-type',
    'host',
    'origin',
    'x-undersigned-site',
    'x-undersigned-viewer',
  ]);
});

describe(`in njs${hasNjs ? '' : ' (not installed here, so this is skipped)'}`, () => {
  test.skipIf(!hasNjs)('the same becomes of every request as in Node', () => {
    const requests = [
      {},
      { 'x-undersigned-viewer': '10.0.0.1', 'x-undersigned-site': 'https://elsewhere.example' },
      ...accepted.map(([accept]) => ({ accept })),
      ...languages.map(([header]) => ({ 'accept-language': header })),
    ];
    for (const headers of requests)
      expect(passedOn(headers, '2001:db8::1', inNjs)).toEqual(passedOn(headers, '2001:db8::1'));
  });
});
