/** People withdraw, hide and are erased while the list is frozen and documents are made. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { hashOfState } from '../../shared/delivery/commitment.ts';
import type { SignatureId } from '../../shared/ids.ts';
import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { withDisplay } from '../../shared/signature/corrections.ts';
import { forget } from '../../shared/signature/forget.ts';
import { isShown } from '../../shared/signature/states.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { withdrawn } from '../../shared/signature/transitions.ts';
import { freshBucket, readBucket } from '../fixtures/bucket.ts';
import { addNames, again, fileOf, namesOf, start, work } from '../fixtures/deliveries.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter } from '../fixtures/world.ts';

let bucket: Bucket;
beforeAll(async () => {
  bucket = await freshBucket();
});

it('ends with a list that agrees with itself, and without a byte of those who were erased', async () => {
  const world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1) });
  await openTestLetter(world.store);
  const { id } = await sign(world, endorsement(1, { kind: 'individual', organisation: undefined, attestation: false }));
  const ids = await addNames(world, await recordOf(world, { id }), 150);
  const delivery = await start(world, 'interim');
  const now = new Date(world.clock.now);
  const other = anotherClient(world.store);
  const leave = async (one: SignatureId, place: number) => {
    if (place % 3 === 0) await forget(other, keys, one, now);
    else if (place % 3 === 1) await change(other, one, (record) => withdrawn(record, now), now);
    else await change(other, one, (record) => withDisplay(record, 'withheld', now), now);
  };
  const leaving = async () => {
    for (const [place, one] of ids.slice(0, 60).entries()) await leave(one, place);
  };
  const left = leaving();
  // Short at first, so that the list is read while people leave; before the last look nobody is left to leave.
  const pause = (ms: number) => (ms < 10_000 ? sleep(ms / 50) : left);
  await Promise.all([work(world, bucket, delivery, { pause }), left]);
  // Those who were erased later than the documents were made made them due again.
  await work(world, bucket, delivery);

  const done = await again(world, delivery);
  expect(done.progress.state).toBe('ready');
  const names = await namesOf(world, delivery);
  const frozen = done.frozen ?? { at: '', version: '', counts: done.frozen, number: 0, hash: '' };
  if (!frozen.counts) throw new Error('nothing is frozen');
  const { counts } = frozen;
  expect(names).toHaveLength(frozen.number);
  expect(counts.organisations + counts.individuals - counts.withheld).toBe(frozen.number);
  expect(
    hashOfState(
      { ...frozen, counts },
      names.map(({ commitment }) => commitment),
    ),
  ).toBe(frozen.hash);
  const records = await Promise.all(
    names.map(async (name) => ({ name, record: await readSignature(world.store, name.id) })),
  );
  expect(done.left).toBe(records.filter(({ record }) => !record || !isShown(record)).length);
  for (const { name, record } of records)
    expect([name.id, name.salt !== undefined]).toEqual([name.id, record !== undefined]);
  const gone = ids
    .slice(0, 60)
    .flatMap((_, place) => (place % 3 === 0 ? [`No. ${String(place).padStart(5, '0')}`] : []));
  const texts = [...(await readBucket(bucket)).values()];
  expect(gone.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  expect(await fileOf(bucket, done)).toContain('No. 00149');
});
