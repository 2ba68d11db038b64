/** The example letter, imported when the stack has no letter. */
import { readLetterFiles } from '../../cli/letter-files.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import { housekeepingEnv } from '../../shared/platform/config/env.ts';
import { openStore } from '../../shared/platform/store/store.ts';

const example = new URL('../../docs/examples/keep-the-river-open.md', import.meta.url);

/** Imports and opens the example letter when there is no letter yet. Returns the slugs of the letters to show. */
export async function ensureExampleLetter(): Promise<readonly string[]> {
  const store = openStore(housekeepingEnv.parse(process.env).TABLE_NAME);
  const letters = await listLetters(store);
  if (letters.length > 0) return letters.map(({ slug }) => slug);
  const { file, translations } = await readLetterFiles(decodeURIComponent(example.pathname));
  await importLetter(store, file, translations, { now: new Date(), open: true });
  return [file.slug];
}
