/** The title of a letter, for pages other than its own. */
import type { Letter } from '../../shared/letter/letter.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import type { ApiContext } from './context.ts';

/** @returns the title as it is read now in that language of the letter; else the title in its first language */
export async function titleOf(api: ApiContext, letter: Letter, language: string): Promise<string> {
  const stored = await api.letters.text(letter.slug, versionShownIn(letter, language), language);
  return stored?.text.title ?? letter.title;
}
