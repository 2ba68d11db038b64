/**
 * For any event from Lambda, strangers get our own answer with our headers, never a failure, and no log holds the
 * input. Both functions with a public address are started as Lambda starts them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { startSecrets } from '../../infra/local/secrets.ts';
import { lambdaHandler, refuseUnreadable } from '../../shared/platform/http/lambda-event.ts';
import { environmentOf, testSecret } from '../fixtures/command-line.ts';
import { eventOf } from '../fixtures/lambda-event.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { freshStore } from '../fixtures/store.ts';
import { openTestLetter } from '../fixtures/world.ts';
import type { FunctionName } from '../infra/roles.ts';

type Event = Awaited<ReturnType<typeof eventOf>> & { cookies?: string[] };

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Take = (event: unknown) => Promise<Answer>;

const answer = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
const whole = z.object({ handler: z.custom<(event: unknown) => unknown>((one) => typeof one === 'function') });
type Stream = (event: unknown, stream: Writable, context: unknown) => Promise<void>;
const streaming = z.object({ handler: z.custom<Stream>((one) => typeof one === 'function') });

/**
 * As in https://github.com/aws/aws-lambda-nodejs-runtime-interface-client: the handler itself, and the prelude first.
 */
const preludes = new Map<Writable, Omit<Answer, 'body'>>();
const awslambda = {
  streamifyResponse: (handler: Stream) => handler,
  HttpResponseStream: {
    from(stream: Writable, prelude: Omit<Answer, 'body'>) {
      preludes.set(stream, prelude);
      return stream;
    },
  },
};

const takes: Record<string, Take> = {};

let dataDir: string;
let secrets: Awaited<ReturnType<typeof startSecrets>>;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'undersigned-events-'));
  secrets = await startSecrets(dataDir, testSecret);
  const store = await freshStore();
  await openTestLetter(store);
  const env = {
    ...environmentOf(store, secrets.endpoint),
    EDGE_SECRET_ID: 'none',
    BUCKET_NAME: 'none',
    MAIL_FROM: 'letters@undersigned.example',
    OPERATOR: 'none',
    OPERATOR_CONTACT: 'none',
    METRIC_NAMESPACE: 'Undersigned',
    SECRETARIAT_EMAIL: 'office@secretariat.example',
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  // They read the environment, and whether Lambda streams, when loaded.
  const load = async () => {
    vi.resetModules();
    return {
      publicApi: await import('../../functions/public-api/handler.ts'),
      secretariat: await import('../../functions/secretariat/handler.ts'),
    };
  };
  const taking = (name: FunctionName, loaded: unknown): Take => {
    const { handler } = whole.parse(loaded);
    return async (event) => answer.parse(await asFunction(name, async () => handler(event)));
  };
  const { publicApi, secretariat } = await load();
  takes['public API'] = taking('public-api', publicApi);
  takes['console'] = taking('secretariat', secretariat);
  vi.stubGlobal('awslambda', awslambda);
  const { handler } = streaming.parse((await load()).secretariat);
  takes['console that streams'] = async (event) => {
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(Buffer.from(piece));
        done();
      },
    });
    await asFunction('secretariat', () => handler(event, stream, {}));
    return answer.parse({ ...preludes.get(stream), body: Buffer.concat(pieces).toString() });
  };
});
afterAll(async () => {
  await secrets.stop();
  rmSync(dataDir, { recursive: true });
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const logged: string[] = [];
beforeAll(() => {
  const keep = (...said: unknown[]) => {
    logged.push(said.map((one) => (one instanceof Error ? `${one.stack} ${one.cause}` : String(one))).join(' '));
    return true;
  };
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => keep(chunk));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => keep(chunk));
});
afterAll(() => vi.restoreAllMocks());
afterEach(() => {
  logged.length = 0;
});

/** Part of all input, so it must not appear in any log line. */
const mark = 'grusha7f3a';

async function expectOurs(take: Take, event: unknown): Promise<Answer> {
  logged.length = 0;
  const given = await take(event);
  expect(given.statusCode, JSON.stringify(event)).toBeLessThan(500);
  expect(given.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'strict-transport-security': expect.stringContaining('max-age='),
    'referrer-policy': expect.any(String),
  });
  if (given.statusCode >= 400) {
    expect(given.headers['content-type']).toMatch(/^(application\/problem\+json|text\/html)\b/);
  }
  expect(logged.join('\n')).not.toContain(mark);
  return given;
}

const sound = (path: string, init: RequestInit = {}): Promise<Event> =>
  eventOf(new Request(`https://sign.example.org${path}`, init));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '\r\nset-cookie: a=b',
    '\ud800',
    '%',
    '%ff',
    '%00',
    '//',
    '/\\',
    '?',
    '#',
    '@',
    ':',
    ' ',
    '[::1',
    '..%2f',
  ),
);
const hostile = fc.tuple(anyText, anyText).map(([before, after]) => `${before}${mark}${after}`);
const path = fc.oneof(
  hostile,
  hostile.map((text) => `/${text}`),
  fc
    .constantFrom('/clean-air', '/v1/letters', '/confirm', '/console', '/console/letters', '/v1/admin/letters')
    .chain((start) => hostile.map((text) => `${start}/${text}`)),
);
const headerName = fc.constantFrom(
  ...['accept', 'accept-language', 'content-type', 'content-length', 'cookie', 'host', 'origin', 'authorization'],
  ...[
    'idempotency-key',
    'x-undersigned-viewer',
    'x-undersigned-site',
    'accept-encoding',
    'transfer-encoding',
    'if-none-match',
  ],
);
const edits = fc.record(
  {
    rawPath: path,
    rawQueryString: hostile,
    headers: fc.dictionary(fc.oneof(headerName, hostile), hostile, { maxKeys: 4 }),
    cookies: fc.array(hostile, { maxLength: 3 }),
    body: fc.oneof(
      hostile,
      hostile.map((text) => Buffer.from(text).toString('base64')),
    ),
    isBase64Encoded: fc.boolean(),
    method: fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'CONNECT',
      'TRACK',
      'get',
      '',
      ' ',
      'Gräß',
    ),
    domainName: fc.oneof({ weight: 4, arbitrary: fc.constant('sign.example.org') }, { weight: 1, arbitrary: hostile }),
  },
  { requiredKeys: [] },
);

const functions = ['public API', 'console', 'console that streams'];
const takeOf = (name: string): Take => {
  const take = takes[name];
  if (!take) throw new Error(`there is no ${name}`);
  return take;
};
const start: Readonly<Record<string, string>> = { 'public API': '/clean-air', console: '/console/sign-in' };

describe.each(functions)('%s', (name) => {
  const base = (init?: RequestInit) => sound(start[name] ?? '/console/sign-in', init);

  test('answers an event as AWS makes them', async () => {
    expect((await expectOurs(takeOf(name), await base())).statusCode).toBe(200);
  });

  test('answers hostile events like all others', async () => {
    const event = await base();
    await fc.assert(
      fc.asyncProperty(edits, async ({ method, domainName, headers, ...edit }) => {
        const http = { ...event.requestContext.http, ...(method === undefined ? {} : { method }) };
        const requestContext = { ...event.requestContext, http, ...(domainName === undefined ? {} : { domainName }) };
        await expectOurs(takeOf(name), {
          ...event,
          ...edit,
          headers: { ...event.headers, ...headers },
          requestContext,
        });
      }),
      { numRuns: 300 },
    );
  });

  // Each of these made Hono's adapter answer by itself.
  test.each<[string, (event: Event) => object]>([
    ['a body that is no base64', (event) => ({ ...event, method: 'POST', body: `${mark}*`, isBase64Encoded: true })],
    ['a body with GET', (event) => ({ ...event, body: mark })],
    ['a header that no request has', (event) => ({ ...event, headers: { [`a ${mark}`]: 'b' } })],
    ['a header with a line end', (event) => ({ ...event, headers: { accept: `a\n${mark}` } })],
    ['a header with half a character', (event) => ({ ...event, headers: { accept: `\ud800${mark}` } })],
    ['a cookie of another alphabet', (event) => ({ ...event, cookies: [`я=${mark}`] })],
    ['a host that is none', (event) => withContext(event, { domainName: `[${mark}` })],
    ['a path that belongs to the host', (event) => ({ ...event, rawPath: `:${mark}` })],
    ['a path that makes the host a user', (event) => ({ ...event, rawPath: `@${mark}.example/` })],
    ['a method that no request has', (event) => withContext(event, { http: { method: `${mark} a` } })],
    ['a method that is not allowed anywhere', (event) => withContext(event, { http: { method: 'TRACE' } })],
    ['no headers', ({ headers: _, ...event }) => event],
    ['no context', ({ requestContext: _, ...event }) => event],
  ])('refuses %s', async (_, edit) => {
    const { statusCode, headers, body } = await expectOurs(takeOf(name), edit(await base()));
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toContain('malformed-request');
    expect(body).not.toContain(mark);
  });
});

test('an app that fails as a whole still gives an answer, and its error is not logged in full', async () => {
  const app = new Hono();
  app.use(refuseUnreadable);
  const { fetch } = app;
  vi.spyOn(app, 'fetch').mockRejectedValueOnce(new RangeError(mark)).mockImplementation(fetch);
  const { statusCode, body } = await lambdaHandler(app)(await sound('/clean-air'));
  expect(statusCode).toBe(500);
  expect(body).toContain('undersigned:internal');
  expect(logged.join('\n')).toContain('RangeError');
  expect(logged.join('\n')).not.toContain(mark);
});

function withContext({ requestContext, ...event }: Event, edit: object): object {
  return { ...event, requestContext: { ...requestContext, ...edit } };
}
