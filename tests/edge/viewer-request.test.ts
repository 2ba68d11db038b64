/** The program that runs at the edge: what it makes of a request means the same to the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { wantsPage } from '../../functions/public-api/negotiate.ts';
import { bestLanguage, wantedLanguages } from '../../shared/text/language.ts';

const source = readFileSync(join(import.meta.dirname, '..', '..', 'infra', 'viewer-request.js'), 'utf8');
const values = z.object({ headers: z.record(z.string(), z.object({ value: z.string() })) });

/** @returns the headers as the edge passes them on */
function passedOn(more: Record<string, string>, ip = '203.0.113.5'): Record<string, string> {
  const headers = { host: 'sign.example.org', ...more };
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
  const event = { viewer: { ip }, request: { method: 'GET', uri: '/clean-air', headers: sent } };
  const request: unknown = runInContext(`${source};handler(event)`, createContext({ event }));
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

test.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'text/html'],
  ['application/json', 'application/json'],
  ['application/problem+json, application/json', 'application/json'],
  ['application/json, text/html', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['image/avif,image/webp,*/*;q=0.8', '*/*'],
  ['*/*', '*/*'],
  ['x'.repeat(2000), '*/*'],
])('Accept: %s is %s', async (accept, form) => {
  expect(passedOn({ accept })['accept']).toBe(form);
  const app = new Hono().get('*', (c) => c.text(String(wantsPage(c))));
  for (const path of ['/clean-air', '/v1/letters/clean-air']) {
    const answers = await Promise.all([accept, form].map((one) => app.request(path, { headers: { accept: one } })));
    const [asSent, asPassedOn] = await Promise.all(answers.map((answer) => answer.text()));
    expect(asPassedOn).toBe(asSent);
  }
});

test.each([
  ['de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'de-de,de,en-us,en'],
  ['en;q=0.1, zh-TW ;q=0.9', 'zh-tw,en'],
  ['fr;q=0, en', 'en'],
  ['*', ''],
  ['!!,kk, 1;q=2', 'kk'],
  ['a'.repeat(5000), ''],
])('Accept-Language: %s is %s', (header, tags) => {
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
