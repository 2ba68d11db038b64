/** The convener's logo in the documents of a delivery: as it was when the list was frozen, also when they are made again. */
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { setLogo } from '../../shared/letter/set-logo.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { type Bucket, deleteObjects, putObject } from '../../shared/platform/bucket/bucket.ts';
import { forget } from '../../shared/signature/forget.ts';
import { newUpload } from '../../shared/upload/storage.ts';
import { keptKey } from '../../shared/upload/upload.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { deliverNow, fileOf, work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
let bucket: Bucket;
beforeAll(async () => {
  bucket = await freshBucket();
});
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

/** Gives the letter a logo of that colour. @returns its bytes as a document holds them, and the key of its file */
async function wear(background: string): Promise<{ data: string; key: string }> {
  const now = new Date(world.clock.now);
  const letter = await readLetter(world.store, slug);
  if (!letter) throw new Error('there is no letter');
  const waiting = newUpload(slug, { kind: 'look' }, now, commandLine);
  const key = keptKey(waiting);
  const body = await sharp({ create: { width: 64, height: 16, channels: 3, background } })
    .png()
    .toBuffer();
  await putObject(bucket, { key, body, type: 'image/png' });
  const file = { key, type: 'image/png', bytes: body.length, size: { width: 64, height: 16 } } as const;
  const kept = { ...waiting, progress: { state: 'kept', since: now.toISOString(), file } } as const;
  expect(await setLogo(world.store, letter, kept, commandLine, now)).toBe(true);
  world.clock.now += 60_000;
  return { data: body.toString('base64'), key };
}

it('is there with the name of the convener, and stays when the letter gets another one', async () => {
  const [one] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))];
  const first = await wear('#8a1538');
  const delivery = await deliverNow(world, bucket, 'interim');
  const pdf = await fileOf(bucket, delivery);
  expect(pdf).toContain(first.data);
  expect(pdf).toContain('Harbour Neighbours');

  const second = await wear('#0645ad');
  await deleteObjects(bucket, [first.key]);
  // Somebody is erased, so the documents are made again.
  await forget(world.store, keys, one.id, new Date(world.clock.now));
  const remade = await work(world, bucket, delivery);
  const after = await fileOf(bucket, remade);
  expect(after).not.toContain('Organisation 1');
  expect(after).toContain(first.data);
  expect(after).not.toContain(second.data);
  expect(await fileOf(bucket, await deliverNow(world, bucket, 'interim'))).toContain(second.data);
});

it('is missing from the documents of a letter without one', async () => {
  await sign(world, endorsement(1));
  expect(await fileOf(bucket, await deliverNow(world, bucket, 'interim'))).not.toContain('image/png');
});
