/** Strangers' request bodies: reading is limited, and the work grows at most linearly with their length. */
import { Hono } from 'hono';
import { afterEach, expect, it, vi } from 'vitest';
import { readForm } from '../../functions/secretariat/form.ts';
import { readBody } from '../../shared/platform/http/body.ts';
import { parseFormPairs } from '../../shared/platform/http/form-pairs.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../fixtures/world.ts';

afterEach(() => void vi.restoreAllMocks());

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const megabytes = 5 * 1024 * 1024;

/** An app with one route of each kind, as members and partners' pages reach them. */
const app = new Hono();
app.post('/form', async (c) => {
  const form = await readForm(c);
  return c.json('problem' in form ? form : { fields: Object.keys(form.fields).length });
});
app.post('/body', async (c) => c.json(await readBody(c)));

const send = async (path: string, body: string): Promise<unknown> =>
  (await app.request(path, { method: 'POST', headers: urlencoded, body })).json();

const bytes = (text: string) => new TextEncoder().encode(text);

/** @returns how often something is decoded while a form is parsed */
function decodings(body: Uint8Array, most: number): number {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  parseFormPairs(body, most);
  const { length } = decode.mock.calls;
  decode.mockRestore();
  return length;
}

it('decodes each name and value of a form once, and nothing of a form with too many', () => {
  for (const fields of [1, 10, 100, 1000]) {
    expect(decodings(bytes(Array.from({ length: fields }, (_, i) => `f${i}=v`).join('&')), 1000)).toBe(2 * fields);
  }
  for (const body of ['a&', '&', '=&', '%&', '%zz=&']) {
    expect(decodings(bytes(body.repeat(megabytes / body.length)), 500)).toBe(0);
  }
});

it('refuses too many fields, from anybody and in each form encoding', async () => {
  expect(await send('/form', 'a&'.repeat(megabytes / 2))).toEqual({ problem: 'body-too-large' });
  expect(await send('/form', 'a&'.repeat(400))).toEqual({ fields: 0 });
  expect(await send('/body', 'a.b=c&'.repeat(101))).toMatchObject({ problem: 'body-too-large' });
  const parts = new FormData();
  for (let i = 0; i < 499; i += 1) parts.append(`part${i}`, 'x');
  expect(await (await app.request('/form', { method: 'POST', body: parts })).json()).toEqual({ fields: 499 });
  for (let i = 0; i < 20; i += 1) parts.append(`more${i}`, 'x');
  expect(await (await app.request('/form', { method: 'POST', body: parts })).json()).toMatchObject({
    problem: 'body-too-large',
  });
});

it('stops reading at the first byte over the limit, when no length is declared and when it is wrong', async () => {
  const endless = (headers: Record<string, string>) => {
    const given = { chunks: 0 };
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given.chunks += 1;
        if (given.chunks > 100) throw new Error('read on for ever');
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = new Request('http://localhost/body', {
      method: 'POST',
      headers: { ...urlencoded, ...headers },
      body,
      duplex: 'half',
    });
    return { given, answer: app.request(request) };
  };
  for (const headers of [{}, { 'content-length': '3' }]) {
    const { given, answer } = endless(headers);
    expect(await (await answer).json()).toMatchObject({ problem: 'body-too-large' });
    expect(given.chunks).toBeLessThan(40);
  }
});

it('reads at most four kilobytes from a stranger at the console', async () => {
  const world = makeWorld(await freshStore());
  const signIn = (body: string) =>
    world.secretariat.app.request('/console/sign-in', { method: 'POST', headers: urlencoded, body });
  const padded = (length: number) => `email=a@b.example&x=${'x'.repeat(length)}`;
  expect((await signIn(padded(3000))).status).toBe(200);
  expect((await signIn(padded(4096))).status).toBe(422);
  for (const path of ['/manage', '/confirm']) {
    const answer = await world.app.request(path, {
      method: 'POST',
      headers: { ...urlencoded, accept: 'application/json' },
      body: padded(4096),
    });
    expect(answer.status).toBe(413);
  }
});

it.each(['[', '{"a":'])('refuses deeply nested JSON (%s), with a problem or a page', async (open) => {
  const deep = open.repeat(5_000);
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  for (const accept of ['application/json', 'text/html']) {
    for (const path of ['/v1/letters/clean-air/signatures', '/clean-air/dispute']) {
      const headers = { 'content-type': 'application/json', accept };
      const close = open === '[' ? ']' : '}';
      for (const body of [deep, `${deep}1${close.repeat(5_000)}`]) {
        const answer = await world.app.request(path, { method: 'POST', headers, body });
        expect([400, 422]).toContain(answer.status);
      }
    }
  }
  // Brackets within a string do not nest.
  const bracketed = endorsement(1, { comment: `${'['.repeat(200)}"\\` });
  expect((await world.submit('clean-air', bracketed)).status).toBe(202);
});

it.each([
  ['a=1&a=2&b=&=c&d', { a: '2', d: '' }],
  ['a=%E2%82%AC+%26%3D&b=%', { a: '€ &=', b: '%' }],
  ['a=%ef%bb%bfx', { a: '\ufeffx' }],
])('parses %s as browsers mean it', (body, expected) => {
  const form = parseFormPairs(bytes(body), 10);
  expect(form?.pairs).toEqual([...new URLSearchParams(body)]);
  expect(Object.fromEntries(form?.pairs ?? [])).toMatchObject(expected);
});

it('reads anything that is not UTF-8 as windows-1252, and says so', () => {
  expect(parseFormPairs(bytes('name=J%FCrgen+%80'), 10)).toEqual({
    pairs: [['name', 'Jürgen €']],
    charset: 'windows-1252',
  });
  expect(parseFormPairs(Uint8Array.from([0x61, 0x3d, 0xfc]), 10)?.pairs).toEqual([['a', 'ü']]);
});
