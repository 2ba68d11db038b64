/** Scans of handovers and files of answers, from the console's form to the public page, on the real bucket. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { sweepUploads } from '../../functions/housekeeping/uploads.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { newAnswer, removeAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import { recordByHand } from '../../shared/handover/hand-over.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { letterSlug, type UploadId } from '../../shared/ids.ts';
import { type Bucket, linkTo, listKeys, putObject, readObject } from '../../shared/platform/bucket/bucket.ts';
import { uploadForm } from '../../shared/platform/bucket/form.ts';
import { listDueUploads, type UploadRequest } from '../../shared/upload/due.ts';
import { readUploads } from '../../shared/upload/storage.ts';
import type { Upload } from '../../shared/upload/upload.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { hushLogs } from '../fixtures/logs.ts';
import { signIn } from '../fixtures/members.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { jpegOf, pdf, photo, place } from '../fixtures/pictures.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const base = `/console/letters/${slug}`;

let world: World;
let bucket: Bucket;
let browser: Awaited<ReturnType<typeof signIn>>;
let target: Record<string, string>;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  world.api.files.form = async (wanted) => uploadForm(bucket, wanted, new Date(world.clock.now));
  world.api.files.link = (key, name) => linkTo(bucket, key, name);
  world.api.files.read = async (key) => readObject(bucket, key);
  world.api.linkToFile = (key, name) => linkTo(bucket, key, name);
  browser = await signIn(world);
  const delivery = await makeReadyDelivery(world, { kind: 'interim' });
  const now = new Date(world.clock.now);
  const acting = { store: world.store, letter: slug, delivery, by: commandLine, now };
  const handover = await readHandover(world.store, slug, delivery.id);
  const done = await recordByHand({ ...acting, handover }, { how: 'in-person', on: '2026-01-01' });
  if (done.outcome !== 'done') throw new Error(done.outcome);
  target = { kind: 'scan', delivery: delivery.id, record: done.id };
});

const clean = (request: UploadRequest) =>
  asFunction('document', () =>
    cleanUpload({ store: world.store, bucket, now: () => new Date(world.clock.now) }, request),
  );

async function only(): Promise<Upload> {
  const [upload] = await readUploads(world.store, slug, 'upload');
  if (!upload) throw new Error('there is no upload');
  return upload;
}

/** Uploads as a browser without scripts does. */
async function send(bytes: Uint8Array): Promise<string> {
  const started = await browser.send(`${base}/files`, target);
  const page = started.headers.get('location') ?? '';
  const shown = await browser.request(page);
  const html = await shown.text();
  const action = /<form method="post" action="(http[^"]+)"/.exec(html)?.[1] ?? '';
  expect(shown.headers.get('content-security-policy')).toContain(`form-action 'self' ${new URL(action).origin};`);
  const form = new FormData();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  form.set('file', new File([bytes.slice()], 'x.png', { type: 'image/png' }));
  const sent = await fetch(action, { method: 'POST', body: form, redirect: 'manual' });
  if (sent.status !== 303) return `${sent.status}`;
  const back = new URL(sent.headers.get('location') ?? '');
  expect(await (await browser.request(back.pathname + back.search)).text()).toContain('Check the file');
  expect((await only()).progress.state).toBe('waiting');
  await browser.send(`${page}/arrived`, {});
  return page;
}

describe('a scan', () => {
  it('is public only once it was cleaned and published, and no byte of its place is kept', async () => {
    const page = await send(await photo('jpeg'));
    const { id } = await only();
    expect(await (await browser.request(page)).text()).toContain('Being checked');
    const isPublic = async () => (await world.app.request(`/${slug}/file/${id}`)).status;
    expect(await isPublic()).toBe(404);

    await clean({ letter: slug, upload: id });

    expect(await isPublic()).toBe(404);
    expect(await listKeys(bucket, '')).toEqual([`uploads/${slug}/${id}`]);
    expect(await (await browser.request(page)).text()).toContain('Not public');
    expect((await browser.request(`${page}/content`)).headers.get('content-type')).toBe('image/jpeg');

    await browser.send(`${page}/publish`, { public: 'yes' });

    const led = await world.app.request(`/${slug}/file/${id}`);
    expect([led.status, led.headers.get('cache-control')]).toEqual([302, 'no-store']);
    const got = Buffer.from(await (await fetch(led.headers.get('location') ?? '')).arrayBuffer());
    expect(got.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(got.includes(place)).toBe(false);
    expect(await (await world.app.request(`/${slug}`)).text()).toContain(`/${slug}/file/${id}`);

    await browser.send(`${page}/publish`, { public: 'no' });
    expect(await isPublic()).toBe(404);
  });

  it('of more than 10 MB is refused by the bucket', async () => {
    expect(await send(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe('400');
    expect(await listKeys(bucket, '')).toEqual([]);
  });

  it.each([
    ['a PDF that runs a program', pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), 'holds a program'],
    ['a program', Buffer.from('MZ\x90\0 a program'), 'type of file is not accepted'],
  ])('that is %s is refused with a reason, and nothing of it is kept', async (_, bytes, why) => {
    const page = await send(bytes);
    await clean({ letter: slug, upload: (await only()).id });
    expect(await (await browser.request(page)).text()).toContain(why);
    expect((await browser.send(`${page}/publish`, { public: 'yes' })).status).toBe(409);
    expect(await listKeys(bucket, '')).toEqual([]);
    expect(await listDueUploads(world.store)).toEqual([]);
  });

  it('is gone from the bucket when it was deleted, also while it was being cleaned', async () => {
    const page = await send(await jpegOf());
    const request = { letter: slug, upload: (await only()).id };
    await clean(request);
    expect(await listKeys(bucket, '')).toHaveLength(1);
    expect((await browser.send(`${page}/remove`, {})).status).toBe(303);
    await clean(request);
    expect(await listKeys(bucket, '')).toEqual([]);
    expect(await readUploads(world.store, slug, 'upload')).toEqual([]);

    const other = await send(await jpegOf());
    const upload: UploadId = (await only()).id;
    await Promise.all([clean({ letter: slug, upload }), browser.send(`${other}/remove`, {})]);
    await clean({ letter: slug, upload });
    await clean({ letter: slug, upload });
    expect(await listKeys(bucket, '')).toEqual([]);
    expect(await listDueUploads(world.store)).toEqual([]);
  });

  it('that never arrived is said to be missing', async () => {
    const started = await browser.send(`${base}/files`, target);
    const page = started.headers.get('location') ?? '';
    await browser.send(`${page}/arrived`, {});
    await clean({ letter: slug, upload: (await only()).id });
    expect(await (await browser.request(page)).text()).toContain('did not arrive');
  });

  it('belongs to a record that exists', async () => {
    const other = await browser.send(`${base}/files`, { ...target, record: '0'.repeat(12) });
    expect(other.status).toBe(404);
    expect(await readUploads(world.store, slug, 'upload')).toEqual([]);
  });
});

describe('the file of an answer', () => {
  it('is shown under the answer and deleted with it', async () => {
    const fields = { from: 'Town Hall', receivedOn: '2026-01-02', language: 'en', text: 'We will see.' };
    const now = new Date(world.clock.now);
    const next = await newAnswer(fields, now);
    const answer = await writeAnswer(world.store, slug, { before: undefined, next, by: commandLine }, now);
    if (!answer) throw new Error('the answer was not written');
    target = { kind: 'answer', answer: answer.id };
    const page = await send(pdf());
    const { id } = await only();
    await clean({ letter: slug, upload: id });
    await browser.send(`${page}/publish`, { public: 'yes' });
    expect(await (await world.app.request(`/${slug}`)).text()).toContain(`/${slug}/file/${id}`);
    const led = await world.app.request(`/${slug}/file/${id}`);
    expect(led.headers.get('location')).toContain('clean-air-answer.pdf');

    await removeAnswer(world.store, slug, answer, commandLine, now);
    await clean({ letter: slug, upload: id });

    expect((await world.app.request(`/${slug}/file/${id}`)).status).toBe(404);
    expect(await listKeys(bucket, '')).toEqual([]);
  });
});

describe('a file whose function never ran', () => {
  it('is started again, and given up with a reason after five attempts', async () => {
    hushLogs();
    const page = await send(await jpegOf());
    const started: unknown[] = [];
    const sweep = (minutes: number) => {
      world.clock.now += minutes * 60_000;
      return sweepUploads(world.store, async (request) => void started.push(request), new Date(world.clock.now));
    };
    expect(await sweep(1)).toBe(0);
    expect(await sweep(2)).toBe(1);
    expect(started).toEqual([{ letter: slug, upload: (await only()).id }]);
    for (const _ of [2, 3, 4, 5]) expect(await sweep(20)).toBe(1);
    expect(await sweep(20)).toBe(0);
    expect(await (await browser.request(page)).text()).toContain('could not be checked');
    expect(await listDueUploads(world.store)).toEqual([]);
  });
});

it('is kept under its own key whatever is in the bucket', async () => {
  await putObject(bucket, { key: 'uploads/clean-air/other', body: Buffer.from('x'), type: 'image/png' });
  await send(await jpegOf());
  await clean({ letter: slug, upload: (await only()).id });
  expect(await listKeys(bucket, 'uploads/')).toHaveLength(2);
});
