/** The translations of a letter. */
import type { Context } from 'hono';
import { languagesOf } from '../../../shared/letter/letter.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { PageVisit } from '../guard.ts';
import { showPage } from '../ui/layout.tsx';
import { LanguageList } from './letter-form.tsx';

export function translationsPage(
  c: Context,
  visit: PageVisit,
  { letter, texts }: LetterWithTexts,
  /** A requested language that cannot be translated into, and the reason. */
  wrong?: { readonly typed: string; readonly why?: string | undefined },
  removed = false,
): Promise<Response> {
  const base = `/console/letters/${letter.slug}/translations`;
  const ever = new Set(letter.versions.flatMap((version) => Object.keys(version.texts)));
  ever.delete(letter.language);
  return showPage(c, wrong === undefined ? 200 : 422, {
    title: 'Translations',
    visit,
    letter,
    body: (
      <>
        {removed ? (
          <p class="note" role="status">
            Removed. Public pages update within half a minute.
          </p>
        ) : null}
        <p>The official text is in {nameOf(letter.language)}. Readers see the translation in their language.</p>
        {ever.size === 0 ? <p>No translations yet. Add a language to begin.</p> : null}
        {ever.size > 0 ? (
          <ul class="card plain-list">
            {[...ever].sort().map((language) => (
              <li>
                <a href={`${base}/${language}`}>{nameOf(language)}</a>{' '}
                {texts.has(language) ? (
                  <span class="mark good">up to date</span>
                ) : (
                  <span class="mark bad">
                    {languagesOf(letter).includes(language) ? 'out of date, shown with a note' : 'out of date, hidden'}
                  </span>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <form method="get" action={base} class="card">
          <div class="field">
            <label for="add">Add a language</label>
            <span class="hint" id="add-hint">
              Type its name, such as French, and choose it from the list.
            </span>
            {wrong === undefined ? null : (
              <span class="wrong" id="add-wrong">
                {wrong.why ?? 'The letter is already in this language. Choose another.'}
              </span>
            )}
            <input
              id="add"
              name="add"
              type="text"
              list="languages"
              required
              value={wrong?.typed}
              aria-describedby={wrong === undefined ? 'add-hint' : 'add-wrong add-hint'}
              aria-invalid={wrong === undefined ? undefined : 'true'}
            />
          </div>
          <LanguageList />
          <button type="submit">Add translation</button>
        </form>
      </>
    ),
  });
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
