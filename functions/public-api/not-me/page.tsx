/** The pages for people who did not ask to sign. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { pageTexts } from '../page-language.ts';
import { showPage } from '../ui/layout.tsx';
import type { PageLook } from '../ui/look.tsx';
import { messagePage } from '../ui/message.tsx';
import type { EndOutcome } from './end-submission.ts';

/** Each action, with its button. The forms post to the page's own address. */
export function stopPressPage(
  c: Context,
  texts: Texts,
  { title, look }: { title: string; look: PageLook | undefined },
): Promise<Response> {
  return showPage(c, 200, {
    title: texts.text('stop.title'),
    texts,
    look,
    hidden: true,
    body: (
      <div class="card">
        <h1>{texts.text('stop.title')}</h1>
        <p>{texts.text('stop.text', { title })}</p>
        <Press does="remove" text="stop.one-text" button="stop.one-button" look="huge" texts={texts} />
        <Press does="block" text="stop.what" button="stop.button" look="grave" texts={texts} />
        <p class="details">{texts.text('stop.nothing')}</p>
      </div>
    ),
  });
}

export const Press: FC<{
  does: 'remove' | 'block' | 'undo';
  text?: MessageKey;
  button: MessageKey;
  look?: 'huge' | 'grave';
  /** The page's own address by default. */
  to?: string;
  texts: Texts;
}> = ({ does, text, button, look, to, texts }) => (
  <form method="post" action={to} class={does === 'block' ? 'operation' : undefined}>
    <input type="hidden" name="action" value={does} />
    {text ? <p>{texts.text(text)}</p> : null}
    <button type="submit" class={look}>
      {texts.text(button)}
    </button>
  </form>
);

/** The result. @param known the strings of the letter's pages, if the signature still existed */
export async function stopResultPage(c: Context, outcome: EndOutcome | 'undone', known?: Texts): Promise<Response> {
  const texts = known ?? (await pageTexts(c));
  return messagePage(c, 200, texts, {
    title: texts.text(`stop.${outcome}-title`),
    text: texts.text(`stop.${outcome}-text`),
    more: whatElse(outcome, texts),
  });
}

function whatElse(outcome: EndOutcome | 'undone', texts: Texts) {
  if (outcome === 'stopped') return <Press does="undo" button="stop.undo-button" texts={texts} />;
  if (outcome !== 'confirmed') return undefined;
  return (
    <p>
      <a class="button" href="/manage">
        {texts.text('link.submit')}
      </a>
    </p>
  );
}

/** Shown for a link that has blocked its mailbox. */
export async function blockedPage(c: Context): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text('stop.blocked-title'),
    text: texts.text('stop.undo-text'),
    more: <Press does="undo" button="stop.undo-button" texts={texts} />,
  });
}

export async function unusableStopPage(c: Context): Promise<Response> {
  const texts = await pageTexts(c);
  return messagePage(c, 200, texts, {
    title: texts.text('confirm.unknown-title'),
    text: texts.text('stop.unusable'),
  });
}
