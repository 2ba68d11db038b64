/** Work that one of several runs may do is done, also when the answer of the table to the run that took it is lost. */
import { beforeEach, expect, it } from 'vitest';
import { buildWordIndex } from '../../functions/housekeeping/build-word-index.ts';
import { sweepDocuments } from '../../functions/housekeeping/documents.ts';
import { startPictures } from '../../functions/housekeeping/start-pictures.ts';
import { sweepUploads } from '../../functions/housekeeping/uploads.ts';
import { pauseForSes } from '../../functions/mailer/mail-pause.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import type { StartFunction } from '../../shared/delivery/start-function.ts';
import { letterSlug } from '../../shared/ids.ts';
import { advance } from '../../shared/jobs/bulk/advance.ts';
import { decideJob, makeTickedJob } from '../../shared/jobs/bulk/decide.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { transactOrThrow } from '../../shared/platform/store/transaction.ts';
import { fieldsVersion } from '../../shared/signature/public-fields.ts';
import { newUpload, uploadArrived, uploadPut } from '../../shared/upload/storage.ts';
import { again, start } from '../fixtures/deliveries.ts';
import { loseEveryAnswer } from '../fixtures/dynamodb-faults.ts';
import { hushLogs } from '../fixtures/logs.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const minute = 60 * 1000;
let world: World;
let letter: Letter;
let signed: Awaited<ReturnType<typeof sign>>;
let started: Parameters<StartFunction>[0][];
const startIt: StartFunction = async (request) => void started.push(request);
const now = () => new Date(world.clock.now);

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  signed = await sign(world, endorsement(1));
  const found = await readLetter(world.store, slug);
  if (!found) throw new Error('there is no letter');
  letter = found;
  started = [];
});

it('starts the document function for a delivery, and gives up after five attempts', async () => {
  const delivery = await start(world, 'interim');
  loseEveryAnswer(world.store);
  for (let tries = 1; tries <= 6; tries += 1) {
    world.clock.now += 20 * minute;
    if (tries === 6) hushLogs();
    await sweepDocuments(world.store, startIt, now());
  }
  expect(started).toEqual(Array(5).fill({ letter: slug, delivery: delivery.id }));
  expect((await again(world, delivery)).progress).toMatchObject({ state: 'failed', why: 'unavailable' });
  expect(await listDueDocuments(world.store)).toEqual([]);
});

it('starts the document function for an uploaded file', async () => {
  const upload = newUpload(slug, { kind: 'look' }, now());
  await transactOrThrow(world.store, [uploadPut(world.store, upload, now())]);
  await uploadArrived(world.store, upload, commandLine, now());
  loseEveryAnswer(world.store);
  world.clock.now += 20 * minute;
  expect(await sweepUploads(world.store, startIt, now())).toBe(1);
  expect(await sweepUploads(world.store, startIt, now())).toBe(0);
  expect(started).toEqual([{ letter: slug, upload: upload.id }]);
});

it('starts the document function for the pictures of a letter', async () => {
  loseEveryAnswer(world.store);
  expect(await startPictures(world.store, startIt, letter, now())).toBe(1);
  expect(await startPictures(world.store, startIt, letter, now())).toBe(0);
});

it('builds the index of words', async () => {
  loseEveryAnswer(world.store);
  expect(await buildWordIndex(world.store, letter, now(), () => true)).toBe(1);
});

it('reports that SES takes no mail, once', async () => {
  loseEveryAnswer(world.store);
  expect(await pauseForSes(world.store, world.clock.now)).toBe(true);
  expect(await pauseForSes(world.store, world.clock.now)).toBe(false);
  world.clock.now += 2 * minute;
  expect(await pauseForSes(world.store, world.clock.now)).toBe(true);
});

it('ends an action on many signatures', async () => {
  const seen = { id: signed.id, fieldsVersion: fieldsVersion.parse(await versionOf(world, signed)) };
  loseEveryAnswer(world.store);
  const making = { letter: slug, by: commandLine, wanted: { do: 'hold' }, sight: { withNames: true } } as const;
  const made = await makeTickedJob(world.store, making, [seen], now());
  const running = made && (await decideJob(world.store, made, 'start', commandLine, now()));
  if (!running) throw new Error('it was not started');
  const advancing = { store: world.store, keys: async () => keys, now, hasTime: () => true };
  expect(await advance(advancing, running)).toMatchObject({ state: 'done', changed: 1, refused: 0 });
  expect((await recordOf(world, signed)).moderation).toBe('held');
});
