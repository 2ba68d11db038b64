import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { makeApiKey } from '../../functions/secretariat/members/api-key.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { listKeys } from '../../shared/platform/bucket/bucket.ts';
import { addTestMember, grantsOf } from '../fixtures/members.ts';
import { pdf, photo } from '../fixtures/pictures.ts';
import type { World } from '../fixtures/world.ts';
import { answerOf, checkFiles, slug, worldWithFiles } from './world-with-files.ts';

let world: World;
let bucket: Awaited<ReturnType<typeof worldWithFiles>>['bucket'];
let key: string;

beforeAll(async () => {
  ({ world, bucket } = await worldWithFiles());
  const { id: madeBy } = await addTestMember(world, 'machines@secretariat.example', grantsOf('owner'));
  const made = await makeApiKey(
    world.store,
    { name: 'Key', scopes: ['letter.read', 'letter.write'], letter: slug, madeBy, expiresAt: '2099-01-01T00:00:00Z' },
    (subject) => ({ by: { kind: 'member', id: madeBy }, did: 'key.made', scope: slug, subject }),
    new Date(),
  );
  key = made.shown;
});

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
  await checkFiles({ world, bucket });
  return file.id;
}

it('the API adds the file of an answer, which is public once it says so, and deletes it', async () => {
  const answer = await answerOf({ world });
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
  await checkFiles({ world, bucket });
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
  await checkFiles({ world, bucket });
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
  await checkFiles({ world, bucket });
});
