/** The layout of every page. */
import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import { lookStyles, type PageLook } from './look.tsx';
import { styles } from './styles.ts';

export interface Page {
  readonly title: string;
  readonly texts: Texts;
  /** More elements for the head: metadata, alternates. */
  readonly head?: Child;
  /** Hidden from search engines. */
  readonly hidden?: boolean | undefined;
  /** Wide enough for two columns. */
  readonly wide?: boolean;
  /** Shown in a frame, without a footer. */
  readonly bare?: boolean;
  /** The letter that the page belongs to, for its colour. */
  readonly look?: PageLook | undefined;
  readonly body: Child;
}

/** @returns the page as a response */
export async function showPage(c: Context, status: ContentfulStatusCode, page: Page): Promise<Response> {
  const { texts, look } = page;
  const own = look && lookStyles(look);
  // `securityHeaders` adds it to the policy of the page.
  if (own) c.set('styleHash', own.hash);
  const document = (
    <html lang={texts.language} dir={direction(texts.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        {page.hidden ? <meta name="robots" content="noindex" /> : null}
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        {page.head}
        <style>{raw(styles)}</style>
        {own ? <style>{raw(own.styles)}</style> : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {texts.text('page.skip')}
        </a>
        <main id="main" class={page.wide ? 'wide' : undefined}>
          {page.body}
        </main>
        {page.bare ? null : <footer class="foot">{texts.text('page.made-with')}</footer>}
      </body>
    </html>
  );
  return c.html(`<!doctype html>${await document}`, status);
}
