/**
 * One-click unsubscribing as Gmail does it (https://support.google.com/a/answer/81126, RFC 8058): the address is taken from
 * the headers of the raw mail, and the bundle that runs on Lambda gets the POST as CloudFront passes it on.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { bundleFolder } from '../../infra/build/bundle.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { environmentOf, testSecret } from '../fixtures/command-line.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { sendEverything, updateMails } from '../fixtures/updates.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const secret = z.object({ masterKey: z.string() });
const answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
});
const entry = z.object({ handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>() });
const sent = z.object({ RawMessage: z.object({ Data: z.instanceof(Uint8Array) }) });
const letter = letterSlug.parse('clean-air');
const folder = mkdtempSync(join(tmpdir(), 'undersigned-one-click-'));

let secrets: Awaited<ReturnType<typeof startSecrets>>;
let world: World;
let reader: Awaited<ReturnType<typeof sign>>;
/** The header lines of the update, unfolded. */
let headers: string[];
let call: (path: string, more: { method: string; headers?: object; body?: string }) => Promise<z.infer<typeof answer>>;

beforeAll(async () => {
  const store = await freshStore();
  secrets = await startSecrets(folder, testSecret);
  const { masterKey } = secret.parse(JSON.parse(readFileSync(join(folder, 'secret.json'), 'utf8')));
  const environment = {
    ...environmentOf(store, secrets.endpoint),
    EDGE_SECRET_ID: testSecret,
    BUCKET_NAME: 'none',
    MAIL_FROM: 'letters@undersigned.example',
    OPERATOR: 'none',
    OPERATOR_CONTACT: 'none',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  // A copy, since test files share a process, and another may have started the bundle with its own settings.
  const copy = join(folder, 'public-api');
  cpSync(bundleFolder('public-api'), copy, { recursive: true });
  const { handler } = entry.parse(await import(pathToFileURL(join(copy, 'index.mjs')).href));
  call = async (path, { method, headers: more = {}, body }) =>
    answer.parse(
      await handler(
        {
          version: '2.0',
          routeKey: '$default',
          rawPath: path,
          rawQueryString: '',
          headers: { 'x-undersigned-edge': masterKey, 'x-undersigned-viewer': '203.0.113.5', ...more },
          requestContext: {
            domainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws',
            http: { method, path, protocol: 'HTTP/1.1', sourceIp: '198.51.100.7' },
          },
          // Lambda passes forms in base64.
          body: body === undefined ? undefined : Buffer.from(body).toString('base64'),
          isBase64Encoded: body !== undefined,
        },
        {},
      ),
    );

  const hashes = deriveKeys(masterKey);
  world = makeWorld(store, undefined, undefined, { hashes });
  await openTestLetter(store);
  const raw: string[] = [];
  world.mailing.ses.middlewareStack.add(
    (next) => async (args) => {
      raw.push(Buffer.from(sent.parse(args.input).RawMessage.Data).toString('utf8'));
      return next(args);
    },
    { step: 'initialize', name: 'keepRaw', priority: 'high' },
  );
  reader = await sign(world, endorsement(1, { consents: { publication: true, updates: true, partner: true } }));
  const now = new Date(world.clock.now);
  const fields = updateFields.parse({ texts: { en: { subject: 'Shore power', text: 'News.' } } });
  const update = await writeUpdate({ store, letter, by: commandLine, now }, fields);
  await sendUpdate({ store, update, by: commandLine, now }, now, false);
  await sendEverything({ ...world, hashes });
  expect(updateMails(world)).toHaveLength(1);
  headers = (raw.at(-1)?.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await secrets.stop();
  rmSync(folder, { recursive: true });
});

const header = (name: string) => headers.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
const address = () => new URL(/<(https:[^>]+)>/.exec(header('List-Unsubscribe')[0] ?? '')?.[1] ?? '');
const form = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Gmail' };

it('is offered in the headers of the raw mail', () => {
  expect(header('List-Unsubscribe')).toEqual([
    expect.stringMatching(/^List-Unsubscribe: <https:\/\/sign\.example\.org\/clean-air\/unsubscribe\/[a-z0-9]{46}>$/),
  ]);
  expect(header('List-Unsubscribe-Post')).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
  expect(header('List-ID')[0]).toContain('clean-air.updates.sign.example.org');
  expect(address().href).toMatch(/^[\x21-\x7e]+$/);
  expect(address().search + address().hash).toBe('');
  expect(address().origin).toBe(publicUrl);
});

it('does nothing when the address is only opened, as a scanner of links does', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await call(address().pathname, { method });
  expect((await recordOf(world, reader)).consents.updates).toBe(true);
});

it.each([
  ['as RFC 8058 asks', { headers: form, body: 'List-Unsubscribe=One-Click' }],
  [
    'again, by another mail program, as multipart',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    },
  ],
  ['by one that sends nothing', { headers: {} }],
] as const)('ends the updates at once, without a cookie and without a redirect: %s', async (_, request) => {
  const done = await call(address().pathname, { method: 'POST', ...request });
  expect(done.statusCode).toBe(200);
  expect(done.cookies ?? []).toEqual([]);
  for (const name of ['set-cookie', 'location', 'refresh']) expect(Object.keys(done.headers)).not.toContain(name);
  expect(done.headers['cache-control']).toContain('no-store');
  expect((await recordOf(world, reader)).consents).toEqual({ publication: true, updates: false, partner: true });
});
