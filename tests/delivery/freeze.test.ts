/** A frozen list: who is on it, what anybody can check, and that nothing but an erasure changes it. */
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { hashText } from '../../shared/letter/text.ts';
import { type Bucket, listKeys } from '../../shared/platform/bucket/bucket.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { withDisplay } from '../../shared/signature/corrections.ts';
import { forget } from '../../shared/signature/forget.ts';
import { freshBucket, readBucket } from '../fixtures/bucket.ts';
import { again, deliverNow, fileOf, listedIn, namesOf, start, work } from '../fixtures/deliveries.ts';
import { itemsOf } from '../fixtures/records.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
let bucket: Bucket;
beforeAll(async () => {
  bucket = await freshBucket();
});
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
});
const now = () => new Date(clock.now);

describe('the list of a delivery', () => {
  it('has each name that is shown, and none that is withheld, held, withdrawn or on its way', async () => {
    await sign(world, endorsement(1));
    await sign(world, endorsement(2, { display: 'withheld' }));
    await moderated(world, await sign(world, endorsement(3)), { do: 'hold' });
    await ask(world, await sign(world, endorsement(4)), { action: 'withdraw' });
    await world.submit('clean-air', endorsement(5));
    const delivery = await deliverNow(world, bucket, 'interim');
    expect(await listedIn(world, delivery)).toEqual(['Person 1']);
    expect(delivery.frozen).toMatchObject({
      number: 1,
      counts: { organisations: 2, individuals: 0, withheld: 1, offline: 0 },
    });
    const pdf = await fileOf(bucket, delivery);
    expect(pdf).toContain('Organisation 1');
    for (const hidden of [2, 3, 4, 5]) expect(pdf).not.toMatch(new RegExp(`(Organisation|Person) ${hidden}`));
  });

  it('freezes translations of an earlier version as such', async () => {
    const french = { ...letterFile().text, language: 'fr', title: 'Un air pur' };
    const at = { now: now(), open: false };
    await importLetter(world.store, letterFile(), [french], at);
    const rewritten = letterFile({ 'Please let the ferries': 'Please let all ships' });
    const plan = await importLetter(world.store, rewritten, [], { ...at, unchanged: { fr: 'keep-older' } });
    if (!('texts' in plan)) throw new Error('no new version');
    await sign(world, endorsement(6));
    const { frozen } = await deliverNow(world, bucket, 'interim');
    expect(frozen).toMatchObject({ texts: { fr: hashText(french) }, older: { fr: plan.letter.versions[0].at } });
  });

  it('can be checked by anybody: each commitment from salt and fields, and the hash from all of them', async () => {
    await sign(
      world,
      endorsement(1, { signatory: { name: 'Ünal "Ü" Öz\u2028', role: 'Chair', email: 'p1@org-1.example' } }),
    );
    await sign(world, endorsement(2));
    const delivery = await deliverNow(world, bucket, 'final');
    const file = z
      .object({
        at: z.string(),
        version: z.string(),
        counts: z.record(z.string(), z.number()),
        hash: z.string(),
        commitments: z.array(z.object({ commitment: z.string(), salt: z.string(), signature: z.string() })),
      })
      .parse(JSON.parse(await fileOf(bucket, delivery, 'commitments')));
    const sha256 = (...parts: (string | Buffer)[]) =>
      createHash('sha256')
        .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
        .digest('hex');
    for (const { commitment, salt, signature } of file.commitments) {
      expect(sha256(Buffer.from(salt, 'hex'), signature)).toBe(commitment);
    }
    const { organisations, individuals, withheld, offline } = file.counts;
    const list = file.commitments.map(({ commitment }) => `"${commitment}"`).toSorted();
    // Written out here, without our code: keys in order, no spaces.
    const state = `{"at":"${file.at}","commitments":[${list}],"counts":{"individuals":${individuals},"offline":${offline},"organisations":${organisations},"withheld":${withheld}},"version":"${file.version}"}`;
    expect(sha256(state)).toBe(file.hash);
    expect(file.hash).toBe(delivery.frozen?.hash);
    expect(list).toHaveLength(2);
    expect(new Set(file.commitments.map(({ salt }) => salt)).size).toBe(2);
  });

  it('gives the same bytes each time, whatever happens to the signatures and to the letter', async () => {
    const one = await sign(world, endorsement(1));
    const two = await sign(world, endorsement(2));
    const first = await deliverNow(world, bucket, 'interim');
    const before = { pdf: await fileOf(bucket, first), list: await fileOf(bucket, first, 'commitments') };
    await ask(world, one, { action: 'withdraw' });
    await change(world.store, two.id, (record) => withDisplay(record, 'withheld', now()), now());
    await sign(world, endorsement(3));
    const { retryDelivery } = await import('../../shared/delivery/start.ts');
    await retryDelivery(world.store, slug, first.id, { by: { kind: 'command-line', id: 'npm' }, now: now() });
    const remade = await work(world, bucket, first);
    expect({ pdf: await fileOf(bucket, remade), list: await fileOf(bucket, remade, 'commitments') }).toEqual(before);
    expect(remade.frozen).toEqual(first.frozen);
    expect(remade.left).toBe(2);
  });

  it('says how many have left since, and takes back who is shown again', async () => {
    const one = await sign(world, endorsement(1));
    const two = await sign(world, endorsement(2));
    const first = await deliverNow(world, bucket, 'interim');
    const left = async () => (await again(world, first)).left;
    await change(world.store, one.id, (record) => withDisplay(record, 'withheld', now()), now());
    expect(await left()).toBe(1);
    await change(world.store, one.id, (record) => withDisplay(record, 'public', now()), now());
    expect(await left()).toBe(0);
    await ask(world, two, { action: 'withdraw' });
    expect(await left()).toBe(1);
    await forget(world.store, keys, two.id, now());
    await forget(world.store, keys, two.id, now());
    expect(await left()).toBe(1);
    await forget(world.store, keys, one.id, now());
    expect(await left()).toBe(2);
    const later = await deliverNow(world, bucket, 'interim').catch((error: unknown) => String(error));
    expect(later).toContain('Nobody has signed');
  });
});

describe('an erasure', () => {
  it('leaves no byte of the name, the mailbox or the salt in table or bucket, and the hash valid', async () => {
    const name = 'Quirinius Zwölfinger-Ñandú';
    const gone = await sign(
      world,
      endorsement(1, {
        organisation: { name: 'Vanishing Org', website: 'https://org-1.example', country: 'KZ' },
        signatory: { name, role: 'Ombudsfrau', email: 'quirinius@org-1.example' },
      }),
    );
    await sign(world, endorsement(2));
    const first = await deliverNow(world, bucket, 'interim');
    const second = await deliverNow(world, bucket, 'final');
    const salts = [...(await namesOf(world, first)), ...(await namesOf(world, second))].flatMap(({ id, salt }) =>
      id === gone.id && salt ? [salt] : [],
    );
    expect(salts).toHaveLength(2);
    const secrets = [name, 'Quirinius', 'Zwölfinger', 'Vanishing', 'Ombudsfrau', 'quirinius@org-1.example', ...salts];
    const bytesOf = (text: string) => Buffer.from(text).toString('latin1');
    const everything = async () => [
      ...(await readBucket(bucket)).values(),
      Buffer.from(JSON.stringify(await itemsOf(world.store))).toString('latin1'),
    ];
    const found = async () => {
      const all = await everything();
      return secrets.filter((secret) => all.some((text) => text.includes(bytesOf(secret))));
    };
    expect(await found()).toEqual(secrets);

    expect((await ask(world, gone, { action: 'forget', sure: true })).status).toBe(200);
    // From this moment on no file is offered.
    expect((await again(world, first)).progress.state).toBe('making');
    expect((await again(world, second)).progress.state).toBe('making');
    const remade = [await work(world, bucket, first), await work(world, bucket, second)];
    expect(remade.map(({ progress }) => progress.state)).toEqual(['ready', 'ready']);
    expect(await found()).toEqual([]);
    expect(remade.map(({ frozen }) => frozen)).toEqual([first.frozen, second.frozen]);
    const list = await fileOf(bucket, await again(world, first), 'commitments');
    expect(list.match(/"commitment"/g)).toHaveLength(2);
    expect(list.match(/"salt"/g)).toHaveLength(1);
    expect(await fileOf(bucket, await again(world, first))).toContain('Organisation 2');
  });

  it('keeps a name that was erased out of a list that is being frozen', async () => {
    const gone = await sign(world, endorsement(1));
    await sign(world, endorsement(2));
    const delivery = await start(world, 'interim');
    await forget(world.store, keys, gone.id, now());
    const made = await work(world, bucket, delivery);
    expect(await listedIn(world, made)).toEqual(['Person 2']);
    expect(made.frozen?.number).toBe(1);
  });
});

describe('the files of a delivery', () => {
  it('replace those that were made before', async () => {
    await sign(world, endorsement(1));
    const first = await deliverNow(world, bucket, 'interim');
    const { retryDelivery } = await import('../../shared/delivery/start.ts');
    await retryDelivery(world.store, slug, first.id, { by: { kind: 'command-line', id: 'npm' }, now: now() });
    const second = await work(world, bucket, first);
    const keysOf = second.progress.state === 'ready' ? second.progress.files.map(({ key }) => key) : [];
    expect((await listKeys(bucket, `deliveries/clean-air/${first.id}/`)).toSorted()).toEqual(keysOf.toSorted());
  });
});
