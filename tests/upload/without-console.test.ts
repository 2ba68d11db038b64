/** Files added without the console: through the API and with the command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { makeApiKey } from '../../functions/secretariat/members/api-key.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { newAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import { letterSlug } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { linkTo, listKeys, readObject } from '../../shared/platform/bucket/bucket.ts';
import { uploadForm } from '../../shared/platform/bucket/form.ts';
import { listDueUploads } from '../../shared/upload/due.ts';
import { readUploads } from '../../shared/upload/storage.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { addTestMember, grantsOf } from '../fixtures/members.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { pdf, photo, place } from '../fixtures/pictures.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const folder = mkdtempSync(join(tmpdir(), 'undersigned-files-'));
const today = new Date().toISOString().slice(0, 10);
let world: World;
let bucket: Awaited<ReturnType<typeof freshBucket>>;
let key: string;

beforeAll(async () => {
  // The command lines go by the clock of the machine.
  world = makeWorld(await freshStore(), { now: Date.now() });
  bucket = await freshBucket();
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await makeReadyDelivery(world, { kind: 'interim' });
  world.api.files.form = async (wanted) => uploadForm(bucket, wanted, new Date());
  world.api.files.link = (file, name) => linkTo(bucket, file, name);
  world.api.linkToFile = (file, name) => linkTo(bucket, file, name);
  const { id: madeBy } = await addTestMember(world, 'machines@secretariat.example', grantsOf('owner'));
  const made = await makeApiKey(
    world.store,
    { name: 'Key', scopes: ['letter.read', 'letter.write'], letter: slug, madeBy, expiresAt: '2099-01-01T00:00:00Z' },
    (subject) => ({ by: { kind: 'member', id: madeBy }, did: 'key.made', scope: slug, subject }),
    new Date(),
  );
  key = made.shown;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Works on what is due, as the document function does. */
async function work(): Promise<void> {
  const now = () => new Date(world.clock.now);
  for (const due of await listDueUploads(world.store))
    await asFunction('document', () => cleanUpload({ store: world.store, bucket, now }, due));
}

async function call(method: string, path: string, body?: unknown) {
  const response = await world.secretariat.app.request(`/v1/admin/letters/${slug}/files${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : z.looseObject({}).parse(JSON.parse(text)) };
}

const started = z.object({
  file: z.object({ id: z.string() }),
  form: z.object({ action: z.string(), fields: z.record(z.string(), z.string()), maxBytes: z.number() }),
});

/** Sends a file as a program does. @returns its id */
async function send(target: unknown, bytes: Uint8Array): Promise<string> {
  const begun = await call('POST', '', target);
  expect(begun.status).toBe(201);
  const { file, form } = started.parse(begun.body);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form.fields)) fields.set(name, value);
  fields.set('file', new File([bytes.slice()], 'x'));
  expect((await fetch(form.action, { method: 'POST', body: fields })).status).toBe(201);
  const arrived = await call('POST', `/${file.id}/arrived`);
  expect([arrived.status, arrived.body]).toEqual([200, expect.objectContaining({ state: 'checking' })]);
  await work();
  return file.id;
}

async function answerOf(): Promise<string> {
  const now = new Date(world.clock.now);
  const next = await newAnswer({ from: 'The Mayor', receivedOn: today, language: 'en', text: 'Yes.' }, now);
  await writeAnswer(world.store, slug, { before: undefined, next, by: commandLine }, now);
  return next.id;
}

it('the API adds the file of an answer, which is public once it says so, and deletes it', async () => {
  const answer = await answerOf();
  const id = await send({ kind: 'answer', answer }, pdf());
  const kept = await call('GET', `/${id}`);
  expect(kept.body).toMatchObject({ state: 'kept', type: 'application/pdf', isPublic: false, target: { answer } });
  const download = await fetch(z.string().parse(kept.body?.['link']));
  expect(Buffer.from(await download.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/);
  expect((await world.app.request(`/${slug}/file/${id}`)).status).toBe(404);

  expect((await call('PUT', `/${id}/public`, { isPublic: true })).body).toMatchObject({ isPublic: true });
  expect((await world.app.request(`/${slug}/file/${id}`)).status).toBe(302);
  expect((await call('GET', '')).body).toMatchObject({ items: [{ id, isPublic: true }] });

  expect((await call('DELETE', `/${id}`)).status).toBe(204);
  await work();
  expect((await call('GET', `/${id}`)).status).toBe(404);
  expect(await listKeys(bucket, '')).toEqual([]);
});

it('the API says why a file is refused, and takes none for a place that does not exist', async () => {
  const id = await send({ kind: 'look' }, Buffer.from('MZ a program'));
  const refused = await call('GET', `/${id}`);
  expect(refused.body).toMatchObject({ state: 'refused', refused: { why: expect.any(String) }, isPublic: false });
  expect(refused.body).not.toHaveProperty('link');
  expect((await call('PUT', `/${id}/public`, { isPublic: true })).status).toBe(409);
  expect((await call('POST', '', { kind: 'answer', answer: '0'.repeat(12) })).status).toBe(404);
  // Organisations add their logos themselves.
  expect((await call('POST', '', { kind: 'logo', signature: '0'.repeat(20) })).status).toBe(422);
  await call('DELETE', `/${id}`);
  await work();
});

it('the API sets the logo of the letter, and takes it back', async () => {
  const id = await send({ kind: 'look' }, await photo('png'));
  expect((await readLetter(world.store, slug))?.logo).toBeUndefined();
  await call('PUT', `/${id}/public`, { isPublic: true });
  expect((await readLetter(world.store, slug))?.logo?.id).toBe(id);
  expect((await call('GET', `/${id}`)).body).toMatchObject({ isPublic: true });
  expect((await call('PUT', `/${id}/public`, { isPublic: false })).body).toMatchObject({ isPublic: false });
  expect((await readLetter(world.store, slug))?.logo).toBeUndefined();
  await call('DELETE', `/${id}`);
  await work();
});

it('the command line adds a scan, a file of an answer and a logo, and shows them', async () => {
  const env = { ...environmentOf(world.store), AWS_ENDPOINT_URL_S3: bucket.endpoint, BUCKET_NAME: bucket.name };
  const run = (script: string, ...args: string[]) => sayingOf(script, args, env);
  const path = join(folder, 'photo.jpg');
  writeFileSync(path, await photo('jpeg'));
  /** The command waits until the file was checked. */
  const add = async (...args: string[]) => {
    let isDone = false;
    const said = run('file', 'add', slug, path, ...args).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await work();
      await sleep(100);
    }
    return said;
  };

  await run('handover', 'record', slug, '1', '--how', 'in-person', '--on', today);
  const record = /record +(\w+)/.exec(await run('handover', 'show', slug, '1'))?.[1] ?? '';
  expect(await add('--record', record)).toMatch(/scan\nstate +kept\nshown +not public/);
  const [scan] = (await readUploads(world.store, slug, 'upload')).filter(({ target }) => target.kind === 'scan');
  const bytes = Buffer.from((await readObject(bucket, `uploads/${slug}/${scan?.id}`)) ?? []);
  expect([bytes.length > 0, bytes.includes(place)]).toEqual([true, false]);
  expect(await run('file', 'publish', slug, scan?.id ?? '')).toMatch(/shown +public/);
  expect((await world.app.request(`/${slug}/file/${scan?.id}`)).status).toBe(302);
  expect(await run('file', 'hide', slug, scan?.id ?? '')).toMatch(/shown +not public/);

  expect(await add('--answer', await answerOf(), '--publish')).toMatch(/of an answer\nstate +kept\nshown +public/);
  expect(await add('--logo', '--publish')).toMatch(/logo\nstate +kept\nshown +in use/);
  expect(await run('file', 'list', slug)).toMatch(/scan[\s\S]*of an answer[\s\S]*logo/);
  expect(await run('file', 'remove', slug, scan?.id ?? '')).toBe('Removed.\n');

  writeFileSync(path, 'MZ a program');
  expect(await add('--logo')).toMatch(/^refused: The file was refused/);
});

it('the command line says what is wrong', async () => {
  const env = { ...environmentOf(world.store), AWS_ENDPOINT_URL_S3: bucket.endpoint, BUCKET_NAME: bucket.name };
  const run = (...args: string[]) => sayingOf('file', args, env);
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'a');
  expect(await run('add', slug, join(folder, 'missing'), '--logo')).toContain('cannot be read');
  expect(await run('add', slug, path)).toMatch(/^refused: Usage/);
  expect(await run('add', slug, path, '--logo', '--answer', '0'.repeat(12))).toMatch(/^refused: Usage/);
  expect(await run('add', slug, path, '--record', '0'.repeat(12))).toContain('no such record');
  expect(await run('add', slug, path, '--answer', 'nonsense')).toContain('no such record or answer');
  expect(await run('publish', slug, 'a')).toContain('has no file');
  expect(await run('list', 'no-letter')).toContain('There is no letter');
});
