/** The list of a delivery as a web page: all names, in the order of the document, some hundreds a page. */
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { countryName } from '../../../shared/organisation/country.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { textQuery } from '../page-language.ts';
import { backArrow, onwardArrow } from '../ui/arrow.ts';

/** The part of `list-json` that the page shows. */
const listFile = z.object({
  undersigned: z.array(
    z.object({
      kind: z.enum(['organisation', 'individual']),
      name: z.string(),
      signatory: z.string().optional(),
      role: z.string().optional(),
      affiliation: z.string().optional(),
      country: z.string().optional(),
    }),
  ),
  unnamed: z.int(),
  onPaper: z.int(),
});
type Entry = z.infer<typeof listFile>['undersigned'][number];

/** Number of names on a page. */
const onPage = 500;

export interface NamesPageView {
  readonly entries: readonly Entry[];
  readonly unnamed: number;
  readonly onPaper: number;
  /** The place of the first name, from 1. */
  readonly first: number;
  readonly page: number;
  readonly pages: number;
}

/**
 * @param file the bytes of `list-json`
 * @param page from 1
 * @returns undefined when the list has no such page
 */
export function pageOfNames(file: Uint8Array, page: number): NamesPageView | undefined {
  const { undersigned, unnamed, onPaper } = listFile.parse(JSON.parse(Buffer.from(file).toString()));
  const pages = Math.max(1, Math.ceil(undersigned.length / onPage));
  if (page > pages) return undefined;
  const start = (page - 1) * onPage;
  return { entries: undersigned.slice(start, start + onPage), unnamed, onPaper, first: start + 1, page, pages };
}

export const NamesPage: FC<{
  view: NamesPageView;
  texts: Texts;
  /** Title of the letter that was delivered, and its language. */
  title: string;
  language: string;
  deliveryPath: string;
  number: number;
}> = ({ view, texts, title, language, deliveryPath, number }) => {
  const { entries, unnamed, onPaper, first, page, pages } = view;
  const chosen = textQuery(language, texts);
  const pageAt = (one: number) => `${deliveryPath}/names?${chosen}${one === 1 ? '' : `&cursor=${one}`}`;
  return (
    <div class="card">
      <p class="screen">
        <a href={`${deliveryPath}?${chosen}`}>
          {backArrow(texts)} {texts.text('delivery.number', { number: texts.number(number) })}
        </a>
      </p>
      <h1>{texts.text('letter.undersigned')}</h1>
      <p class="soft">
        <bdi lang={language}>{title}</bdi>
      </p>
      <ol class="names" start={first}>
        {entries.map((entry) => (
          <li>
            <bdi class="who">{entry.name}</bdi>
            <Details entry={entry} texts={texts} />
          </li>
        ))}
      </ol>
      {page < pages ? null : (
        <>
          {unnamed > 0 ? <p>{texts.plural('document.unnamed', unnamed)}</p> : null}
          {onPaper > 0 ? <p>{texts.plural('document.on-paper', onPaper)}</p> : null}
        </>
      )}
      {pages === 1 ? null : (
        <p class="pages">
          {page > 1 ? <a href={pageAt(1)}>{texts.text('list.first')}</a> : <span />}
          <span>{texts.text('document.page', { page: texts.number(page), pages: texts.number(pages) })}</span>
          {page < pages ? (
            <a rel="next" href={pageAt(page + 1)}>
              {texts.text('list.next')} {onwardArrow(texts)}
            </a>
          ) : (
            <span />
          )}
        </p>
      )}
    </div>
  );
};

const Details: FC<{ entry: Entry; texts: Texts }> = ({ entry, texts }) => {
  const { signatory, role, affiliation, country } = entry;
  const parts = [
    signatory,
    role,
    affiliation && texts.text('letter.affiliated', { organisation: affiliation }),
    country && countryName(country, texts.language),
  ].flatMap((part) => part || []);
  return parts.length === 0 ? null : (
    <span class="more">
      {parts.map((part, place) => (
        <>
          {place > 0 ? ' · ' : null}
          <bdi>{part}</bdi>
        </>
      ))}
    </span>
  );
};
