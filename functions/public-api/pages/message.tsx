/** A page that says one thing. */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Texts } from '../../../shared/text/messages.ts';
import { showPage } from './layout.tsx';

export function messagePage(
  c: Context,
  status: ContentfulStatusCode,
  texts: Texts,
  message: { title: string; text: string; step?: string; more?: Child; head?: Child },
): Promise<Response> {
  return showPage(c, status, {
    title: message.title,
    texts,
    hidden: true,
    head: message.head,
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
