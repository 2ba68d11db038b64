import { expect, it } from 'vitest';
import { webOrigin } from '../../shared/partner/origin.ts';

it.each([
  ['https://radio.example', 'https://radio.example'],
  ['https://radio.example/', 'https://radio.example'],
  [' https://Radio.Example ', 'https://radio.example'],
  ['https://radio.example:443', 'https://radio.example'],
  ['https://radio.example:8443', 'https://radio.example:8443'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://localhost:5500', 'http://localhost:5500'],
  ['http://127.0.0.1:5500', 'http://127.0.0.1:5500'],
  ['http://site.localhost', 'http://site.localhost'],
])('%s is the origin %s', (typed, origin) => {
  expect(webOrigin.parse(typed)).toBe(origin);
});

it.each([
  'http://radio.example',
  'https://radio.example/page',
  'https://radio.example?x',
  'https://radio.example#x',
  'https://user:secret@radio.example',
  'https://*.radio.example',
  'https://*',
  '*',
  'null',
  'radio.example',
  'https://radio',
  'https://203.0.113.5',
  'https://[::1]:8443',
  "https://a.example;script-src'unsafe-inline'",
  "https://a';b.example",
  'https://a.example https://b.example',
  'javascript:alert(1)',
  'file:///etc',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
])("%s cannot be a partner's origin", (typed) => {
  expect(webOrigin.safeParse(typed).success).toBe(false);
});
