/** The pages for somebody who did not ask to sign. */
import type { Context } from 'hono';
import type { StopOutcome } from '../../../shared/signature/stop.ts';
import type { Texts } from '../../../shared/text/messages.ts';
import { pageTexts } from '../negotiate.ts';
import { showPage } from './layout.tsx';
import { messagePage } from './message.tsx';

/** What the press does, and the button. The form posts to the page's own address. */
export function stopPressPage(c: Context, texts: Texts, letter: string): Promise<Response> {
  return showPage(c, 200, {
    title: texts.text('stop.title'),
    texts,
    hidden: true,
    body: (
      <form class="card" method="post">
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

/** What became of it. @param known the strings of the letter's pages, where the signature was still there */
export async function stopResultPage(c: Context, outcome: StopOutcome, known?: Texts): Promise<Response> {
  const texts = known ?? (await pageTexts(c));
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
