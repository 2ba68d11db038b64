/** Requests for the link to one's signatures, and the pages for links that cannot be used. */
import type { Context } from 'hono';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { Press } from '../not-me/page.tsx';
import { pageTexts } from '../page-language.ts';
import { showPage } from './layout.tsx';
import { messagePage } from './message.tsx';

/** The form to request a link by mail. */
export function AskLinkForm({ texts, wrong = false }: { texts: Texts; wrong?: boolean }) {
  return (
    <form method="post" action="/manage">
      <input type="hidden" name="language" value={texts.language} />
      <div class="field">
        <label for="link-email">{texts.text('link.email')}</label>
        {wrong ? (
          <span class="wrong" id="link-email-wrong">
            {texts.text('link.wrong')}
          </span>
        ) : null}
        <input
          id="link-email"
          name="email"
          type="email"
          dir="ltr"
          autocomplete="email"
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'link-email-wrong' : undefined}
          required
        />
      </div>
      <button type="submit">{texts.text('link.submit')}</button>
    </form>
  );
}

export async function askLinkPage(
  c: Context,
  status: 200 | 422,
  { wrong = false }: { wrong?: boolean },
): Promise<Response> {
  const texts = await pageTexts(c);
  return showPage(c, status, {
    title: wrong ? `${texts.label('code.error')}${texts.text('link.title')}` : texts.text('link.title'),
    texts,
    hidden: true,
    body: (
      <div class="card">
        <h1>{texts.text('link.title')}</h1>
        <p>{texts.text('link.text')}</p>
        <AskLinkForm texts={texts} wrong={wrong} />
      </div>
    ),
  });
}

/** The same for every address. */
export async function linkRequestedPage(c: Context, sender: string): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text('link.sent-title'),
    text: texts.text('link.sent-text', { sender }),
    more: <p class="soft">{texts.text('sent.spam')}</p>,
  });
}

export async function unusableLinkPage(c: Context, expired: boolean): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text(expired ? 'confirm.expired-title' : 'confirm.unknown-title'),
    text: texts.text('link.unusable'),
    more: <AskLinkForm texts={texts} />,
  });
}

/** @param undoAt where the request for no more mail can be undone, if it was made too */
export function forgottenPage(c: Context, texts: Texts, undoAt?: string): Response | Promise<Response> {
  return messagePage(c, 200, texts, {
    title: texts.text('manage.forgotten-title'),
    text: texts.text('manage.forgotten-text'),
    more: (
      <>
        <p class="soft">{texts.text('manage.forgotten-left')}</p>
        {undoAt ? (
          <Press does="undo" text="stop.undo-text" button="stop.undo-button" to={undoAt} texts={texts} />
        ) : null}
      </>
    ),
  });
}
