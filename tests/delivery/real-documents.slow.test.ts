/** A delivery with real documents: every file is made, and the public gets them by a link. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { typesetDocuments } from '../../functions/document/typeset.ts';
import { deliveryFileKind } from '../../shared/delivery/delivery.ts';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { listedIn, start, work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../fixtures/world.ts';

const list = z.object({ undersigned: z.array(z.object({ signatory: z.string() })) });

it('makes every kind of file, the same bytes each time, and leads to each by its address', async () => {
  const bucket = await freshBucket();
  const world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1) });
  await openTestLetter(world.store);
  for (const number of [1, 2, 3]) await sign(world, endorsement(number));
  const made = await work(world, bucket, await start(world, 'interim'), { typeset: typesetDocuments });
  if (made.progress.state !== 'ready') throw new Error(JSON.stringify(made.progress));
  const { files } = made.progress;
  expect(files.map(({ file }) => file).toSorted()).toEqual(deliveryFileKind.options.toSorted());
  const pdf = files.find(({ file }) => file === 'pdf');
  expect(Buffer.from((await readObject(bucket, pdf?.key ?? '')) ?? []).toString('latin1')).toMatch(/^%PDF-1\.7/);

  const bytesOf = async (kind: string) =>
    Buffer.from((await readObject(bucket, files.find(({ file }) => file === kind)?.key ?? '')) ?? []);
  for (const kind of ['pdf', 'archive']) {
    const document = await PDFDocument.load(await bytesOf(kind), { updateMetadata: false });
    const attached = new Map(document.getAttachments().map(({ name, data }) => [name, Buffer.from(data).toString()]));
    expect([...attached.keys()].toSorted()).toEqual(['undersigned.csv', 'undersigned.json']);
    expect(attached.get('undersigned.csv')).toBe((await bytesOf('list-csv')).toString());
    expect(attached.get('undersigned.json')).toBe((await bytesOf('list-json')).toString());
    const { undersigned } = list.parse(JSON.parse(attached.get('undersigned.json') ?? ''));
    const frozen = await listedIn(world, made);
    expect(undersigned.map(({ signatory }) => signatory).toSorted()).toEqual(frozen);
  }

  for (const { file, key } of files) {
    const path = file === 'pdf' ? `${made.id}.pdf` : `${made.id}/${file}`;
    const answer = await world.app.request(`/clean-air/document/${path}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringContaining(key)]);
  }
  for (const path of [`${made.id}`, `${made.id}/nothing`, '000000000000.pdf', 'x.pdf']) {
    expect((await world.app.request(`/clean-air/document/${path}`)).status).toBe(404);
  }

  const hashes = files.map(({ file, sha256 }) => `${file} ${sha256}`);
  const { retryDelivery } = await import('../../shared/delivery/start.ts');
  await retryDelivery(world.store, made.letter, made.id, { by: made.by, now: new Date(world.clock.now) });
  const again = await work(world, bucket, made, { typeset: typesetDocuments });
  if (again.progress.state !== 'ready') throw new Error(JSON.stringify(again.progress));
  expect(again.progress.files.map(({ file, sha256 }) => `${file} ${sha256}`)).toEqual(hashes);
});
