/** Logos of organisations in the documents of a delivery: as they were when the list was frozen, and gone with an erasure. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { noteFrozen } from '../../cli/backup/frozen.ts';
import { restoreFiles } from '../../cli/backup/kept-files.ts';
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { cleanLogo } from '../../functions/document/cleaning/clean-file.ts';
import { chooseLogos } from '../../functions/document/organisation-logos.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { keptFileKeys } from '../../shared/delivery/kept-files.ts';
import { retryDelivery } from '../../shared/delivery/start.ts';
import { cancelHandover } from '../../shared/handover/hand-over.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { letterSlug, makeSignatureId, makeUploadId, type SignatureId } from '../../shared/ids.ts';
import { type Bucket, listKeys, readObject } from '../../shared/platform/bucket/bucket.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { withDisplay } from '../../shared/signature/corrections.ts';
import { forget } from '../../shared/signature/forget.ts';
import { listDueUploads } from '../../shared/upload/due.ts';
import { type KeptUpload, keptKey } from '../../shared/upload/upload.ts';
import { dataAsPdf, freshBucket, readBucket } from '../fixtures/bucket.ts';
import { again, deliverNow, fileOf, namesOf, start, work } from '../fixtures/deliveries.ts';
import { keepUpload } from '../fixtures/kept-upload.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { pngOf } from '../fixtures/pictures.ts';
import { itemsOf } from '../fixtures/records.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const logos = { logos: true };
let world: World;
let bucket: Bucket;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  await openTestLetter(world.store);
});
const now = () => new Date(world.clock.now);

/** A logo unlike any other, so that each of its bytes would be noticed. */
async function pictureOf(): Promise<Buffer> {
  const raw = { width: 24, height: 12, channels: 3 } as const;
  const png = await sharp(randomBytes(24 * 12 * 3), { raw })
    .png()
    .toBuffer();
  const cleaned = await cleanLogo(png, { width: 320, height: 160 });
  if (!cleaned.ok) throw new Error(cleaned.why);
  return Buffer.from(cleaned.file.bytes);
}

/** Gives a signature a logo that the secretariat approved, or one that waits for it. */
async function wear(signature: SignatureId, as: 'approved' | 'waiting' = 'approved') {
  const picture = await pictureOf();
  const upload = await keepUpload(world, bucket, { kind: 'logo', signature }, picture);
  const own = as === 'approved' ? { logo: { id: upload.id, width: 24, height: 12 } } : { logoUpload: upload.id };
  await change(world.store, signature, (record) => ({ ...record, ...own }), now());
  return { upload, picture, data: picture.toString('base64') };
}

/** Deletes the files of uploads that are due for it. */
async function cleanUploads(): Promise<void> {
  for (const { letter, upload } of await listDueUploads(world.store)) {
    await asFunction('document', () => cleanUpload({ store: world.store, bucket, now }, { letter, upload }));
  }
}

const copiesOf = (delivery: Delivery) => listKeys(bucket, `deliveries/clean-air/${delivery.id}/logos/`);
const copyOf = (delivery: Delivery, { id }: KeptUpload) => `deliveries/clean-air/${delivery.id}/logos/${id}.png`;

/** @returns whether table or bucket hold the picture, as bytes or as base64 */
async function isAnywhere({ picture, data }: { picture: Buffer; data: string }): Promise<boolean> {
  const all = [...(await readBucket(bucket)).values(), JSON.stringify(await itemsOf(world.store))];
  // The header is that of other logos; the pixels are not.
  const pixels = picture.subarray(60, 120);
  return all.some((text) => text.includes(pixels.toString('latin1')) || text.includes(data.slice(80, 160)));
}

describe('The logos of organisations in a delivery', () => {
  it('stand with the names whose logos were approved, and with no other', async () => {
    const [shown, waiting, withheld] = [
      await sign(world, endorsement(1)),
      await sign(world, endorsement(2)),
      await sign(world, endorsement(3)),
    ];
    const [own, unseen, hidden] = [await wear(shown.id), await wear(waiting.id, 'waiting'), await wear(withheld.id)];
    await change(world.store, withheld.id, (record) => withDisplay(record, 'withheld', now()), now());
    const delivery = await deliverNow(world, bucket, 'interim', logos);
    const pdf: unknown = JSON.parse(await fileOf(bucket, delivery));
    expect(pdf).toMatchObject({
      logos: { [own.upload.id]: own.data },
      undersigned: { organisations: expect.arrayContaining([expect.objectContaining({ logo: own.upload.id })]) },
    });
    expect(JSON.stringify(pdf)).not.toContain(unseen.data);
    expect(JSON.stringify(pdf)).not.toContain(hidden.data);
    expect(await copiesOf(delivery)).toEqual([copyOf(delivery, own.upload)]);
  });

  it('are left out unless the delivery asks for them', async () => {
    const { id } = await sign(world, endorsement(1));
    await wear(id);
    const delivery = await deliverNow(world, bucket, 'interim');
    expect(await fileOf(bucket, delivery)).not.toContain('logo');
    expect((await namesOf(world, delivery)).map((name) => 'logo' in name)).toEqual([false]);
    expect(await copiesOf(delivery)).toEqual([]);
  });

  it('are not part of the commitments', async () => {
    const { id } = await sign(world, endorsement(1));
    const { upload } = await wear(id);
    const frozen = [
      await deliverNow(world, bucket, 'interim'),
      await deliverNow(world, bucket, 'interim', logos),
    ] as const;
    const [[without], [with_]] = [await namesOf(world, frozen[0]), await namesOf(world, frozen[1])];
    expect(with_?.logo).toBe(upload.id);
    expect(with_?.listed).toBe(without?.listed);
    expect(await fileOf(bucket, frozen[1], 'commitments')).not.toContain(upload.id);
  });

  it('stay as they were frozen when the organisation changes its logo, removes it or withdraws', async () => {
    const signed = await sign(world, endorsement(1));
    await sign(world, endorsement(2));
    const first = await wear(signed.id);
    const delivery = await deliverNow(world, bucket, 'interim', logos);
    const before = await fileOf(bucket, delivery);
    const remade = async () => {
      await cleanUploads();
      await retryDelivery(world.store, slug, delivery.id, { by: commandLine, now: now() });
      return fileOf(bucket, await work(world, bucket, delivery));
    };
    const second = await wear(signed.id);
    expect(await remade()).toBe(before);
    expect(await readObject(bucket, keptKey(first.upload))).toBeUndefined();
    await change(world.store, signed.id, (record) => ({ ...record, logo: undefined }), now());
    expect(await remade()).toBe(before);
    await ask(world, signed, { action: 'withdraw' });
    expect(await remade()).toBe(before);
    expect(await isAnywhere(second)).toBe(false);
  });

  it('are shown for featured names first, then for those who signed first, up to 500', () => {
    const names = Array.from({ length: 600 }, (_, index) => {
      const signedAt = new Date(Date.UTC(2026, 0, 1) + (600 - index) * 60_000).toISOString();
      const listed = {
        kind: 'organisation',
        country: null,
        signedAt,
        letterVersion: '0'.repeat(64),
        verification: 'mailbox',
      } as const;
      const shown = { listed, rank: index === 0 ? 1 : undefined, logo: index === 599 ? undefined : makeUploadId() };
      return { id: makeSignatureId(), kind: 'organisation', revision: 1, shown } as const;
    });
    const chosen = chooseLogos(names, { pageSize: 'a4', order: 'name', logos: true });
    // The first has a rank; the others signed in reverse order; the last has no logo.
    expect([...chosen].toSorted()).toEqual(
      [...names.slice(0, 1), ...names.slice(100, 599)].map(({ id }) => id).toSorted(),
    );
  });
});

describe('An erasure', () => {
  it('leaves no byte of the logo in table or bucket, and that of others as it was', async () => {
    const [gone, stays] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))];
    const [lost, kept] = [await wear(gone.id), await wear(stays.id)];
    const deliveries = [
      await deliverNow(world, bucket, 'interim', logos),
      await deliverNow(world, bucket, 'final', logos),
    ];
    expect(await isAnywhere(lost)).toBe(true);
    await forget(world.store, keys, gone.id, now());
    await cleanUploads();
    for (const delivery of deliveries) {
      const remade = await work(world, bucket, delivery);
      expect(remade.frozen).toEqual(delivery.frozen);
      expect(await fileOf(bucket, remade)).toContain(kept.data);
      expect(await copiesOf(delivery)).toEqual([copyOf(delivery, kept.upload)]);
    }
    expect(await isAnywhere(lost)).toBe(false);
    expect(JSON.stringify(await itemsOf(world.store))).not.toContain(`"logo":"${lost.upload.id}"`);
  });

  it('removes the logo also when it comes while the documents are made', async () => {
    const [gone] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))];
    const lost = await wear(gone.id);
    const delivery = await start(world, 'interim', logos);
    let runs = 0;
    const made = await work(world, bucket, delivery, {
      typeset: async function* (data) {
        runs += 1;
        if (runs === 1) await forget(world.store, keys, gone.id, now());
        yield* dataAsPdf(data);
      },
    });
    await cleanUploads();
    expect([runs, made.progress.state]).toEqual([2, 'ready']);
    expect(await copiesOf(delivery)).toEqual([]);
    expect(await isAnywhere(lost)).toBe(false);
  });

  it('that left the logo in a frozen list is found by the check of a backup', () => {
    const lists = { deliveries: new Map(), commitments: new Map(), named: new Set<string>() };
    const row = { pk: 'FROZEN#d1#0', sk: 'NAME', id: makeSignatureId(), attempt: 1, commitment: 'a'.repeat(64) };
    expect(noteFrozen(lists, row)).toEqual([]);
    expect(noteFrozen(lists, { ...row, logo: makeUploadId() })).toHaveLength(1);
  });
});

describe('The copies of logos', () => {
  it('are kept in a backup, and come back, but for those of people who were erased since', async () => {
    const [gone, stays] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))];
    const [lost, kept] = [await wear(gone.id), await wear(stays.id)];
    const delivery = await deliverNow(world, bucket, 'interim', logos);
    const copies = [lost, kept].map(({ upload }) => copyOf(delivery, upload));
    expect(await keptFileKeys(world.store)).toEqual(expect.arrayContaining(copies));
    await forget(world.store, keys, gone.id, now());
    const { readFiles } = await import('../../cli/backup/kept-files.ts');
    const other = await freshBucket();
    const saved = async function* () {
      for await (const file of readFiles(world.store, bucket, [])) yield file;
      yield { key: copies[0] ?? '', type: 'image/png', sha256: '', data: lost.data };
    };
    await restoreFiles(world.store, other, saved());
    expect(await listKeys(other, 'deliveries/')).toEqual([copies[1]]);
  });

  it('are small, as they are shown, whatever the size of the logo is', async () => {
    const { id } = await sign(world, endorsement(1));
    const upload = await keepUpload(world, bucket, { kind: 'logo', signature: id }, await pngOf(320, 160));
    await change(world.store, id, (record) => ({ ...record, logo: { id: upload.id, width: 320, height: 160 } }), now());
    const delivery = await deliverNow(world, bucket, 'interim', logos);
    const copy = await readObject(bucket, copyOf(delivery, upload));
    expect(await sharp(copy).metadata()).toMatchObject({ format: 'png', width: 160, height: 80 });
  });

  it.each(['while its documents are made', 'when it is ready, once somebody is erased'])(
    'are deleted of a delivery that is cancelled %s',
    async (when) => {
      const { id } = await sign(world, endorsement(1));
      const other = await sign(world, endorsement(2));
      const { upload } = await wear(id);
      const delivery = await start(world, 'interim', logos);
      const cancel = async () => {
        const handover = await readHandover(world.store, slug, delivery.id);
        const current = await again(world, delivery);
        const acting = { store: world.store, letter: slug, delivery: current, handover, by: commandLine, now: now() };
        expect(await cancelHandover(acting)).toEqual({ outcome: 'done' });
      };
      await work(world, bucket, delivery, {
        typeset: async function* (data) {
          if (when.startsWith('while')) await cancel();
          yield* dataAsPdf(data);
        },
      });
      if (when.startsWith('when')) {
        expect(await copiesOf(delivery)).toHaveLength(1);
        await cancel();
        await forget(world.store, keys, other.id, now());
        await work(world, bucket, delivery);
      }
      expect(await listKeys(bucket, 'deliveries/')).toEqual([]);
      expect(await keptFileKeys(world.store)).toEqual([keptKey(upload)]);
    },
  );
});
