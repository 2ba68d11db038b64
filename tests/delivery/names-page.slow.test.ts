/** The list of a delivery as a web page: complete, in the order of the document, and without those who were erased. */
import { beforeEach, expect, it } from 'vitest';
import { listAsJson } from '../../functions/document/list-files.ts';
import type { Typeset } from '../../functions/document/make-files.ts';
import { pageOfNames } from '../../functions/public-api/deliveries/names-page.tsx';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { forget } from '../../shared/signature/forget.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { addNames, again, start, work } from '../fixtures/deliveries.ts';
import { makeManyNames } from '../fixtures/document.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let bucket: Awaited<ReturnType<typeof freshBucket>>;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  await openTestLetter(world.store);
});

const listOnly: Typeset = async function* (data) {
  yield { file: 'list-json', bytes: listAsJson(data, await textsFor(data.letter.language)), missing: [] };
};

/** Makes the list, as it is now, and lets the public API read it. */
async function makeList(delivery: Delivery): Promise<void> {
  const { progress } = await work(world, bucket, delivery, { typeset: listOnly });
  world.files.clear();
  for (const { key } of progress.state === 'ready' ? progress.files : []) {
    world.files.set(key, (await readObject(bucket, key)) ?? new Uint8Array());
  }
}

const html = async (path: string) => (await world.app.request(path)).text();
const shownIn = (page: string) => [...page.matchAll(/<bdi class="who">(.*?)<\/bdi>/g)].map(([, name]) => name);

it('has every name once, in the order of the document, however many pages it takes', async () => {
  const data = makeManyNames(1203);
  const texts = await textsFor('en');
  const file = listAsJson(data, texts);
  const pages = [1, 2, 3].map((page) => pageOfNames(file, page));
  expect(pageOfNames(file, 4)).toBeUndefined();
  const names = pages.flatMap((page) => page?.entries.map(({ name }) => name) ?? []);
  const { organisations, individuals } = data.undersigned;
  expect(names.toSorted()).toEqual([...organisations, ...individuals].map(({ name }) => name).toSorted());
  expect(pages.map((page) => page?.first)).toEqual([1, 501, 1001]);
  expect(pages[2]).toMatchObject({ unnamed: 3, onPaper: 12, pages: 3 });
});

it('is linked from the page of the delivery, and shows names as text', async () => {
  await sign(world, endorsement(1, { organisation: { name: '<b>Quay & Sons</b>', country: 'KZ' } }));
  const delivery = await start(world, 'interim');
  await makeList(delivery);
  const about = await html(`/clean-air/deliveries/${delivery.id}`);
  const [, path = ''] = /href="([^"]*\/names\?[^"]*)"/.exec(about) ?? [];
  const page = await world.app.request(path);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, expect.stringContaining('s-maxage=30')]);
  expect(shownIn(await page.text())).toEqual(['&lt;b&gt;Quay &amp; Sons&lt;/b&gt;']);
  for (const cursor of ['2', '0', '-1', 'x', '1e9']) {
    expect((await world.app.request(`${path.split('?')[0]}?cursor=${cursor}`)).status).toBe(404);
  }
});

it('shows nobody who was erased: nothing while the files are made again, and then the others', async () => {
  const person = endorsement(1, { kind: 'individual', organisation: undefined, attestation: false });
  const gone = await sign(world, person);
  await addNames(world, await recordOf(world, gone), 600);
  const delivery = await start(world, 'interim');
  await makeList(delivery);
  const base = `/clean-air/deliveries/${delivery.id}/names`;
  const before = [...shownIn(await html(base)), ...shownIn(await html(`${base}?cursor=2`))];
  expect(before).toHaveLength(601);
  expect(before).toContain(person.signatory.name);

  await forget(world.store, keys, gone.id, new Date(world.clock.now));
  const meanwhile = await world.app.request(base);
  expect([meanwhile.status, meanwhile.headers.get('cache-control')]).toEqual([302, 'no-store']);
  await makeList(await again(world, delivery));
  const after = [...shownIn(await html(base)), ...shownIn(await html(`${base}?cursor=2`))];
  expect(after).toEqual(before.filter((name) => name !== person.signatory.name));
});

it('answers HEAD and a known ETag for a file without a link, and never lets it be cached', async () => {
  await sign(world, endorsement(1));
  const delivery = await start(world, 'interim');
  await makeList(delivery);
  const path = `/clean-air/document/${delivery.id}/list-json`;
  const head = await world.app.request(path, { method: 'HEAD' });
  const etag = head.headers.get('etag') ?? '';
  expect([head.status, head.headers.get('content-type'), etag]).toEqual([
    200,
    'application/json',
    expect.stringMatching(/^"[0-9a-f]{64}"$/),
  ]);
  expect((await world.app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const link = await world.app.request(path, { headers: { 'if-none-match': '"other"' } });
  expect([link.status, link.headers.get('cache-control')]).toEqual([302, 'no-store']);
  expect((await world.app.request(`/clean-air/deliveries/${delivery.id}`, { method: 'HEAD' })).status).toBe(200);
});
