/** Translations of a letter, each written beside the original. */
import type { Context } from 'hono';
import type { KnownLetter } from '../../../shared/letter/deeds.ts';
import { currentVersion } from '../../../shared/letter/letter.ts';
import { readText } from '../../../shared/letter/storage.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import { languageTag } from '../../../shared/text/language-tag.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { letterInPath, originalOf } from '../letter/find.ts';
import { draftOf } from '../letter/text-fields.ts';
import { saveText } from '../letter/text-save.ts';
import { fieldsOfTranslation, readTranslation, withOriginal } from '../letter/translation-fields.ts';
import { noErrors } from '../pages/field.tsx';
import { refusalPage } from '../pages/refusal.tsx';
import { translationPage } from '../pages/translation-page.tsx';
import { translationsPage } from '../pages/translations-page.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterTranslationRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/translations', write, async (c, visit) => {
    const known = await letterInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const asked = c.req.query('add');
    if (asked === undefined) return translationsPage(c, visit, known);
    const language = languageTag.safeParse(asked.trim());
    if (!language.success || language.data === known.letter.language) return translationsPage(c, visit, known, asked);
    return c.redirect(`/console/letters/${known.letter.slug}/translations/${language.data}`, 303);
  });

  guard.page('get', '/console/letters/:letter/translations/:language', write, async (c, visit) => {
    const found = await translationInPath(c, api);
    if (!found) return refusalPage(c, 'not-found', visit);
    const { known, language, last } = found;
    const original = originalOf(known);
    const values = last ? fieldsOfTranslation(last, original) : {};
    return translationPage(c, visit, {
      known,
      language,
      form: { values, errors: noErrors },
      shown: draftOf(withOriginal({ ...values, language }, original), api.now()),
      saved: c.req.query('saved') !== undefined,
    });
  });

  guard.page('post', '/console/letters/:letter/translations/:language', write, async (c, visit) => {
    const found = await translationInPath(c, api);
    if (!found) return refusalPage(c, 'not-found', visit);
    const { known, language } = found;
    const fields: Record<string, string> = { ...visit.form.fields, language };
    const original = originalOf(known);
    const shown = draftOf(withOriginal(fields, original), api.now());
    return saveText(c, api, visit, known, {
      part: `translations/${language}`,
      fields,
      read: readTranslation(fields, original),
      old: known.texts.get(language),
      changeTo: (translation) => ({ translation }),
      show: (page) => translationPage(c, visit, { ...page, language, shown }),
    });
  });
}

interface FoundTranslation {
  readonly known: KnownLetter;
  readonly language: string;
  /** The newest there is, of an older version where the current one has none. */
  readonly last: LetterText | undefined;
}

async function translationInPath(c: Context, api: ConsoleContext): Promise<FoundTranslation | undefined> {
  const tag = languageTag.safeParse(c.req.param('language'));
  const known = tag.success ? await letterInPath(c, api) : undefined;
  if (!tag.success || !known || tag.data === known.letter.language) return undefined;
  const language = tag.data;
  const { letter } = known;
  const version = letter.versions.findLast(({ texts }) => texts[language] !== undefined) ?? currentVersion(letter);
  const stored = await readText(api.store, letter.slug, version, language);
  return { known, language, last: stored?.text };
}
