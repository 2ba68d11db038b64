/** Handlers for unsubscribing. Loaded with the first such request. */
import type { Context } from 'hono';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage, readerLanguage } from '../page-language.ts';
import { findLetter } from '../public-letter.ts';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';
import { endUpdates } from './end-updates.ts';

/** The page with the button. It is the same for every token, so it reads none. */
export async function askUnsubscribe(c: Context, api: ApiContext): Promise<Response> {
  const letter = await findLetter(api, c.req.param('letter') ?? '');
  if (!letter) return c.notFound();
  const { texts, title } = await wordsFor(c, api, letter);
  return showPage(c, 200, {
    title: texts.text('unsubscribe.title'),
    texts,
    look: letter,
    hidden: true,
    body: (
      <form method="post" class="card">
        <h1>{texts.text('unsubscribe.title')}</h1>
        <p>{texts.text('unsubscribe.text', { title })}</p>
        <button type="submit" class="huge">
          {texts.text('unsubscribe.button')}
        </button>
      </form>
    ),
  });
}

/**
 * Handles the POST of the button, and the POST of a mail program, whose body (`List-Unsubscribe=One-Click`) says
 * nothing more and is not read. Answers the same whether or not the token is one of ours, or was used before.
 */
export async function postUnsubscribe(c: Context, api: ApiContext): Promise<Response> {
  const letter = await findLetter(api, c.req.param('letter') ?? '');
  if (!letter) return c.notFound();
  await endUpdates(api, letter, c.req.param('token') ?? '');
  const { texts, title } = await wordsFor(c, api, letter);
  return messagePage(c, 200, texts, {
    title: texts.text('unsubscribe.done-title'),
    text: texts.text('unsubscribe.done-text', { title }),
    look: letter,
    more: (
      <p>
        <a href={`/${letter.slug}`}>{texts.text('list.back')}</a>
      </p>
    ),
  });
}

async function wordsFor(c: Context, api: ApiContext, letter: PublicLetter) {
  const language = letterLanguage(c, letter);
  const [texts, stored] = await Promise.all([
    textsOf(letter, readerLanguage(c, letter)),
    api.letters.text(letter.slug, versionShownIn(letter, language), language),
  ]);
  return { texts, title: stored?.text.title ?? letter.title };
}
