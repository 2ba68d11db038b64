/** Starts the document function where a letter needs new pictures. */
import { readCount } from '../../shared/count/count.ts';
import { logNotStarted, type StartFunction } from '../../shared/delivery/start-function.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { arePicturesDue, isResting, noteStart, readPictures } from '../../shared/picture/picture.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/** @returns 1 when it was started. A failure is tried again after an hour */
export async function startPictures(store: Store, start: StartFunction, letter: Letter, now: Date): Promise<number> {
  if (letter.state === 'draft') return 0;
  const row = await readPictures(store, letter.slug);
  if (isResting(row, now)) return 0;
  const count = await readCount(store, letter.slug);
  if (!count) return 0;
  const signatures = count.organisations + count.individuals + count.offline;
  if (!arePicturesDue(row, letter, signatures, now)) return 0;
  if (!(await noteStart(store, letter.slug, row, now))) return 0;
  try {
    await start({ letter: letter.slug, what: 'pictures' });
  } catch (error) {
    logNotStarted(error);
    return 0;
  }
  return 1;
}
