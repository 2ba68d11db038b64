/**
 * One-click unsubscribing as Gmail does it (https://support.google.com/a/answer/81126, RFC 8058): the address is taken from
 * the headers of the raw mail, and the bundle that runs on Lambda gets the POST as CloudFront passes it on.
 */
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { secretsWith } from '../fixtures/command-line.ts';
import { publicApiBundle } from '../fixtures/public-api-bundle.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { sendEverything, updateMails } from '../fixtures/updates.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const sent = z.object({ RawMessage: z.object({ Data: z.instanceof(Uint8Array) }) });
const letter = letterSlug.parse('clean-air');
const secrets = await secretsWith();

let world: World;
let reader: Awaited<ReturnType<typeof sign>>;
/** The header lines of the update, unfolded. */
let headers: string[];
let call: Awaited<ReturnType<typeof publicApiBundle>>;

beforeAll(async () => {
  const store = await freshStore();
  call = await publicApiBundle(store, secrets);
  const hashes = deriveKeys(secrets.masterKey);
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
