import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import { freshBucket, readBucket } from '../fixtures/bucket.ts';
import { backupCommand, secretsWith } from '../fixtures/command-line.ts';
import { again, deliverNow, work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

type TestBucket = Awaited<ReturnType<typeof freshBucket>>;
const secrets = await secretsWith(masterKey);
const file = join(secrets.folder, 'plain.jsonl');
let world: World;
let bucket: TestBucket;
let delivered: Delivery;

beforeAll(async () => {
  bucket = await freshBucket();
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await sign(world, endorsement(2));
  delivered = await deliverNow(world, bucket, 'interim');
  expect((await command('backup', world.store, [file, '--plain'], bucket)).code).toBe(0);
});

const command = backupCommand(secrets);

it('a restore has missing documents made again, with the same bytes', async () => {
  const restored = makeWorld(await freshStore(), world.clock);
  const empty = await freshBucket();

  const { code, out, errors } = await command('restore', restored.store, [file, '--verify'], empty);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toContain('Deliveries whose documents are made again: 1.');
  expect(await listDueDocuments(restored.store)).toMatchObject([{ delivery: delivered.id }]);
  expect((await again(restored, delivered)).progress.state).toBe('making');

  const made = await work(restored, empty, delivered);
  expect(made.progress.state).toBe('ready');
  const bytesIn = async (files: TestBucket) => [...(await readBucket(files)).values()];
  expect(await bytesIn(empty)).toEqual(await bytesIn(bucket));
});

it('a restore leaves documents alone that the bucket has', async () => {
  const restored = makeWorld(await freshStore(), world.clock);
  const { code, out } = await command('restore', restored.store, [file], bucket);
  expect([code, out]).toEqual([0, expect.not.stringContaining('made again')]);
  expect(await again(restored, delivered)).toEqual(delivered);
});

it('a restore that replaces the table deletes files of deliveries that the backup does not know', async () => {
  const later = makeWorld(await freshStore(), world.clock);
  const files = await freshBucket();
  await openTestLetter(later.store);
  await sign(later, endorsement(3));
  const unknown = await deliverNow(later, files, 'interim');
  await work(later, files, unknown);
  const keyOf = async (id: string) => [...(await readBucket(files)).keys()].filter((key) => key.includes(id));
  expect((await keyOf(unknown.id)).length).toBeGreaterThan(0);

  const { code, out, errors } = await command('restore', later.store, [file, '--replace'], files);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toContain('and that were deleted:');
  expect(await keyOf(unknown.id)).toEqual([]);
  await work(later, files, delivered);
  expect((await keyOf(delivered.id)).length).toBeGreaterThan(0);
  expect((await command('restore', later.store, [file, '--replace'], files)).out).not.toContain('deleted:');
  expect((await keyOf(delivered.id)).length).toBeGreaterThan(0);
});
