/**
 * Asks signers of an older version to carry their signature over after a change of substance: by mail, once each
 * (rule 9).
 */
import pMap from 'p-map';
import { closedSince, currentVersion, findVersion, type Letter } from '../../shared/letter/letter.ts';
import { olderVersionIn } from '../../shared/letter/shown-version.ts';
import { languageOfText } from '../../shared/letter/text-seen.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { type CountedRow, readCounted } from '../../shared/signature/lists/counted-index.ts';
import { type SignatureRecord, textSeenBy } from '../../shared/signature/record.ts';
import { isCounted } from '../../shared/signature/states.ts';
import { askedToCarryOver } from '../../shared/signature/transitions.ts';
import { walkCounted } from './walk-counted.ts';

/** Time after closing and after the last new version from which nobody can still sign an older one, in milliseconds. */
const quietAfter = 60 * 24 * 3600 * 1000;

/**
 * Continues the walk.
 *
 * @param hasTime whether there is time for another page
 * @returns the number of signers asked
 */
export async function askAboutNewVersion(
  store: Store,
  letter: Letter,
  now: Date,
  hasTime: () => boolean,
): Promise<number> {
  const { id } = currentVersion(letter);
  if (letter.state === 'draft' || letter.versions.length < 2 || isQuiet(letter, now)) return 0;
  return walkCounted(store, {
    letter: letter.slug,
    work: `carry#${id}`,
    now,
    hasTime,
    read: (partition, after) => readCounted(store, partition, { after, unaskedAbout: id }),
    ask: (rows) => ask(store, letter, rows, now),
  });
}

/** @returns the number of signers that could not be asked; a later walk finds them again */
async function ask(store: Store, letter: Letter, rows: readonly CountedRow[], now: Date): Promise<number> {
  const { id: version } = currentVersion(letter);
  let missed = 0;
  await pMap(
    rows,
    async ({ id }) => {
      try {
        await change(
          store,
          id,
          (found) => (isCounted(found) && !readsOlder(letter, found) ? askedToCarryOver(found, version, now) : found),
          now,
        );
      } catch (error) {
        missed += 1;
        logError('a signer was not asked about a new version', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    },
    { concurrency: 10 },
  );
  return missed;
}

/**
 * Readers of a translation that was kept are asked when it is updated: until then they see the text that they signed.
 */
function readsOlder(letter: Letter, record: SignatureRecord): boolean {
  const signed = findVersion(letter, record.letterVersion);
  const read = signed && languageOfText(letter, signed, textSeenBy(record), record.language);
  return signed !== undefined && read !== undefined && olderVersionIn(letter, read)?.id === signed.id;
}

function isQuiet(letter: Letter, now: Date): boolean {
  const closed = closedSince(letter, now);
  if (!closed) return false;
  const last = Math.max(closed.getTime(), new Date(currentVersion(letter).at).getTime());
  return now.getTime() - last > quietAfter;
}
