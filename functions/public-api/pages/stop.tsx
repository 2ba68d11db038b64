/** The pages for somebody who did not ask to sign. */
import type { Context } from 'hono';
import type { StopOutcome } from '../../../shared/signature/stop.ts';
import { textsFor } from '../../../shared/text/messages.ts';
import { pageTexts } from '../negotiate.ts';
import { showPage } from './layout.tsx';
import { messagePage } from './message.tsx';

/** What the press does, and the button. The form posts to the page's own address. */
export async function stopPressPage(c: Context, language: string, letter: string): Promise<Response> {
  const texts = await textsFor(language);
  return showPage(c, 200, {
    title: texts.text('stop.title'),
    texts,
    hidden: true,
    body: (
      <form class="card" method="post" action="">
        <h1>{texts.text('stop.title')}</h1>
        <p>{texts.text('stop.text', { title: letter })}</p>
        <p>{texts.text('stop.what')}</p>
        <button type="submit" class="huge">
          {texts.text('stop.button')}
        </button>
        <p class="details">{texts.text('stop.nothing')}</p>
      </form>
    ),
  });
}

/** What became of it. @param language of the signature, where it is still there */
export async function stopResultPage(c: Context, outcome: StopOutcome, language?: string): Promise<Response> {
  const texts = language === undefined ? await pageTexts(c) : await textsFor(language);
  return messagePage(c, 200, texts, {
    title: texts.text(`stop.${outcome}-title`),
    text: texts.text(`stop.${outcome}-text`),
    more:
      outcome === 'confirmed' ? (
        <p>
          <a class="button" href="/manage">
            {texts.text('link.submit')}
          </a>
        </p>
      ) : undefined,
  });
}

export async function unusableStopPage(c: Context): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text('confirm.unknown-title'),
    text: texts.text('stop.unusable'),
  });
}
