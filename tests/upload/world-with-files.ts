/** A letter with a delivery, whose files are in a bucket on a real engine. */
import { cleanUpload } from '../../functions/document/clean-upload.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { newAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import { letterSlug } from '../../shared/ids.ts';
import { linkTo } from '../../shared/platform/bucket/bucket.ts';
import { uploadForm } from '../../shared/platform/bucket/form.ts';
import { listDueUploads } from '../../shared/upload/due.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { asFunction } from '../fixtures/permissions.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

export const slug = letterSlug.parse('clean-air');
export const today = new Date().toISOString().slice(0, 10);

type Bucket = Awaited<ReturnType<typeof freshBucket>>;

export async function worldWithFiles(): Promise<{ world: World; bucket: Bucket }> {
  // The command lines go by the clock of the machine.
  const world = makeWorld(await freshStore(), { now: Date.now() });
  const bucket = await freshBucket();
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await makeReadyDelivery(world, { kind: 'interim' });
  world.api.files.form = async (wanted) => uploadForm(bucket, wanted, new Date());
  world.api.files.link = (file, name) => linkTo(bucket, file, name);
  world.api.linkToFile = (file, name) => linkTo(bucket, file, name);
  return { world, bucket };
}

/** Works on what is due, as the document function does. */
export async function checkFiles({ world, bucket }: { world: World; bucket: Bucket }): Promise<void> {
  const now = () => new Date(world.clock.now);
  for (const due of await listDueUploads(world.store))
    await asFunction('document', () => cleanUpload({ store: world.store, bucket, now }, due));
}

export async function answerOf({ world }: { world: World }): Promise<string> {
  const now = new Date(world.clock.now);
  const next = await newAnswer({ from: 'The Mayor', receivedOn: today, language: 'en', text: 'Yes.' }, now);
  await writeAnswer(world.store, slug, { before: undefined, next, by: commandLine }, now);
  return next.id;
}
