/** Routes for translations of a letter, each written beside the original. */
import type { Context } from 'hono';
import { currentVersion } from '../../../shared/letter/letter.ts';
import { readText } from '../../../shared/letter/storage.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { languageTag, writtenLanguage } from '../../../shared/text/language-tag.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { letterWithTextsInPath, originalOf } from './letter-with-texts-in-path.ts';
import { readReaders, removeTranslation } from './remove-translation.ts';
import { saveText } from './save-text.ts';
import { draftOf } from './text-fields.ts';
import { fieldsOfTranslation, readTranslation, withOriginal } from './translation-fields.ts';
import { translationPage } from './translation-page.tsx';
import { translationsPage } from './translations-page.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterTranslationRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/translations', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const asked = c.req.query('add');
    if (asked === undefined) {
      return translationsPage(c, visit, known, undefined, c.req.query('removed') !== undefined);
    }
    const language = writtenLanguage.safeParse(asked);
    if (!language.success) {
      return translationsPage(c, visit, known, { typed: asked, why: language.error.issues[0]?.message });
    }
    if (language.data === known.letter.language) return translationsPage(c, visit, known, { typed: asked });
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
      changeTo: (translation) => ({ translations: [translation] }),
      show: (page) => translationPage(c, visit, { ...page, language, shown }),
    });
  });

  guard.page('get', '/console/letters/:letter/translations/:language/remove', write, (c, visit) =>
    askForRemoval(c, visit, api),
  );

  guard.page('post', '/console/letters/:letter/translations/:language/remove', write, async (c, visit) => {
    const found = await translationInPath(c, api);
    if (!found) return refusalPage(c, 'not-found', visit);
    const { known, language } = found;
    const { slug } = known.letter;
    const seen = { revision: Number(visit.form.fields['revision']), now: api.now() };
    const { outcome } = await removeTranslation(api.store, slug, language, seen, visit.actor);
    if (outcome === 'stale') return askForRemoval(c, visit, api, true);
    if (outcome !== 'removed') return refusalPage(c, 'not-found', visit);
    return c.redirect(`/console/letters/${slug}/translations?removed`, 303);
  });
}

async function askForRemoval(c: Context, visit: PageVisit, api: ConsoleContext, isStale = false): Promise<Response> {
  const found = await translationInPath(c, api);
  if (!found?.known.texts.has(found.language)) return refusalPage(c, 'not-found', visit);
  const { language } = found;
  const { letter } = found.known;
  const { removalPage } = await import('./translation-removal.tsx');
  return removalPage(c, visit, { letter, language, readers: await readReaders(api.store, letter, language), isStale });
}

interface FoundTranslation {
  readonly known: LetterWithTexts;
  readonly language: string;
  /** The newest translation; that of an older version if the current one has none. */
  readonly last: LetterText | undefined;
}

async function translationInPath(c: Context, api: ConsoleContext): Promise<FoundTranslation | undefined> {
  const tag = languageTag.safeParse(c.req.param('language'));
  const known = tag.success ? await letterWithTextsInPath(c, api) : undefined;
  if (!tag.success || !known || tag.data === known.letter.language) return undefined;
  const language = tag.data;
  const { letter } = known;
  const version = letter.versions.findLast(({ texts }) => texts[language] !== undefined) ?? currentVersion(letter);
  const stored = await readText(api.store, letter.slug, version, language);
  return { known, language, last: stored?.text };
}
