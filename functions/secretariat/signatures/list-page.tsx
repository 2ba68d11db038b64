/** The list of signatures: filters as a plain form, one page at a time. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { countriesIn } from '../../../shared/organisation/country.ts';
import type { SignatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import type { PageVisit } from '../guard.ts';
import type { PartnerNames } from '../partners/partner-names.ts';
import { Choice } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { shortInZone, zoneOf } from '../ui/local-time.ts';
import { kinds, orders, states } from './filter-choices.ts';
import type { OfMailbox } from './find.ts';
import type { SignaturePage } from './list.ts';
import { SignatureTable } from './table.tsx';

export interface SignatureListView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly query: SignatureListQuery;
  readonly page: SignaturePage;
  /** Names of the letter's partners. */
  readonly partners: PartnerNames;
  /** Set for a search by mailbox. */
  readonly mailbox?: OfMailbox & { readonly email: string };
}

export function SignatureList(view: SignatureListView) {
  const { letter, visit, query, page, mailbox } = view;
  return (
    <>
      <Filters letter={letter} query={query} names={view.partners} />
      {visit.may('mailbox.read') ? <MailboxSearch letter={letter} csrf={visit.csrf} /> : null}
      {mailbox ? <HeldLook letter={letter} csrf={visit.csrf} {...mailbox} /> : null}
      {page.looked === undefined ? null : (
        <p class="note">
          {searchedSoFar(page.looked, zoneOf(letter))}{' '}
          {page.next ? <a href={linkTo(query, page.next)}>Search more</a> : null}
        </p>
      )}
      {page.records.length === 0 ? <Nothing query={query} page={page} /> : <SignatureTable {...view} />}
      <p class="pages">
        {query.cursor ? <a href={linkTo(query, undefined)}>First page</a> : <span />}
        {page.next ? (
          <a rel="next" href={linkTo(query, page.next)}>
            Next page
          </a>
        ) : null}
      </p>
    </>
  );
}

/** @returns how far the search came, in a sentence */
function searchedSoFar(looked: NonNullable<SignaturePage['looked']>, zone: string): string {
  return 'share' in looked
    ? `Searched ${Math.round(looked.share * 100)}% of these signatures so far.`
    : `Searched as far as ${shortInZone(looked.until, zone)}.`;
}

/** The list sorts organisations by their own name, not by that of the person who signed for them. */
function Nothing({ query, page }: Pick<SignatureListView, 'query' | 'page'>) {
  const { q, ...others } = query;
  return (
    <p>
      {page.next ? 'Nothing found so far.' : 'No signatures found.'}{' '}
      {q && !query.person ? (
        <a href={linkTo({ ...others, person: q }, undefined)}>
          Search for people of this name who signed for an organisation
        </a>
      ) : null}
    </p>
  );
}

/** @returns the query as an address; the mailbox is never part of one */
export function linkTo({ limit: _limit, cursor: _cursor, ...filters }: SignatureListQuery, cursor: string | undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, cursor })) if (value) query.set(name, String(value));
  return `?${query}`;
}

function Filters({ letter, query, names }: { letter: Letter; query: SignatureListQuery; names: PartnerNames }) {
  const partners = letter.partners.map(({ id }) => [id, names.get(id) ?? id] as const);
  const { domain, person, kind, country, partner, order } = query;
  const narrowed = [domain, person, kind, country, partner].some((one) => one !== undefined) || order !== 'newest';
  return (
    <form method="get" class="card" aria-label="Find signatures">
      <div class="row">
        <div class="field">
          <label for="q">Word in the name</label>
          <span class="hint" id="q-hint">
            The organisation, or the person who signed for themselves.
          </span>
          <input type="search" id="q" name="q" maxlength={100} value={query.q} aria-describedby="q-hint" />
        </div>
        <Choice name="state" label="State" value={query.state} options={states} />
      </div>
      <details open={narrowed}>
        <summary>More filters and order</summary>
        <div class="row">
          <div class="field">
            <label for="domain">Website domain</label>
            <input type="text" id="domain" name="domain" maxlength={253} value={domain} />
          </div>
          <div class="field">
            <label for="person">Person (any part of the name)</label>
            <input type="text" id="person" name="person" maxlength={100} value={person} dir="auto" />
          </div>
          <Choice name="kind" label="Type" value={kind} options={kinds} />
          <Choice name="country" label="Country" value={country} options={[['', 'All'], ...countriesIn('en')]} />
          {partners.length > 0 ? (
            <Choice name="partner" label="Partner" value={partner} options={[['', 'All'], ...partners]} />
          ) : null}
          <Choice name="order" label="Order" value={order} options={orders} />
        </div>
      </details>
      <button type="submit">Show</button>
    </form>
  );
}

/** Sent as a form, so that no mailbox is in an address. */
function MailboxSearch({ letter, csrf }: { letter: Letter; csrf: string }) {
  return (
    <details class="card">
      <summary>Find by email address</summary>
      <form method="post" action={`/console/letters/${letter.slug}/signatures/find`}>
        <Csrf token={csrf} />
        <div class="row">
          <div class="field">
            <label for="email">Email address</label>
            <span class="hint">
              Email address, such as name@example.org. The audit log records that you searched, but not the address.
            </span>
            <input type="email" id="email" name="email" autocomplete="off" required />
          </div>
          <button type="submit">Find</button>
        </div>
      </form>
    </details>
  );
}

/** Silently held signatures are in no order, so they are searched a stretch at a time. */
function HeldLook({ letter, csrf, email, next, looked }: OfMailbox & { letter: Letter; csrf: string; email: string }) {
  if (next === undefined) return null;
  return (
    <form method="post" action={`/console/letters/${letter.slug}/signatures/find`} class="note">
      <Csrf token={csrf} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="cursor" value={next} />
      <p>{`Searched ${Math.round(looked * 100)}% of the signatures held as likely spam so far.`}</p>
      <button type="submit" class="quiet">
        Search more{' '}
      </button>
    </form>
  );
}
