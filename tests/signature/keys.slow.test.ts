/** Nobody can cause a key that DynamoDB refuses, by a name, a search, a cursor or an id in an address. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { mailsTo } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
let owner: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2026-11-02T09:00:00Z') });
  await openTestLetter(world.store);
  await addTestMember(world, 'owns@secretariat.example', grantsOf('owner'));
  owner = await signIn(world, 'owns@secretariat.example');
});

const cursorOf = (...content: unknown[]) => Buffer.from(JSON.stringify(content)).toString('base64url');
const home = '/console/letters/clean-air';

const long = {
  'Hangul syllables': '각'.repeat(160),
  'ligatures of eighteen letters': '\ufdfa'.repeat(200),
  'letters with three accents': '\u1f82'.repeat(200),
  'musical letters': '𝕬'.repeat(100),
  'one letter': 'w'.repeat(200),
  'accents on every letter': 'e\u0301\u0323'.repeat(66),
};

describe.each(Object.entries(long))('a name of %s', (what, name) => {
  const email = `${what.replaceAll(' ', '-').toLowerCase()}@mail.example`;

  it.each([
    ['an organisation without a website', { organisation: { name, country: 'KR' } }],
    ['a person', { kind: 'individual', organisation: undefined, attestation: undefined }],
  ])('is signed, listed and found: %s', async (_, change) => {
    const body = endorsement(1, {
      ...change,
      signatory: { name, ...('kind' in change ? {} : { role: 'Chair' }), email },
    });
    expect((await world.submit('clean-air', body)).status).toBe(202);
    await world.sendMails();
    const mail = mailsTo(world, email).findLast(({ text }) => text.includes('/confirm/'));
    expect((await world.confirm(mail ? tokenIn(mail) : '')).status).toBe(200);
    await world.sendMails();
    const q = encodeURIComponent(name.slice(0, 100));
    for (const path of [`/v1/letters/clean-air/signatures?q=${q}`, '/v1/letters/clean-air/signatures?order=name']) {
      const answer = await world.app.request(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(name.normalize('NFC').slice(0, 20));
    }
    const list = await owner.page(`${home}/signatures?q=${q}`);
    for (const [, id] of list.matchAll(/signatures\/([0-9a-z]{20})"/g))
      expect((await owner.request(`${home}/signatures/${id}`)).status).toBe(200);
    world.clock.now += 3_600_000;
  });
});

const cursors = [
  cursorOf('name', 'zzzz'),
  cursorOf('newest', 'zzzz'),
  cursorOf('oldest', 'zzzz'),
  cursorOf('name', ' '),
  cursorOf('newest', ' '),
  cursorOf('name', '\u{10ffff}'.repeat(120)),
  cursorOf('newest', '\ud800'),
  cursorOf('name', ''),
  Buffer.from(JSON.stringify({ shard: 3, after: { pk: '', sk: '', lookAt: '' } })).toString('base64url'),
  Buffer.from(
    JSON.stringify({ shard: 3, after: { pk: 'x'.repeat(1500), sk: 'SIGNATURE', lookAt: '2026-11-02T09:00:00Z' } }),
  ).toString('base64url'),
  '',
  'x',
  '#'.repeat(199),
  '0'.repeat(199),
  '2026-11-02T09:00:00.000Z#',
];

it.each(cursors)('no cursor causes an error: %s', async (cursor) => {
  const at = encodeURIComponent(cursor);
  for (const query of ['order=newest', 'order=name', 'q=a', 'q=w&country=KZ', 'order=name&kind=individual']) {
    const answer = await world.app.request(`/v1/letters/clean-air/signatures?${query}&cursor=${at}`);
    expect([200, 400]).toContain(answer.status);
    const page = await world.app.request(`/clean-air/signatories?${query}&cursor=${at}`);
    expect(page.status).toBeLessThan(400);
  }
  const states = ['any', 'review', 'pending', 'silent', 'undeliverable', 'withdrawn'];
  for (const path of [
    ...states.flatMap((state) => [
      `${home}/signatures?state=${state}&cursor=${at}`,
      `${home}/signatures?state=${state}&order=oldest&cursor=${at}`,
      `${home}/signatures?state=${state}&q=a&cursor=${at}`,
    ]),
    `${home}/review?after=${at}`,
    `${home}/audit?after=${at}`,
    `/console/audit?after=${at}`,
    `${home}/import/${at}`,
    `${home}/bulk/${at}`,
    `${home}/partners/${at}`,
    `${home}/signatures/${at}`,
    `/console/members/${at}`,
  ])
    expect((await owner.request(path)).status, path).toBeLessThan(500);
});

it('no id in an address causes an error, however long', async () => {
  for (const id of ['a'.repeat(3000), 'ä'.repeat(1100), '%00', '..%2F', '%F0%9F%8E%89'.repeat(300)])
    for (const path of [
      `/v1/letters/${id}/signatures`,
      `/${id}`,
      `/${id}/signatories`,
      `/confirm/${id}`,
      `/manage/${id}`,
      `/stop/${id}`,
      `/figures/clean-air/${id}/${id}`,
    ])
      expect((await world.app.request(path)).status, path.slice(0, 40)).toBeLessThan(500);
});
