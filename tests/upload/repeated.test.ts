/** A change of a signature's files that arrives twice, or whose answer is lost, is made once. */
import { beforeEach, expect, it } from 'vitest';
import { newEvidenceFile } from '../../functions/secretariat/files/evidence.ts';
import { approveLogo, declineLogo, seenFields } from '../../functions/secretariat/logos/decide.ts';
import { commandLine, listAudit } from '../../shared/audit/audit.ts';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { addByHand } from '../../shared/signature/added.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { readUpload } from '../../shared/upload/storage.ts';
import type { KeptUpload } from '../../shared/upload/upload.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { loseFirstTransaction } from '../fixtures/dynamodb-faults.ts';
import { keepUpload } from '../fixtures/kept-upload.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const clock = { now: Date.UTC(2026, 4, 1) };
const now = new Date(clock.now);
const by = commandLine;
let world: World;

beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
});

const deeds = async (wanted: string) =>
  (await listAudit(world.store, { scope: slug, month: '2026-05' })).entries.filter(({ did }) => did === wanted).length;

async function logo() {
  const { id } = await sign(world, endorsement(1));
  const upload: KeptUpload = await keepUpload(
    world,
    await freshBucket(),
    { kind: 'logo', signature: id },
    Buffer.from('logo'),
  );
  await change(world.store, id, (record) => ({ ...record, logoUpload: upload.id }), now);
  const fieldsVersion = seenFields(await recordOf(world, { id }));
  return { id, deciding: { store: world.store, upload, fieldsVersion, by, now } };
}

it('shows a logo that was approved', async () => {
  const { id, deciding } = await logo();
  const lost = loseFirstTransaction(world.store);
  expect(await approveLogo(deciding)).toBe(true);
  expect(await approveLogo(deciding)).toBe(true);
  const record = await recordOf(world, { id });
  expect([record.logo?.id, record.logoUpload]).toEqual([deciding.upload.id, undefined]);
  expect(lost).toHaveLength(1);
  expect(await deeds('logo.approved')).toBe(1);
});

it('declines a logo once, and keeps the first reason', async () => {
  const { deciding } = await logo();
  const lost = loseFirstTransaction(world.store);
  expect(await declineLogo(deciding, 'Too small.')).toBe(true);
  expect(await declineLogo(deciding, 'Too small.')).toBe(true);
  expect(await declineLogo(deciding, 'Not theirs.')).toBe(false);
  expect((await readUpload(world.store, slug, 'logo', deciding.upload.id))?.progress).toEqual({
    state: 'declined',
    reason: 'Too small.',
  });
  expect(lost).toHaveLength(1);
  expect(await deeds('logo.declined')).toBe(1);
});

it('makes room for a file of evidence', async () => {
  const [id, letter] = [makeSignatureId(), await readLetter(world.store, slug)];
  if (!letter) throw new Error('there is no letter');
  const typed = {
    kind: 'organisation',
    organisationName: 'Harbour Choir',
    country: 'KZ',
    evidence: 'By email',
  } as const;
  await addByHand({ store: world.store, keys, letter, by, now }, id, typed);
  const lost = loseFirstTransaction(world.store);
  const upload = await newEvidenceFile({ store: world.store, by, now }, { id, letter: slug });
  expect((await recordOf(world, { id })).evidenceFiles).toEqual([upload?.id]);
  expect(lost).toHaveLength(1);
});
