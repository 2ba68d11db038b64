/** The public log of changes, with each earlier text. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { currentVersion, type Letter, type LetterVersion } from '../../../shared/letter/letter.ts';
import { LetterBody } from '../../../shared/letter/letter-view.tsx';
import type { StoredText } from '../../../shared/letter/storage.ts';
import { hashText } from '../../../shared/letter/text.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { backArrow } from '../ui/arrow.ts';
import { showPage } from '../ui/layout.tsx';

export interface ChangesView {
  readonly letter: Letter;
  /** The title as the reader gets it. */
  readonly title: string;
  readonly texts: Texts;
  /** The requested wording. */
  readonly shown: { version: LetterVersion; stored: StoredText } | undefined;
}

export function changesPage(c: Context, { letter, title, texts, shown }: ChangesView): Promise<Response> {
  return showPage(c, 200, {
    title: `${texts.label('changes.title')}${title}`,
    texts,
    look: letter,
    // Search engines should find only the current letter.
    hidden: shown !== undefined,
    body: (
      <div class="card">
        <p class="screen">
          <a href={`/${letter.slug}`}>
            {backArrow(texts)} {texts.text('list.back')}
          </a>
        </p>
        {shown ? (
          <Shown {...{ letter, texts, shown }} />
        ) : (
          <>
            <h1>{texts.text('changes.title')}</h1>
            <p class="soft">{title}</p>
            <Log {...{ letter, texts }} />
          </>
        )}
      </div>
    ),
  });
}

const Shown: FC<Omit<ChangesView, 'title'> & { shown: NonNullable<ChangesView['shown']> }> = ({
  letter,
  texts,
  shown,
}) => {
  const hash = hashText(shown.stored.text);
  const isLatest = letter.versions.some((version) => version.texts[shown.stored.text.language] === hash);
  return (
    <>
      <p class="note">
        {texts.text('changes.version', { date: texts.date(shown.version.at) })}
        {shown.version.id === currentVersion(letter).id ? ` · ${texts.text('changes.current')}` : null}
        {isLatest ? null : ` · ${texts.text('changes.wording')}`}
      </p>
      <Hash texts={texts} hash={hash} />
      <p class="screen">
        <a href={`/${letter.slug}/changes`}>{texts.text('changes.back')}</a>
      </p>
      <article class="letter">
        <LetterBody stored={shown.stored} />
      </article>
    </>
  );
};

const Log: FC<Pick<ChangesView, 'letter' | 'texts'>> = ({ letter, texts }) => (
  <>
    <p>{texts.text('changes.text')}</p>
    {letter.versions.toReversed().map((version) => (
      <section>
        <h2>{texts.text('changes.version', { date: texts.date(version.at) })}</h2>
        {version.id === currentVersion(letter).id ? <p class="soft">{texts.text('changes.current')}</p> : null}
        <p>
          <a href={`?version=${version.id}`}>{texts.text('changes.read')}</a>
        </p>
        <Hash texts={texts} hash={version.id} />
        <Corrections {...{ letter, texts, version }} />
      </section>
    ))}
  </>
);

const Corrections: FC<Pick<ChangesView, 'letter' | 'texts'> & { version: LetterVersion }> = ({
  letter,
  texts,
  version,
}) => {
  const made = letter.corrections.filter((one) => one.version === version.id);
  if (made.length === 0) return null;
  const languages = new Intl.DisplayNames([texts.language], { type: 'language' });
  return (
    <ul>
      {made.map(({ at, language, from, to, why }) => (
        <li>
          {texts.text('changes.corrected', { date: texts.date(at), language: languages.of(language) ?? language, why })}{' '}
          (<a href={`?version=${from}`}>{texts.text('changes.before')}</a>
          {' · '}
          <a href={`?version=${to}`}>{texts.text('changes.after')}</a>)
        </li>
      ))}
    </ul>
  );
};

const Hash: FC<{ texts: Texts; hash: string }> = ({ texts, hash }) => (
  <p class="soft">
    {texts.label('changes.hash')}
    <code>{hash}</code>
  </p>
);
