/** The letters of the site, each with its convener, its count and its dates. */
import type { Context } from 'hono';
import type { Child, FC } from 'hono/jsx';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { countWords } from '../../../shared/text/count-words.ts';
import { direction } from '../../../shared/text/language.ts';
import { dayIn } from '../../../shared/text/texts.ts';
import type { CountBody } from '../answer-schemas.ts';
import type { Operator } from '../context.ts';
import { chosenQuery } from '../page-language.ts';
import { onwardArrow } from '../ui/arrow.ts';
import { Deadline } from '../ui/deadline.tsx';
import { JsonLd } from '../ui/json-ld.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';

export interface HomeEntry {
  readonly letter: Letter;
  readonly text: LetterText;
  readonly count: CountBody;
  readonly now: Signing;
}

interface Home {
  readonly c: Context;
  readonly texts: Texts;
  readonly operator: Operator;
  readonly entries: readonly HomeEntry[];
  /** Cursor of the next page. */
  readonly next: string | undefined;
  /** The number of letters on the pages before. */
  readonly from: number;
}

export const HomePage: FC<Home> = ({ c, texts, operator, entries, next, from }) => {
  const query = chosenQuery(c);
  const isClosed = ({ now }: HomeEntry) => now === 'closed';
  const [open, closed] = [entries.filter((entry) => !isClosed(entry)), entries.filter(isClosed)];
  return (
    <>
      <div class="card">
        <h1>{texts.text('page.letters')}</h1>
        <p>
          {texts.text('home.run-by', { name: operator.name })}
          {operator.contact ? (
            <>
              {' '}
              {texts.label('privacy.contact')}
              <a href={`mailto:${operator.contact}`}>{operator.contact}</a>
            </>
          ) : null}
        </p>
        {open.length === 0 && from === 0 ? <p>{texts.text('page.none')}</p> : null}
        <Entries entries={open} texts={texts} query={query} />
        {closed.length > 0 ? <h2>{texts.text('home.closed')}</h2> : null}
        <Entries entries={closed} texts={texts} query={query} />
        <p class="pages">
          {from > 0 ? <a href={`?${query}`}>{texts.text('list.first')}</a> : <span />}
          {next === undefined ? null : (
            <a rel="next" href={`?${new URLSearchParams([...query, ['cursor', next]])}`}>
              {texts.text('list.next')} {onwardArrow(texts)}
            </a>
          )}
        </p>
      </div>
      <LanguageSwitch c={c} texts={texts} />
    </>
  );
};

const Entries: FC<{ entries: readonly HomeEntry[]; texts: Texts; query: URLSearchParams }> = (props) => {
  const { entries, texts, query } = props;
  if (entries.length === 0) return null;
  return (
    <ul class="names">
      {entries.map((entry) => {
        const { letter, text, count } = entry;
        return (
          <li>
            <a class="who" href={query.size > 0 ? `/${letter.slug}?${query}` : `/${letter.slug}`}>
              <span lang={text.language} dir={direction(text.language)}>
                {text.title}
              </span>
            </a>
            <span class="more">
              <bdi lang={text.language}>{text.convener.organisation}</bdi>
              {' · '}
              <time datetime={text.date}>{texts.date(text.date)}</time>
              {count.total + count.offline > 0 ? ` · ${countWords(texts, count)}` : null}
            </span>
            <span class="more">
              <State entry={entry} texts={texts} />
            </span>
          </li>
        );
      })}
    </ul>
  );
};

/** Until when a letter can be signed, or why it cannot. */
const State: FC<{ entry: HomeEntry; texts: Texts }> = ({ entry: { letter, now }, texts }) => {
  const { opens, closes, timeZone = 'UTC' } = letter.settings;
  if (letter.deliveredOn) return <>{texts.text('letter.delivered', { date: texts.date(letter.deliveredOn) })}</>;
  if (now === 'closed' || now === 'paused') return <>{texts.text(`letter.${now}`)}</>;
  if (now === 'not-yet') {
    return <>{opens ? texts.text('letter.opens', { date: texts.date(dayIn(opens, timeZone)) }) : ''}</>;
  }
  return closes ? <Deadline {...{ closes, timeZone, texts }} /> : null;
};

/** The site for machines (https://schema.org/WebSite). */
export function homeData(publicUrl: string, { name }: Operator): Child {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    url: `${publicUrl}/`,
    name,
    publisher: { '@type': 'Organization', name },
  };
  return (
    <>
      <link rel="canonical" href={`${publicUrl}/`} />
      <JsonLd data={data} />
    </>
  );
}
