/** The frame of every page of the console. */
import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { everything, type GrantScope } from '../../../shared/member/role.ts';
import type { PageVisit } from '../guard.ts';
import { styles } from './styles.ts';

/** The parts of a letter, as tabs. Each names the permission that shows it. */
const letterTabs = [
  ['', 'Overview', 'letter.read'],
  ['/figures', 'Figures', 'figures.read'],
  ['/signatures', 'Signatures', 'signature.read'],
  ['/review', 'Review', 'signature.decide'],
  ['/signals', 'Signals', 'signature.decide'],
  ['/disputes', '“We did not sign”', 'signature.decide'],
  ['/import', 'Import', 'signature.import'],
  ['/export', 'Export', 'signature.export'],
  ['/text', 'Text', 'letter.write'],
  ['/translations', 'Translations', 'letter.write'],
  ['/settings', 'Settings', 'letter.write'],
  ['/pauses', 'Switches', 'pause.write'],
  ['/audit', 'Audit trail', 'audit.read'],
  ['/partners', 'Partners', 'partner.read'],
] as const;

/** What belongs to no letter: with `membership`, or a permission for any letter, or one for everything. */
const mainParts = [
  ['/console', 'Letters', 'membership', 'any'],
  ['/console/lists', 'Lists', 'lists.read', 'everything'],
  ['/console/pauses', 'Switches', 'pause.write', 'everything'],
  ['/console/members', 'Members', 'member.write', 'any'],
  ['/console/keys', 'Keys', 'key.write', 'any'],
  ['/console/audit', 'Audit trail', 'audit.read', 'everything'],
  ['/console/me', 'You', 'membership', 'any'],
] as const;

export interface ConsolePage {
  readonly title: string;
  /** Who looks at it; nobody on the pages before signing in. */
  readonly visit?: Pick<PageVisit, 'may' | 'csrf' | 'member' | 'scope' | 'scopes'> | undefined;
  /** Of the letter that the page is about. */
  readonly letter?: { readonly slug: string; readonly title: string } | undefined;
  readonly narrow?: boolean;
  readonly body: Child;
}

/** @returns the answer that shows the page */
export async function showPage(c: Context, status: ContentfulStatusCode, page: ConsolePage): Promise<Response> {
  const { title, visit, letter, body, narrow } = page;
  const document = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${letter ? `${letter.title} – ` : ''}Undersigned`}</title>
        <link rel="icon" href="data:," />
        <style>{raw(styles)}</style>
        <script src="/console/script.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {visit ? <Top visit={visit} path={c.req.path} /> : null}
        <main id="main" class={narrow ? (letter ? 'slim' : 'narrow') : undefined}>
          {visit && letter ? <LetterTabs visit={visit} letter={letter} path={c.req.path} /> : null}
          <h1>{title}</h1>
          {body}
        </main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${await document}`, status);
}

type Shown = NonNullable<ConsolePage['visit']>;

function Top({ visit, path }: { visit: Shown; path: string }) {
  return (
    <header class="top">
      <div>
        <a class="brand" href="/console">
          Undersigned
        </a>
        <nav aria-label="Console">
          {mainParts
            .filter(([, , needed, of]) => {
              const scopes: readonly GrantScope[] = of === 'any' ? visit.scopes : [everything];
              return needed === 'membership' || scopes.some((scope) => visit.may(needed, scope));
            })
            .map(([href, label]) => (
              <a href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
                {label}
              </a>
            ))}
        </nav>
        <form method="post" action="/console/sign-out">
          <Csrf token={visit.csrf} />
          <button class="plain" type="submit">
            Sign out
          </button>
        </form>
      </div>
    </header>
  );
}

const isAt = (path: string, href: string) =>
  path === href || (href === '/console' ? path.startsWith('/console/letters') : path.startsWith(`${href}/`));

function LetterTabs({ visit, letter, path }: { visit: Shown; letter: { slug: string; title: string }; path: string }) {
  const base = `/console/letters/${letter.slug}`;
  return (
    <>
      <p class="crumb">
        <bdi>{letter.title}</bdi>
      </p>
      <nav class="tabs" aria-label="Letter">
        {letterTabs
          .filter(([, , needed]) => visit.may(needed))
          .map(([part, label]) => {
            const href = `${base}${part}`;
            const here = path === href || (part !== '' && path.startsWith(`${href}/`));
            return (
              <a href={href} aria-current={here ? 'page' : undefined}>
                {label}
              </a>
            );
          })}
      </nav>
    </>
  );
}

/** Stands in every form: see `guard.ts`. */
export function Csrf({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />;
}
