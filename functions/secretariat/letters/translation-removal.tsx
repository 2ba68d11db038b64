/** The page shown before a translation is hidden: the number of its readers, and the data that is kept. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';

export interface RemovalPage {
  readonly letter: Letter;
  readonly language: string;
  readonly readers: { readonly signers: number; readonly asOf: string } | undefined;
  /** Somebody changed the letter after the page was shown. */
  readonly isStale?: boolean;
}

export function removalPage(
  c: Context,
  visit: PageVisit,
  { letter, language, readers, isStale = false }: RemovalPage,
): Promise<Response> {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const base = `/console/letters/${letter.slug}/translations/${language}`;
  return showPage(c, isStale ? 409 : 200, {
    title: `Remove the translation: ${name}`,
    visit,
    letter,
    body: (
      <>
        {isStale ? (
          <div class="alert" role="alert">
            <h2>Someone else changed this letter</h2>
            <p>Nothing was removed. Check the translation again before you remove it.</p>
          </div>
        ) : null}
        <section class="card">
          <h2>Readers</h2>
          {readers ? (
            <p class="figure">
              <b>{formatNumber(readers.signers)}</b>{' '}
              {readers.signers === 1 ? 'counted signer reads' : 'counted signers read'} this language, as of{' '}
              {formatInZone(readers.asOf, zoneOf(letter))}
            </p>
          ) : (
            <p>No numbers yet. They appear with the first signatures.</p>
          )}
        </section>
        <form method="post" action={`${base}/remove`} class="card">
          <Csrf token={visit.csrf} />
          <input type="hidden" name="revision" value={letter.revision} />
          <h2>Consequences</h2>
          <ul>
            <li>Within half a minute, readers of this language see another translation or the original.</li>
            <li>Their signatures stay, and we keep the text that they signed.</li>
            <li>Your own wording of pages and emails in this language is removed, too.</li>
          </ul>
          <p class="actions">
            <button class="grave" type="submit">
              Remove the translation
            </button>
            <a class="button quiet" href={base}>
              Keep the translation
            </a>
          </p>
        </form>
      </>
    ),
  });
}
