/** Uploaded files are in a backup, and come back with a restore, except those of people who were erased since. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { signatureId } from '../../shared/ids.ts';
import { deleteObjects, listKeys, putObject, readObject } from '../../shared/platform/bucket/bucket.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { forget } from '../../shared/signature/forget.ts';
import type { KeptUpload } from '../../shared/upload/upload.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { backupCommand, secretsWith } from '../fixtures/command-line.ts';
import { keepUpload } from '../fixtures/kept-upload.ts';
import { pngOf } from '../fixtures/pictures.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

type TestBucket = Awaited<ReturnType<typeof freshBucket>>;
const secrets = await secretsWith(masterKey);
const [plain, sealed] = [join(secrets.folder, 'plain.jsonl'), join(secrets.folder, 'sealed.backup')];
let world: World;
let bucket: TestBucket;
let signature: ReturnType<typeof signatureId.parse>;
let scan: KeptUpload;
let logo: KeptUpload;

beforeAll(async () => {
  bucket = await freshBucket();
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  signature = signatureId.parse((await sign(world, endorsement(1))).id);
  await sign(world, endorsement(2));
  scan = await keepUpload(world, bucket, { kind: 'look' }, await pngOf(60, 40));
  logo = await keepUpload(world, bucket, { kind: 'logo', signature }, await pngOf(90, 30));
  await change(world.store, signature, (record) => ({ ...record, logoUpload: logo.id }), new Date(world.clock.now));
});

const command = backupCommand(secrets);
const bytesOf = (files: TestBucket, { progress }: KeptUpload) => readObject(files, progress.file.key);

it.each([
  ['in clear', plain, ['--plain']],
  ['encrypted', sealed, []],
])('a backup %s has uploaded files, which a restore puts back', async (_, file, more) => {
  const saved = await command('backup', world.store, [file, ...more], bucket);
  expect({ code: saved.code, errors: saved.errors }).toEqual({ code: 0, errors: '' });
  expect(saved.out).toContain('2 signatures, 2 uploaded files.');
  expect(readFileSync(file).includes('uploads/clean-air/')).toBe(more.length > 0);

  const restored = makeWorld(await freshStore(), world.clock);
  const empty = await freshBucket();
  const { code, out, errors } = await command('restore', restored.store, [file, '--verify'], empty);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toContain('Uploaded files that were put back: 2.');
  for (const one of [scan, logo]) expect(await bytesOf(empty, one)).toEqual(await bytesOf(bucket, one));
});

it('a restore leaves files alone that are there, and deletes those that the table does not know', async () => {
  const restored = makeWorld(await freshStore(), world.clock);
  const files = await freshBucket();
  const [mine, stray] = [scan.progress.file.key, 'uploads/clean-air/nobody'];
  for (const key of [mine, stray]) await putObject(files, { key, body: Buffer.from('as it is'), type: 'image/png' });
  const { out } = await command('restore', restored.store, [plain], files);
  expect(out).toContain('Uploaded files that were put back: 1.');
  expect(out).toContain('Files that the table does not have, and that were deleted: 1.');
  expect(await listKeys(files, '')).toEqual([mine, logo.progress.file.key].toSorted());
  expect(Buffer.from((await readObject(files, mine)) ?? []).toString()).toBe('as it is');
});

it('the logo of somebody who was erased since does not come back', async () => {
  await forget(world.store, keys, signature, new Date(world.clock.now));
  await deleteObjects(bucket, [logo.progress.file.key]);
  const { code, errors } = await command('restore', world.store, [plain, '--replace', '--verify'], bucket);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(await listKeys(bucket, '')).toEqual([scan.progress.file.key]);
});
