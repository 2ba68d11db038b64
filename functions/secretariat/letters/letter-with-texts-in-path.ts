/** The letter named in the path of a request. */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { readLetterWithTexts } from '../../../shared/letter/lifecycle.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { ConsoleContext } from '../context.ts';

/** @returns the letter with its current texts, or undefined when there is none of that name */
export async function letterWithTextsInPath(
  c: Context,
  { store }: ConsoleContext,
): Promise<LetterWithTexts | undefined> {
  const slug = letterSlug.safeParse(c.req.param('letter'));
  return slug.success ? readLetterWithTexts(store, slug.data) : undefined;
}

/** @returns its text in the first language, which every letter has */
export function originalOf({ letter, texts }: LetterWithTexts) {
  const text = texts.get(letter.language);
  if (!text) throw new Error('a letter has a text in its first language');
  return text;
}
