/**
 * Acceptance test from outside, for co-signatories and operators: sign → stream → queue → mail → confirm → counted →
 * listed → withdrawn. The same file runs on the local stack (`npm test`) and on a deployed one (`npm run test:deploy`).
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { personal, personalMail } from '../../fixtures/personal.ts';
import { letterFile, openSite, type Site } from './site.ts';

const slug = 'keep-the-archive-open';
const organisation = { name: 'Archive Friends', website: 'https://friends.example', country: 'KZ' };
const signatory = { name: 'Adaeze Beispiel', role: 'Director', email: 'adaeze@friends.example' };
const endorsement = {
  kind: 'organisation',
  organisation,
  signatory,
  attestation: true,
  display: 'public',
  consents: { publication: true, updates: false, partner: false },
  language: 'en',
};
const withheld = {
  kind: 'individual',
  signatory: { name: 'Grusha Beispiel', email: 'grusha@mail.example' },
  display: 'withheld',
  consents: { publication: false, updates: false, partner: false },
  language: 'en',
};

const count = z.object({ organisations: z.int(), individuals: z.int(), total: z.int() });
const list = z.object({
  items: z.array(z.object({ organisation: z.object({ name: z.string() }).optional(), kind: z.string() })),
});
const json = { accept: 'application/json' };

let site: Site;
beforeAll(async () => {
  personal(signatory.name, signatory.email, withheld.signatory.name, withheld.signatory.email);
  site = await openSite();
});
afterAll(() => site.stop());

const api = (path: string) => `${site.publicUrl}/v1/letters/${slug}${path}`;

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const { status, text } = await site.request('GET', api(path));
  expect(status, text).toBe(200);
  return schema.parse(JSON.parse(text));
}
const counted = () => read('/count', count);
const listed = async () => (await read('/signatures', list)).items.map(({ organisation: of }) => of?.name);

/** Waits until an address has that many mails. @returns the newest of them */
async function mail(address: string, number: number): Promise<string> {
  const found = await vi.waitUntil(async () => (await site.mailsTo(address)).at(number - 1), {
    timeout: 20_000,
    interval: 200,
  });
  personalMail(address, found);
  return found;
}
const linkIn = (text: string, to: 'confirm' | 'manage') =>
  z.string().parse(new RegExp(`https?://\\S+/${to}/[a-z0-9]{46}`).exec(text)?.[0]);

const links: Record<string, string> = {};

test('an operator imports a letter and opens it', async () => {
  await site.letter('import', letterFile, '--open');
  const { state } = await read('', z.object({ state: z.string() }));
  expect(state).toBe('open');
});

test('a submission is accepted, and every submission gets the same answer', async () => {
  const answers = [];
  for (const body of [endorsement, withheld, endorsement]) {
    answers.push(await site.request('POST', api('/signatures'), { json: body }));
  }
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set(['202 {"status":"confirmation-requested"}']),
  );
});

test('the confirmation mail holds the whole link, and opening it changes nothing', async () => {
  for (const { email } of [signatory, withheld.signatory]) {
    const link = linkIn(await mail(email, 1), 'confirm');
    expect(link.startsWith(site.publicUrl)).toBe(true);
    links[email] = link;
    const { status, text } = await site.request('GET', link);
    expect(status).toBe(200);
    expect(text).toMatch(/<form[^>]*method="?post/i);
  }
  expect(await counted()).toEqual({ organisations: 0, individuals: 0, total: 0 });
});

test('pressing the button confirms, and pressing it again changes nothing', async () => {
  for (const outcome of ['confirmed', 'already-confirmed']) {
    for (const { email } of [signatory, withheld.signatory]) {
      const answer = await site.request('POST', links[email] ?? '', { headers: json });
      expect(JSON.parse(answer.text)).toEqual({ status: outcome });
    }
  }
});

test('both are counted, and only those who did not withhold their name are listed', async () => {
  expect(await counted()).toEqual({ organisations: 1, individuals: 1, total: 2 });
  await vi.waitUntil(async () => (await listed()).length === 1, { timeout: 20_000 });
  expect(await listed()).toEqual([organisation.name]);
});

test('withdrawing with the link in the receipt removes the signature from count and list, and says so', async () => {
  const link = linkIn(await mail(signatory.email, 2), 'manage');
  const answer = await site.request('POST', link, { json: { action: 'withdraw' }, headers: json });
  expect(answer.status, answer.text).toBe(200);
  expect(await counted()).toEqual({ organisations: 0, individuals: 1, total: 1 });
  await vi.waitUntil(async () => (await listed()).length === 0, { timeout: 20_000 });
  expect(await mail(signatory.email, 3)).toContain(organisation.name);
  expect(await site.mailsTo(signatory.email)).toHaveLength(3);
});
