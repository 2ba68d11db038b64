/** The translations of a letter. */
import type { Context } from 'hono';
import type { LetterWithTexts } from '../../../shared/letter/audit-lines.ts';
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
            Removed. What is public shows it within half a minute.
          </p>
        ) : null}
        <p>
          The original is in {nameOf(letter.language)}; it is what binds. Translations are shown to readers of their
          language.
        </p>
        {ever.size === 0 ? <p>There is no translation yet.</p> : null}
        {ever.size > 0 ? (
          <ul class="card plain-list">
            {[...ever].sort().map((language) => (
              <li>
                <a href={`${base}/${language}`}>{nameOf(language)}</a>{' '}
                {texts.has(language) ? (
                  <span class="mark good">up to date</span>
                ) : (
                  <span class="mark bad">of an older version, not shown</span>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <form method="get" action={base} class="card">
          <div class="field">
            <label for="add">Add a language</label>
            <span class="hint" id="add-hint">
              Type the name of a language and choose it from the list, or write its tag: fr, pt-BR, zh-Hant.
            </span>
            {wrong === undefined ? null : (
              <span class="wrong" id="add-wrong">
                {wrong.why ?? 'The letter is in that language.'}
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
          <button type="submit">Translate</button>
        </form>
      </>
    ),
  });
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
