/** Logos of organisations, from the owner's page to the public list, on the real bucket. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { letterSlug, signatureId } from '../../shared/ids.ts';
import { type Bucket, listKeys, putObject, readObject } from '../../shared/platform/bucket/bucket.ts';
import { listDueUploads } from '../../shared/upload/due.ts';
import { readUploads } from '../../shared/upload/storage.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { photo, place, pngOf, svg } from '../fixtures/pictures.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
let bucket: Bucket;
let browser: Browser;
let token: string;
let id: ReturnType<typeof signatureId.parse>;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  world.api.writeIncoming = async (key, body) =>
    void (await putObject(bucket, { key, body, type: 'application/octet-stream' }));
  world.api.readFile = (key) => readObject(bucket, key);
  world.api.files.read = (key) => readObject(bucket, key);
  await openTestLetter(world.store);
  const signed = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
  token = signed.token;
  id = signatureId.parse(signed.id);
  browser = await signIn(world);
});

/** Does everything that is due. */
async function work() {
  for (const { letter, upload } of await listDueUploads(world.store)) {
    await asFunction('document', () =>
      cleanUpload({ store: world.store, bucket, now: () => new Date(world.clock.now) }, { letter, upload }),
    );
  }
}

async function send(bytes: Uint8Array | undefined, more: Record<string, string> = { right: 'on' }) {
  const body = new FormData();
  if (bytes) body.set('file', new File([bytes.slice()], 'logo.exe', { type: 'text/plain' }));
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return world.app.request(`/manage/${token}/logo`, { method: 'POST', body, headers: { accept: 'text/html' } });
}

const ownPage = async () => (await world.app.request(`/manage/${token}`, { headers: { accept: 'text/html' } })).text();
const manage = (body: object) =>
  world.app.request(`/manage/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function listed(): Promise<string | undefined> {
  const list = JSON.stringify(await world.json(`/v1/letters/${slug}/signatures`));
  return /"logo":\{"id":"([^"]+)"/.exec(list)?.[1];
}

const served = async (logo: string) => (await world.app.request(`/${slug}/logo/${logo}.png`)).status;

/** Presses the button for the first logo that waits. */
async function decide(fields: Record<string, string> = { do: 'approve' }): Promise<number> {
  const page = await browser.page(`/console/letters/${slug}/logos`);
  const [, action = ''] = /action="(\/console\/letters\/clean-air\/logos\/[a-z0-9]+)"/.exec(page) ?? [];
  const [, fieldsVersion = ''] = /name="fieldsVersion" value="([^"]+)"/.exec(page) ?? [];
  return (await browser.send(action, { fieldsVersion, ...fields })).status;
}

async function approved(bytes: Uint8Array): Promise<string> {
  expect((await send(bytes)).status).toBe(303);
  await work();
  expect(await decide()).toBe(303);
  await work();
  const logo = await listed();
  if (logo === undefined) throw new Error('no logo is listed');
  return logo;
}

describe('a logo', () => {
  it('is shown only after the secretariat has looked at it, without its place', async () => {
    expect((await send(await photo('jpeg', 1))).status).toBe(303);
    expect(await ownPage()).toContain('is being checked');
    await work();
    expect(await ownPage()).toContain('awaits review by the secretariat');
    const [upload] = await readUploads(world.store, slug, 'logo');
    expect([await listed(), await served(upload?.id ?? '')]).toEqual([undefined, 404]);

    expect(await decide()).toBe(303);

    const logo = await listed();
    expect(logo).toBe(upload?.id);
    expect(await served(logo ?? '')).toBe(200);
    const bytes = Buffer.from(await (await world.app.request(`/${slug}/logo/${logo}.png`)).arrayBuffer());
    expect([bytes.toString('latin1', 1, 4), bytes.includes(place)]).toEqual(['PNG', false]);
    const page = await (await world.app.request(`/${slug}`)).text();
    expect(page).toMatch(new RegExp(`src="/${slug}/logo/${logo}\\.png" alt="" loading="lazy" width="60" height="40"`));
    expect(await ownPage()).toContain('This logo appears beside the name');
    expect(await browser.page(`/console/letters/${slug}/logos`)).toContain('All done');
  });

  it.each([
    ['a script', svg('<script>alert(1)</script><rect width="9" height="9"/>')],
    ['something behind its end', Buffer.from('\x89PNG\r\n\x1a\n nonsense', 'latin1')],
    ['a program', Buffer.from('MZ\x90')],
  ])('with %s is refused, and nothing of it is kept', async (_, bytes) => {
    expect((await send(bytes)).status).toBe(303);
    await work();
    expect(await ownPage()).toContain('The file cannot be used');
    expect(await browser.page(`/console/letters/${slug}/logos`)).toContain('All done');
    expect(await listKeys(bucket, '')).toEqual([]);
  });

  it('is not taken without the statement, without a file, or of more than 1 MB', async () => {
    const png = await pngOf();
    for (const answer of [await send(png, {}), await send(undefined), await send(Buffer.alloc(1024 * 1024 + 1))]) {
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose a file of at most 1 MB');
    }
    expect(await listKeys(bucket, '')).toEqual([]);
  });

  it('that replaces one is reviewed, while the old one stays', async () => {
    const first = await approved(await pngOf());
    await send(await pngOf(80, 40));
    await work();
    expect([await listed(), await served(first)]).toEqual([first, 200]);

    expect(await decide()).toBe(303);
    await work();

    const second = await listed();
    expect(second).not.toBe(first);
    expect([await served(first), await served(second ?? '')]).toEqual([404, 200]);
    expect(await listKeys(bucket, '')).toEqual([`uploads/${slug}/${second}`]);
  });

  it('that is not accepted is deleted, and its owner reads why', async () => {
    await send(await pngOf());
    await work();
    expect(await decide({ do: 'decline', reason: 'This is the logo of the harbour' })).toBe(303);
    await work();
    expect(await ownPage()).toContain('Reason: This is the logo of the harbour');
    expect([await listed(), await listKeys(bucket, '')]).toEqual([undefined, []]);
  });

  it('is approved only for the organisation beside which it was seen', async () => {
    await send(await pngOf());
    await work();
    const page = await browser.page(`/console/letters/${slug}/logos`);
    const [, fieldsVersion = ''] = /name="fieldsVersion" value="([^"]+)"/.exec(page) ?? [];
    await moderated(
      world,
      { id },
      {
        do: 'correct',
        organisationName: 'Harbour Friends of Osh',
        organisationWebsite: 'https://harbour.example',
        country: 'KZ',
        signatoryName: 'Signer chair',
        signatoryRole: 'Chair',
      },
    );
    expect(await decide({ do: 'approve', fieldsVersion })).toBe(409);
    expect(await listed()).toBeUndefined();
  });
});

describe('it is gone, with its file,', () => {
  const leaves: readonly (readonly [string, () => unknown])[] = [
    ['when its owner removes it', () => send(undefined, { remove: 'on' })],
    ['when the signature is withdrawn', () => manage({ action: 'withdraw' })],
    ['when everything is erased', () => manage({ action: 'forget', sure: true })],
    [
      'when the name is withheld',
      () =>
        manage({
          action: 'consents',
          display: 'withheld',
          consents: { publication: false, updates: false, partner: false },
        }),
    ],
    ['when the secretariat rejects it', () => moderated(world, { id }, { do: 'reject', why: 'spam' })],
  ];

  it.each(leaves)('%s', async (_, leave) => {
    const logo = await approved(await pngOf());
    await leave();
    expect(await served(logo)).toBe(404);
    await work();
    expect(await listed()).toBeUndefined();
    expect(await listKeys(bucket, '')).toEqual([]);
    expect(await readUploads(world.store, slug, 'logo')).toEqual([]);
    expect(await listDueUploads(world.store)).toEqual([]);
  });
});
