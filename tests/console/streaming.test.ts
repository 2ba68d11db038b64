/** The console as Lambda runs it with streaming: the function's wrapper, with Lambda's part simulated here. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { maskStreamErrors } from '../../functions/secretariat/mask-stream-errors.ts';
import { environmentOf } from '../fixtures/command-line.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { freshStore } from '../fixtures/store.ts';

interface Prelude {
  statusCode: number;
  headers: Record<string, string>;
  cookies: string[];
}
type Streaming = (event: unknown, stream: Writable, context: unknown) => Promise<void>;

/** As in https://github.com/aws/aws-lambda-nodejs-runtime-interface-client: the prelude first, then the body. */
const preludes: Prelude[] = [];
const awslambda = {
  streamifyResponse: (handle: Streaming) => handle,
  HttpResponseStream: {
    from: (stream: Writable, prelude: Prelude) => {
      preludes.push(prelude);
      return stream;
    },
  },
};

let handler: Streaming;
beforeAll(async () => {
  Object.assign(process.env, environmentOf(await freshStore()), {
    SECRET_ID: 'none',
    EDGE_SECRET_ID: 'none',
    BUCKET_NAME: 'none',
    PUBLIC_URL: 'edge',
    MAIL_FROM: 'letters@undersigned.example',
    SECRETARIAT_EMAIL: 'office@secretariat.example',
  });
  Reflect.set(globalThis, 'awslambda', awslambda);
  ({ handler } = z
    .object({ handler: z.custom<Streaming>((value) => typeof value === 'function') })
    .parse(await import('../../functions/secretariat/handler.ts')));
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'awslambda');
});

/** @returns the answer that a function URL would give */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Prelude & { text: string }> {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _, done) {
      pieces.push(Buffer.from(piece));
      done();
    },
  });
  const http = { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.7', userAgent: 'test' };
  const requestContext = { domainName: 'id.lambda-url.eu-central-1.on.aws', http };
  const event = { version: '2.0', rawPath: path, rawQueryString: '', headers, requestContext, isBase64Encoded: false };
  await asFunction('secretariat', () => handler(event, stream, {}));
  const prelude = preludes.pop();
  if (!prelude) throw new Error('there was no prelude');
  return { ...prelude, text: Buffer.concat(pieces).toString() };
}

const site = { 'x-undersigned-site': 'https://sign.example.org' };

it('answers with a page, its status and its headers', async () => {
  const { statusCode, headers, text } = await ask('/console/sign-in', site);
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=UTF-8' });
  expect(text).toMatch(/<\/html>$/);
});

it('redirects visitors who are not signed in to the sign-in page, with an empty body', async () => {
  const { statusCode, headers, text } = await ask('/console', site);
  expect({ statusCode, location: headers['location'], text }).toEqual({
    statusCode: 303,
    location: '/console/sign-in',
    text: '',
  });
});

it.each([{}, { 'x-undersigned-site': 'http://sign.example.org' }, { 'x-undersigned-site': 'https://a/b"c' }])(
  'serves no site that the edge did not name: %j',
  async (headers) => {
    expect((await ask('/console/sign-in', headers)).statusCode).toBe(403);
  },
);

it('reveals nothing about the reason when an answer breaks off', async () => {
  const secret = 'grusha@mail.example';
  const half = new TextEncoder().encode('half');
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      if (pulled > 1) throw new Error(secret);
      controller.enqueue(half);
    },
  });
  const answer = maskStreamErrors(new Response(body, { headers: { 'x-kept': 'yes' } }));
  expect(answer.headers.get('x-kept')).toBe('yes');
  await expect(answer.text()).rejects.toThrow(/^the response ended early$/);
});
