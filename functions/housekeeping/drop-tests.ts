/**
 * Deletes test signatures whose letter was opened, whose preview link was revoked or replaced, or whose time is over.
 * They stopped working at that moment. This only removes the rows, so a killed run does no harm.
 */
import type { Letter } from '../../shared/letter/letter.ts';
import { readPreviewLink } from '../../shared/letter/preview-link.ts';
import { testSignaturesPartition } from '../../shared/platform/store/keys.ts';
import { queryPages } from '../../shared/platform/store/query.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { table } from '../../shared/platform/store/table.ts';
import { dropTest, isTestAlive, listedTest } from '../../shared/test-signature/test-signature.ts';

const batch = 100;

/** @returns the number of tests deleted. One Query for a letter without any */
export async function dropTests(store: Store, letter: Letter, now: Date, hasTime: () => boolean): Promise<number> {
  const { slug } = letter;
  let dropped = 0;
  const range = { limit: batch };
  for await (const rows of queryPages(store, table, testSignaturesPartition(slug), range, listedTest)) {
    if (rows.length === 0) continue;
    const current = (await readPreviewLink(store, slug))?.hash;
    for (const row of rows) {
      if (!hasTime()) return dropped;
      if (isTestAlive(row, { letter, current }, now.getTime())) continue;
      await dropTest(store, { ...row, letter: slug });
      dropped += 1;
    }
  }
  return dropped;
}
