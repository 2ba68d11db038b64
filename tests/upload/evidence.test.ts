/** Files of evidence for signatures that were added by hand: internal, and gone with the person, on the real bucket. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { withoutUnpublishedData } from '../../functions/housekeeping/without-unpublished-data.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { keptFileKeys } from '../../shared/delivery/kept-files.ts';
import { letterSlug, makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { type Bucket, linkTo, listKeys, readObject } from '../../shared/platform/bucket/bucket.ts';
import { uploadForm } from '../../shared/platform/bucket/form.ts';
import { addByHand } from '../../shared/signature/added.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { forget } from '../../shared/signature/forget.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { listDueUploads } from '../../shared/upload/due.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { addTestMember, grantsOf, signIn } from '../fixtures/members.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { pdf, photo } from '../fixtures/pictures.ts';
import { itemsOf } from '../fixtures/records.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const base = `/console/letters/${slug}`;
let world: World;
let bucket: Bucket;
let browser: Awaited<ReturnType<typeof signIn>>;
let added: SignatureId;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  await openTestLetter(world.store);
  world.api.files.form = async (wanted) => uploadForm(bucket, wanted, new Date(world.clock.now));
  world.api.files.link = (key, name) => linkTo(bucket, key, name);
  world.api.files.read = async (key) => readObject(bucket, key);
  browser = await signIn(world);
  added = makeSignatureId();
  const letter = await readLetter(world.store, slug);
  if (!letter) throw new Error('no letter');
  const adding = { store: world.store, keys, letter, by: commandLine, now: now() };
  const typed = { kind: 'organisation', organisationName: 'Harbour Choir', country: 'KZ' } as const;
  await addByHand(adding, added, { ...typed, evidence: 'By email of 3 May, to Rita' });
});

const now = () => new Date(world.clock.now);
const signaturePage = () => browser.page(`${base}/signatures/${added}`);

/** Does what the document function was started for. */
async function work(): Promise<void> {
  for (const { letter, upload } of await listDueUploads(world.store)) {
    await asFunction('document', () => cleanUpload({ store: world.store, bucket, now }, { letter, upload }));
  }
}

/** Uploads as a browser without scripts does. @returns the path of the file's page */
async function send(bytes: Uint8Array): Promise<string> {
  const started = await browser.send(`${base}/signatures/${added}/evidence`);
  const page = started.headers.get('location') ?? '';
  const html = await browser.page(page);
  const action = /<form method="post" action="(http[^"]+)"/.exec(html)?.[1] ?? '';
  const form = new FormData();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    form.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const answer = await fetch(action, { method: 'POST', body: form, redirect: 'manual' });
  expect([200, 201, 204, 303]).toContain(answer.status);
  expect((await browser.send(`${page}/arrived`)).status).toBe(303);
  await work();
  return page;
}

describe('a file of evidence', () => {
  it('is uploaded, cleaned and shown to whoever may add by hand', async () => {
    expect(await signaturePage()).toContain('Add a file');
    const scan = await send(await pdf());
    const picture = await send(await photo('jpeg'));
    const shown = await signaturePage();
    for (const page of [scan, picture]) expect(shown).toContain(`href="${page}"`);
    const page = await browser.page(scan);
    expect(page).toContain('For the secretariat only');
    expect(page).not.toContain('Publish');
    expect((await browser.request(`${scan}/content`)).status).toBe(302);
    expect((await browser.request(`${picture}/content`)).headers.get('content-type')).toBe('image/jpeg');
    expect(await listKeys(bucket, 'incoming/')).toEqual([]);
    expect(await listKeys(bucket, 'uploads/')).toHaveLength(2);
  });

  it('is hidden from the public and from members without the permission', async () => {
    const page = await send(await pdf());
    const id = page.split('/').at(-1);
    expect((await world.app.request(`/${slug}/file/${id}`)).status).toBe(404);
    expect((await browser.request(`${base}/files/${id}`)).status).toBe(404);
    expect((await browser.send(`${base}/files/${id}/publish`, { public: 'yes' })).status).toBe(404);
    expect((await browser.send(`${base}/files`, { kind: 'evidence', signature: added })).status).toBe(404);
    for (const path of ['', '/signatures', `/signatures/${added}`]) {
      const body = await (await world.app.request(`/v1/letters/${slug}${path}`)).text();
      expect(body).not.toContain(id);
    }
    const email = 'moderator@secretariat.example';
    await addTestMember(world, email, grantsOf('moderator', slug));
    const moderator = await signIn(world, email);
    expect((await moderator.request(page)).status).toBe(403);
    expect((await moderator.request(`${page}/content`)).status).toBe(403);
    expect(await moderator.page(`${base}/signatures/${added}`)).not.toContain('/evidence/');
  });

  it('is deleted with its bytes when it is deleted, and five is the most', async () => {
    const page = await send(await pdf());
    expect((await browser.send(`${page}/remove`)).headers.get('location')).toBe(`${base}/signatures/${added}`);
    await work();
    expect(await listKeys(bucket, '')).toEqual([]);
    expect((await readSignature(world.store, added))?.evidenceFiles).toBeUndefined();
    for (let time = 0; time < 5; time += 1) await browser.send(`${base}/signatures/${added}/evidence`);
    const sixth = await browser.send(`${base}/signatures/${added}/evidence`);
    expect(sixth.headers.get('location')).toBe(`${base}/signatures/${added}`);
    expect(await signaturePage()).toContain('There is room for 5 files');
  });

  it('is erased with the person, checked or on its way: rows and bytes', async () => {
    await send(await pdf());
    const waiting = await browser.send(`${base}/signatures/${added}/evidence`);
    await forget(world.store, keys, added, now());
    await work();
    expect(await listKeys(bucket, '')).toEqual([]);
    expect((await itemsOf(world.store)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'))).toEqual([]);
    const late = waiting.headers.get('location') ?? '';
    expect((await browser.send(`${late}/arrived`)).status).toBe(404);
    expect(await listDueUploads(world.store)).toEqual([]);
  });

  it('is in a backup until it is erased', async () => {
    await send(await pdf());
    expect(await keptFileKeys(world.store)).toEqual(await listKeys(bucket, 'uploads/'));
    await forget(world.store, keys, added, now());
    expect(await keptFileKeys(world.store)).toEqual([]);
  });

  it('goes with the mailbox after the retention period of the letter', async () => {
    await send(await pdf());
    await change(world.store, added, withoutUnpublishedData, now());
    await work();
    expect(await listKeys(bucket, '')).toEqual([]);
    expect((await readSignature(world.store, added))?.organisationName).toBe('Harbour Choir');
  });

  it('survives a decision about the signature', async () => {
    const page = await send(await pdf());
    await change(world.store, added, (record) => ({ ...record, signatoryRole: 'Chair' }), now());
    expect(await signaturePage()).toContain(page);
  });

  it('is not for signatures that people sent themselves', async () => {
    const { id } = await sign(world, endorsement(1));
    expect(await browser.page(`${base}/signatures/${id}`)).not.toContain('Add a file');
    const answer = await browser.send(`${base}/signatures/${id}/evidence`);
    expect(answer.headers.get('location')).toBe(`${base}/signatures/${id}`);
    expect((await itemsOf(world.store)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'))).toEqual([]);
  });
});
