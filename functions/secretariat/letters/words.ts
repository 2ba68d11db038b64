/** A letter's own strings, in the language named in the path. */
import type { Context } from 'hono';
import type { OwnTexts } from '../../../shared/letter/own-texts.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { languageTag } from '../../../shared/text/language-tag.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { type SavePlan, saveLetter } from './save-parts.ts';

export interface FoundWords {
  readonly known: LetterWithTexts;
  /** A language in which the letter can be read. */
  readonly language: string;
  /** The letter's own strings, by key. */
  readonly own: OwnTexts;
  /** The default strings, by key: all that the letter may replace, and no others. */
  readonly ours: ReadonlyMap<string, string>;
}

/** @returns undefined when the letter has no text in that language */
export async function wordsInPath(c: Context, api: ConsoleContext): Promise<FoundWords | undefined> {
  const tag = languageTag.safeParse(c.req.param('language'));
  const known = tag.success ? await letterWithTextsInPath(c, api) : undefined;
  if (!tag.success || !known?.texts.has(tag.data)) return undefined;
  const { replaceable } = await import('../../../shared/letter/own-texts-check.ts');
  const language = tag.data;
  return { known, language, own: known.letter.ownTexts[language] ?? {}, ours: await replaceable(language) };
}

/** Saved, or the errors by string; errors that concern all are under ''. */
export type SavedWords =
  | Exclude<SavePlan, { outcome: 'planned' }>
  | { outcome: 'saved' }
  | { outcome: 'wrong'; errors: ReadonlyMap<string, string> };

/** Checks the strings as an import of a file does, and saves them. @param revision the revision that the user saw */
export async function saveWords(
  { store, now }: ConsoleContext,
  { actor }: Pick<Visit, 'actor'>,
  { known, language }: Pick<FoundWords, 'known' | 'language'>,
  strings: OwnTexts,
  revision: number,
): Promise<SavedWords> {
  const { readOwnTexts } = await import('../../../shared/letter/own-texts-check.ts');
  const read = readOwnTexts(language, strings);
  if (!read.ok) return { outcome: 'wrong', errors: read.errors };
  const change = { ownTexts: { language, strings: read.strings } };
  const done = await saveLetter(store, known.letter.slug, change, { revision, now: now() }, actor);
  if (done.outcome !== 'planned') return done;
  return done.plan.outcome === 'refused'
    ? { outcome: 'wrong', errors: new Map([['', done.plan.why]]) }
    : { outcome: 'saved' };
}
