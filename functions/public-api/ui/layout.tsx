/** The frame of every page. */
import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import { styles } from './styles.ts';

export interface Page {
  readonly title: string;
  readonly texts: Texts;
  /** More for the head: metadata, alternates. */
  readonly head?: Child;
  /** Search engines stay out. */
  readonly hidden?: boolean;
  /** Room for two columns. */
  readonly wide?: boolean;
  /** Alone in a frame: no footer. */
  readonly bare?: boolean;
  readonly body: Child;
}

/** @returns the answer that shows the page */
export async function showPage(c: Context, status: ContentfulStatusCode, page: Page): Promise<Response> {
  const { texts } = page;
  const document = (
    <html lang={texts.language} dir={direction(texts.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        {page.hidden ? <meta name="robots" content="noindex" /> : null}
        <link rel="icon" href="data:," />
        {page.head}
        <style>{raw(styles)}</style>
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
