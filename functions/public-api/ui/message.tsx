/** A page with a single message. */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { pageTexts } from '../page-language.ts';
import { showPage } from './layout.tsx';
import type { PageLook } from './look.tsx';

export function messagePage(
  c: Context,
  status: ContentfulStatusCode,
  texts: Texts,
  message: { title: string; text: string; step?: string; more?: Child; head?: Child; look?: PageLook | undefined },
): Promise<Response> {
  return showPage(c, status, {
    title: message.title,
    texts,
    hidden: true,
    head: message.head,
    look: message.look,
    body: (
      <div class="card">
        {message.step ? <p class="step">{message.step}</p> : null}
        <h1>{message.title}</h1>
        <p>{message.text}</p>
        {message.more}
      </div>
    ),
  });
}

/** The same for pages that belong to no letter, in the reader's language. */
export async function noticePage(
  c: Context,
  status: ContentfulStatusCode,
  title: MessageKey,
  text: MessageKey,
): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, status, texts, { title: texts.text(title), text: texts.text(text) });
}
