/** `npm run file`: adds files to a letter. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { readUploads } from '../../shared/upload/storage.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { photo, place } from '../fixtures/pictures.ts';
import type { World } from '../fixtures/world.ts';
import { answerOf, checkFiles, slug, today, worldWithFiles } from '../upload/world-with-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-files-'));
let world: World;
let bucket: Awaited<ReturnType<typeof worldWithFiles>>['bucket'];
beforeAll(async () => {
  ({ world, bucket } = await worldWithFiles());
});
afterAll(() => rmSync(folder, { recursive: true }));

it('adds a scan, a file of an answer and a logo, and shows them', async () => {
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
      await checkFiles({ world, bucket });
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

  expect(await add('--answer', await answerOf({ world }), '--publish')).toMatch(
    /of an answer\nstate +kept\nshown +public/,
  );
  expect(await add('--logo', '--publish')).toMatch(/logo\nstate +kept\nshown +in use/);
  expect(await run('file', 'list', slug)).toMatch(/scan[\s\S]*of an answer[\s\S]*logo/);
  expect(await run('file', 'remove', slug, scan?.id ?? '')).toBe('Removed.\n');

  writeFileSync(path, 'MZ a program');
  expect(await add('--logo')).toMatch(/^refused: The file was refused/);
});

it('says what is wrong', async () => {
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
