/** The full list: filters as a plain form, one page at a time. */
import type { Child, FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { countriesIn } from '../../../shared/organisation/country.ts';
import type { ListPage } from '../../../shared/signature/lists/public-list.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { backArrow, onwardArrow } from '../ui/arrow.ts';
import { CountLine, type ShownCount } from './count.tsx';
import { Names } from './names.tsx';

export interface Filters {
  readonly order: 'newest' | 'name';
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}

export const SignatoriesPage: FC<{
  letter: Letter;
  title: string;
  count: ShownCount;
  page: ListPage;
  filters: Filters;
  texts: Texts;
}> = ({ letter, title, count, page: { items, nextCursor, paused }, filters, texts }) => (
  <div class="card">
    <p class="screen">
      <a href={`/${letter.slug}`}>
        {backArrow(texts)} {texts.text('list.back')}
      </a>
    </p>
    <h1>{texts.text('list.title')}</h1>
    <p class="soft">{title}</p>
    <CountLine count={count} texts={texts} />
    <FilterForm filters={filters} texts={texts} kinds={letter.settings.accepts} />
    {items.length === 0 ? (
      <p>{texts.text(whyEmpty({ paused: paused === true, nextCursor, total: count.total + count.offline }))}</p>
    ) : null}
    <Names items={items} texts={texts} letter={letter} />
    <p class="pages screen">
      {filters.cursor ? <a href={linkTo(filters, undefined)}>{texts.text('list.first')}</a> : <span />}
      {nextCursor ? (
        <a rel="next" href={linkTo(filters, nextCursor)}>
          {texts.text('list.next')} {onwardArrow(texts)}
        </a>
      ) : null}
    </p>
    <p class="soft">{texts.text('list.withheld')}</p>
    <p class="soft screen">
      <a href={`/${letter.slug}/dispute`}>{texts.text('dispute.link')}</a>
    </p>
    {letter.settings.accepts.includes('organisation') ? <Marks texts={texts} /> : null}
  </div>
);

function whyEmpty({ paused, nextCursor, total }: { paused: boolean; nextCursor: string | null; total: number }) {
  if (paused) return 'list.paused';
  if (nextCursor) return 'list.go-on';
  return total === 0 ? 'letter.none-yet' : 'list.none';
}

/** Explains the marks beside the names. */
const Marks: FC<{ texts: Texts }> = ({ texts }) => (
  <section class="soft">
    <h2>{texts.text('mark.title')}</h2>
    <p>{texts.text('mark.text')}</p>
    <dl class="marks">
      {(['mailbox-domain', 'domain', 'vouched'] as const).map((level) => (
        <>
          <dt>
            <span class={`mark ${level}`}>{texts.text(`mark.${level}`)}</span>
          </dt>
          <dd>{texts.text(`mark.about-${level}`)}</dd>
        </>
      ))}
    </dl>
  </section>
);

function linkTo({ order, kind, country, q }: Filters, cursor: string | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ order, kind, country, q, cursor })) if (value) query.set(name, value);
  return `?${query}`;
}

const FilterForm: FC<{ filters: Filters; texts: Texts; kinds: readonly ('organisation' | 'individual')[] }> = ({
  filters,
  texts,
  kinds,
}) => (
  <form class="filters screen" method="get">
    <div class="field">
      <label for="q">{texts.text('list.search')}</label>
      <span class="hint" id="q-hint">
        {texts.text('list.search-hint')}
      </span>
      <input type="search" id="q" name="q" maxlength={100} value={filters.q} aria-describedby="q-hint" />
    </div>
    {kinds.length > 1 ? (
      <Choice name="kind" label={texts.text('list.kind')}>
        <option value="">{texts.text('list.kind-all')}</option>
        {kinds.map((kind) => (
          <option value={kind} selected={kind === filters.kind}>
            {texts.text(`list.kind-${kind}`)}
          </option>
        ))}
      </Choice>
    ) : null}
    <Choice name="country" label={texts.text('list.country')}>
      <option value="">{texts.text('list.country-all')}</option>
      {countriesIn(texts.language).map(([code, country]) => (
        <option value={code} selected={code === filters.country}>
          {country}
        </option>
      ))}
    </Choice>
    <Choice name="order" label={texts.text('list.order')}>
      {(['newest', 'name'] as const).map((order) => (
        <option value={order} selected={order === filters.order}>
          {texts.text(`list.order-${order}`)}
        </option>
      ))}
    </Choice>
    <button type="submit">{texts.text('list.apply')}</button>
  </form>
);

const Choice: FC<{ name: string; label: string; children?: Child }> = ({ name, label, children }) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {children}
    </select>
  </div>
);
