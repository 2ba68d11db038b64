/** A request of the secretariat that arrives twice, as after an error, is carried out once. */
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { findMember } from '../../shared/member/storage.ts';
import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { uploadKey } from '../../shared/platform/store/keys.ts';
import { readItem } from '../../shared/platform/store/read.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { loseEveryAnswer } from '../fixtures/dynamodb-faults.ts';
import { keepUpload } from '../fixtures/kept-upload.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { personal } from '../fixtures/personal.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, secretariatEmail, type World } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const base = `/console/letters/${letter}`;
const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
let owner: Browser;

beforeEach(async () => {
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  owner = await signIn(world);
});

/** Sends a form at the same moment as its repeat, and once more. */
async function thrice(path: string, fields: Readonly<Record<string, string>>): Promise<string[]> {
  await owner.csrf();
  const answers = await Promise.all([owner.send(path, fields), owner.send(path, fields)]);
  return [...answers, await owner.send(path, fields)].map(
    ({ status, headers }) => `${status} ${headers.get('location')}`,
  );
}
const auditEntries = async (scope: '*' | typeof letter, did: string) =>
  (await listAudit(world.store, { scope, month: '2026-05' })).entries.filter((entry) => entry.did === did);

it('records an answer once, and another one with the same words after the first was changed', async () => {
  const answer = { from: 'Office of the Mayor', receivedOn: '2026-04-30', language: 'en', text: 'We **agree**.' };
  expect(await thrice(`${base}/answers/new`, answer)).toEqual(Array(3).fill(`303 ${base}/answers`));
  expect(await auditEntries(letter, 'answer.recorded')).toHaveLength(1);
  const [{ subject = '' } = {}] = await auditEntries(letter, 'answer.recorded');
  expect((await owner.send(`${base}/answers/new`, { ...answer, text: 'We agree to all.' })).status).toBe(303);
  expect(await auditEntries(letter, 'answer.recorded')).toHaveLength(2);
  const change = { ...answer, text: 'We do not agree.', revision: '1' };
  expect((await owner.send(`${base}/answers/${subject}`, change)).status).toBe(303);
  expect((await owner.send(`${base}/answers/new`, answer)).status).toBe(303);
  expect(await auditEntries(letter, 'answer.recorded')).toHaveLength(3);
  expect(await owner.page(`${base}/answers/${subject}`)).toContain('We do not agree.');
});

it('gives a member a right once', async () => {
  const invited = { name: 'Ilsabe', email: 'ilsabe@secretariat.example', scope: '*', role: 'viewer' };
  personal(invited.email);
  await owner.send('/console/members', invited);
  await owner.send('/console/members', invited);
  const member = await findMember(world.store, keys, invited.email);
  const grant = { scope: '*', role: 'editor' };
  await owner.send(`/console/members/${member?.id}/grant`, grant);
  await owner.send(`/console/members/${member?.id}/grant`, grant);
  expect((await findMember(world.store, keys, invited.email))?.grants).toEqual({
    '*': { role: 'editor', mailboxes: false },
  });
  expect(await auditEntries('*', 'member.invited')).toHaveLength(1);
  expect(await auditEntries('*', 'member.changed')).toHaveLength(1);
});

it('shows a file to the public once, and uses a logo once', async () => {
  const bucket: Bucket = await freshBucket();
  const scan = await keepUpload(world, bucket, { kind: 'answer', answer: '0123456789ab' }, Buffer.from('scan'));
  const logo = await keepUpload(world, bucket, { kind: 'look' }, Buffer.from('logo'));
  for (const isPublic of ['yes', 'yes', 'no', 'no', 'yes']) {
    for (const { id } of [scan, logo]) {
      expect((await owner.send(`${base}/files/${id}/publish`, { public: isPublic })).status).toBe(303);
    }
  }
  expect(await readItem(world.store, uploadKey(letter, 'upload', scan.id))).toMatchObject({ isPublic: true });
  expect(await auditEntries(letter, 'upload.published')).toHaveLength(2);
  expect(await auditEntries(letter, 'upload.hidden')).toHaveLength(1);
  expect(await auditEntries(letter, 'letter.saved')).toHaveLength(3);
});

it('starts, and takes back, an action on many signatures once', async () => {
  const { id } = await sign(world, endorsement(1));
  const seen = `${id}:${await versionOf(world, { id })}`;
  const made = await owner.send(`${base}/bulk`, { do: 'hold', of: 'ticked', id: seen });
  const job = z.string().parse(made.headers.get('location'));
  const decisions = ['start', 'start', 'advance', 'start', 'roll-back', 'roll-back', 'advance', 'roll-back'];
  for (const decision of decisions) {
    expect([decision, (await owner.send(`${job}/${decision}`)).headers.get('location')]).toEqual([decision, job]);
  }
  expect((await owner.send(`${job}/start`)).status).toBe(409);
  expect(await auditEntries(letter, 'bulk.started')).toHaveLength(1);
  expect(await auditEntries(letter, 'bulk.rolled-back')).toHaveLength(1);
});

it('stores which mails a member wants, when the answers of the table are lost', async () => {
  loseEveryAnswer(world.store);
  expect((await owner.send('/console/me/digest', { digest: 'on' })).status).toBe(303);
  expect((await owner.send('/console/me/alerts', { complaint: 'at-once' })).status).toBe(303);
  expect(await findMember(world.store, keys, secretariatEmail)).toMatchObject({
    digest: true,
    alerts: { complaint: 'at-once' },
  });
});
