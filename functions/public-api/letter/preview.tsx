/**
 * A draft, for those who have its link. Any address that does not match answers like an unknown letter, whatever
 * letters there are. A link to a letter that is open by now leads to its page.
 */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { currentVersion, languagesOf } from '../../../shared/letter/letter.ts';
import { LetterBody, Offices } from '../../../shared/letter/letter-view.tsx';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { isPreviewSecret } from '../../../shared/letter/preview-link.ts';
import { readLetter, readText } from '../../../shared/letter/storage.ts';
import type { ApiContext } from '../context.ts';
import { letterLanguage } from '../page-language.ts';
import { showPage } from '../ui/layout.tsx';

export async function showPreview(c: Context, { store }: ApiContext): Promise<Response> {
  const slug = letterSlug.safeParse(c.req.param('letter'));
  if (!slug.success) return c.notFound();
  // Not from the cache: a draft changes from minute to minute while people agree on it.
  const [isKnown, letter] = await Promise.all([
    isPreviewSecret(store, slug.data, c.req.param('secret') ?? ''),
    readLetter(store, slug.data),
  ]);
  if (!isKnown || !letter) return c.notFound();
  if (letter.state !== 'draft') return c.redirect(`/${letter.slug}`, 303);
  const language = letterLanguage(c, letter);
  const stored = await readText(store, letter.slug, currentVersion(letter), language);
  if (!stored) return c.notFound();
  const texts = await textsOf(letter, language);
  const others = languagesOf(letter).filter((other) => other !== language);
  const page = await showPage(c, 200, {
    title: stored.text.title,
    texts,
    hidden: true,
    body: (
      <>
        <p class="card" role="note">
          {texts.text('preview.note')}
        </p>
        {others.length === 0 ? null : (
          <p>
            {others.map((other) => (
              <>
                <a href={`?lang=${other}`} hreflang={other} lang={other}>
                  {new Intl.DisplayNames([other], { type: 'language' }).of(other) ?? other}
                </a>{' '}
              </>
            ))}
          </p>
        )}
        <article class="card letter" lang={stored.text.language}>
          <LetterBody stored={stored} level={1} />
          <Offices offices={stored.text.convener.offices} texts={texts} language={stored.text.language} />
        </article>
      </>
    ),
  });
  page.headers.set('referrer-policy', 'no-referrer');
  page.headers.set('cache-control', 'no-store');
  page.headers.set('x-robots-tag', 'noindex');
  return page;
}
