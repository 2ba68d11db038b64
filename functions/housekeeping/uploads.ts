/**
 * Starts the document function again for uploaded files that are still due: its event was lost, or it was killed. After
 * some attempts it records that the file could not be checked, so that people see it and can send another.
 */
import { logNotStarted, type StartFunction } from '../../shared/delivery/start-function.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { type DueUpload, listDueUploads, lookAgain, uploadDone } from '../../shared/upload/due.ts';
import { readUpload, recordUpload } from '../../shared/upload/storage.ts';

const maxTries = 5;

/** @returns the number of files for which the function was started */
export async function sweepUploads(store: Store, start: StartFunction, now: Date): Promise<number> {
  let started = 0;
  for (const due of await listDueUploads(store)) {
    if (due.lookAt > now.toISOString()) continue;
    // Deleting a file is retried without limit, because nobody else would delete it.
    if (due.work === 'clean' && due.tries >= maxTries) {
      await giveUp(store, due);
      continue;
    }
    // Another run may handle it concurrently.
    if (!(await lookAgain(store, due, now))) continue;
    try {
      await start({ letter: due.letter, upload: due.upload });
      started += 1;
    } catch (error) {
      logNotStarted(error);
    }
  }
  return started;
}

/** The file as it was sent expires in the bucket. */
async function giveUp(store: Store, due: DueUpload): Promise<void> {
  const upload = await readUpload(store, due.letter, due.kind, due.upload);
  if (upload?.progress.state === 'checking') {
    await recordUpload(store, upload, { state: 'refused', why: 'unavailable' });
    logError('an uploaded file could not be checked', { letter: due.letter });
  }
  await uploadDone(store, due);
}
