/** Uploaded files of the local stack outlive it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadFiles, saveFiles } from '../../infra/local/kept-files.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { listKeys, readObject } from '../../shared/platform/bucket/bucket.ts';
import { removeUpload } from '../../shared/upload/storage.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { keepUpload } from '../fixtures/kept-upload.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter } from '../fixtures/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('are copied when it stops and starts, and a removed one does not come back', async () => {
  const files = join(folder, 'files');
  const world = makeWorld(await freshStore());
  const [first, second] = [await freshBucket(), await freshBucket()];
  await openTestLetter(world.store);
  // The first start finds no folder.
  await loadFiles(files, world.store, first);
  const [kept, removed] = [
    await keepUpload(world, first, { kind: 'look' }, Buffer.from('kept')),
    await keepUpload(world, first, { kind: 'look' }, Buffer.from('removed')),
  ];
  await saveFiles(files, world.store, first);
  await removeUpload(world.store, removed, commandLine, new Date(world.clock.now));

  await loadFiles(files, world.store, second);

  const key = kept.progress.file.key;
  expect(await listKeys(second, '')).toEqual([key]);
  expect(Buffer.from((await readObject(second, key)) ?? []).toString()).toBe('kept');
  await saveFiles(files, world.store, second);
  expect(existsSync(join(files, removed.progress.file.key))).toBe(false);
});
