/** The layout of every console page. */
import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageVisit } from '../guard.ts';
import { LetterTabs } from './letter-tabs.tsx';
import { mainMenu } from './menu.ts';
import { styles } from './styles.ts';

export interface ConsolePage {
  readonly title: string;
  /** The visitor; undefined on the pages before signing in. */
  readonly visit?: Pick<PageVisit, 'mayOpen' | 'csrf' | 'tabNumbers'> | undefined;
  /** The letter of the page. */
  readonly letter?: { readonly slug: string; readonly title: string } | undefined;
  readonly narrow?: boolean;
  readonly body: Child;
}

/** @returns the page as a response */
export async function showPage(c: Context, status: ContentfulStatusCode, page: ConsolePage): Promise<Response> {
  const { title, visit, letter, body, narrow } = page;
  const numbers = visit && letter ? await visit.tabNumbers() : new Map<string, string>();
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
          {visit && letter ? (
            <LetterTabs mayOpen={visit.mayOpen} letter={letter} path={c.req.path} numbers={numbers} />
          ) : null}
          <h1>{title}</h1>
          {body}
        </main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${await document}`, status);
}

type Shown = NonNullable<ConsolePage['visit']>;

/** Collapsed into one line on narrow screens. */
function Top({ visit, path }: { visit: Shown; path: string }) {
  const parts = mainMenu.filter(([href]) => visit.mayOpen(href));
  const links = parts.map(([href, label]) => (
    <a href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
      {label}
    </a>
  ));
  const signOut = (
    <form method="post" action="/console/sign-out">
      <Csrf token={visit.csrf} />
      <button class="plain" type="submit">
        Sign out
      </button>
    </form>
  );
  return (
    <header class="top">
      <div>
        <a class="brand" href="/console">
          Undersigned
        </a>
        <nav class="wide" aria-label="Console">
          {links}
        </nav>
        <div class="wide out">{signOut}</div>
        <details class="menu">
          <summary>Menu</summary>
          <nav aria-label="Console">{links}</nav>
          {signOut}
        </details>
      </div>
    </header>
  );
}

const isAt = (path: string, href: string) =>
  path === href || (href === '/console' ? path.startsWith('/console/letters') : path.startsWith(`${href}/`));

/** Required in every form: see `guard.ts`. */
export function Csrf({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />;
}
