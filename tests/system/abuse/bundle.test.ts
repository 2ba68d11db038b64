import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { challenge } from '../../../functions/public-api/sign/proof.ts';
import { bundleFolder } from '../../../infra/build/bundle.ts';
import type { Engine } from '../../../infra/local/engine.ts';
import { startSecrets } from '../../../infra/local/secrets.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { environmentOf, testSecret } from '../../fixtures/command-line.ts';
import { solve } from '../../fixtures/proof.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, openTestLetter } from '../../fixtures/world.ts';

const secret = z.object({ masterKey: z.string() });
const answer = z.object({ statusCode: z.number(), body: z.string() });
const entry = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() });
const folder = mkdtempSync(join(tmpdir(), 'undersigned-bundle-'));
let store: Store;
let secrets: Engine;
let call: (
  method: string,
  path: string,
  more?: { body?: unknown; from?: string; edge?: string },
) => Promise<z.infer<typeof answer>>;

beforeAll(async () => {
  store = await freshStore();
  await openTestLetter(store);
  secrets = await startSecrets(folder, testSecret);
  const environment = {
    ...environmentOf(store, secrets.endpoint),
    // Any secret will do: its values are compared.
    EDGE_SECRET_ID: testSecret,
    BUCKET_NAME: 'none',
    MAIL_FROM: 'letters@undersigned.example',
    OPERATOR: 'none',
    OPERATOR_CONTACT: 'none',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { handler } = entry.parse(await import(pathToFileURL(join(bundleFolder('public-api'), 'index.mjs')).href));
  const { masterKey } = secret.parse(JSON.parse(readFileSync(join(folder, 'secret.json'), 'utf8')));
  call = async (method, path, { body, from = '203.0.113.5', edge = masterKey } = {}) => {
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: '',
      headers: {
        host: 'sign.example.org',
        'content-type': 'application/json',
        'x-undersigned-edge': edge,
        'x-undersigned-viewer': from,
        // The client's value comes first in this header, and each hop appends to it.
        'x-forwarded-for': `10.0.0.${Math.floor(Math.random() * 250)}, ${from}`,
      },
      requestContext: {
        domainName: 'sign.example.org',
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.7' },
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      isBase64Encoded: false,
    };
    return answer.parse(await handler(event, {}));
  };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await secrets.stop();
  rmSync(folder, { recursive: true });
});

const path = '/v1/letters/clean-air/signatures';

it('the bundle issues challenges and accepts their solutions when run as on Lambda', async () => {
  const { statusCode, body } = await call('GET', '/v1/challenge');
  expect(statusCode).toBe(200);
  const proof = await solve(challenge.parse(JSON.parse(body)));
  expect(await call('POST', path, { body: endorsement(1, { proof }), from: '192.0.2.1' })).toMatchObject({
    statusCode: 202,
  });
  // Solved faster than a person can: the flag proves that the solution was read and not taken for a forgery.
  expect(await recordsOf(store)).toMatchObject([{ screening: '-t---' }]);
});

it('the bundle includes the files that partner sites load', async () => {
  const { statusCode, body } = await call('GET', '/embed/v1.js');
  expect(statusCode).toBe(200);
  expect(body).toContain('sign-on-');
});

it('the bundle only answers the edge', async () => {
  const { statusCode, body } = await call('GET', '/health', { edge: 'x'.repeat(44) });
  expect(statusCode).toBe(403);
  expect(body).toContain('not-through-edge');
  expect(await call('GET', '/health')).toMatchObject({ statusCode: 200 });
});

it('the bundle identifies networks by the viewer address that the edge passes on', async () => {
  for (let number = 10; number < 21; number += 1) {
    expect((await call('POST', path, { body: endorsement(number) })).statusCode).toBe(202);
  }
  const flags = (await recordsOf(store)).map(({ screening }) => screening);
  expect(flags.filter((flag) => flag === '----c')).toHaveLength(1);
});
