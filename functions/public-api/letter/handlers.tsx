/** Handlers for the pages of a letter. Anything that the letter's own page does not need is loaded on demand. */
import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { readDeliveries } from '../../../shared/delivery/storage.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import { signing } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { findPartner } from '../../../shared/letter/partners.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { sha256 } from '../../../shared/letter/text.ts';
import { readFeatured } from '../../../shared/signature/lists/featured.ts';
import type { ListedSignature, ListPage } from '../../../shared/signature/lists/public-list.ts';
import { countWords } from '../../../shared/text/count-words.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { titleOf } from '../letter-title.ts';
import { listNews } from '../news/find-news.ts';
import { chosenQuery, letterLanguage, readerLanguage } from '../page-language.ts';
import { countOf } from '../public-letter.ts';
import { publicCache, publicCacheFor } from '../security-headers.ts';
import { shareScriptHash } from '../share/script.tsx';
import { contentSecurityPolicy } from '../ui/csp.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { showPage } from '../ui/layout.tsx';
import { noticePage } from '../ui/message.tsx';
import { listQuery } from './list-query.ts';
import { listInOrder, nameOrderOf } from './name-order.ts';
import { readNeighbours } from './neighbours.tsx';
import { LetterPage, letterHead } from './page.tsx';
import { findWording } from './wordings.ts';

/** Number of names below the letter; the list's own page has the rest. */
const namesUnderLetter = 50;

const pausedList: ListPage = { items: [], nextCursor: null, paused: true };

export async function showLetter(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  if (letter.state === 'draft') return noticePage(c, 404, 'page.draft-title', 'page.draft-text');
  const page = await letterPage(c, api, letter);
  page.headers.set('cache-control', publicCacheFor(letter, api.now()));
  return page;
}

export async function showSignatories(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const texts = await textsOf(letter, readerLanguage(c, letter));
  const asked = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  // Pages are lenient: an invalid filter is ignored.
  const order = asked['order'] ?? nameOrderOf(letter);
  const filters = listQuery.safeParse({ ...asked, order }).data ?? listQuery.parse({ order: nameOrderOf(letter) });
  const [count, page] = await Promise.all([
    countOf(api, letter.slug),
    letter.paused.list ? pausedList : listInOrder(api.store, letter.slug, letter.settings.accepts, filters),
  ]);
  if (!count) return c.notFound();
  if (!page) return c.redirect(`/${letter.slug}/signatories`, 302);
  const title = await titleOf(api, letter, letterLanguage(c, letter));
  const { SignatoriesPage } = await import('./signatories-page.tsx');
  c.header('cache-control', publicCache);
  c.header('vary', 'Accept-Language');
  return showPage(c, 200, {
    title: `${texts.label('list.title')}${title}`,
    texts,
    look: letter,
    body: (
      <>
        <SignatoriesPage {...{ letter, title, count, page, filters, texts }} />
        <LanguageSwitch c={c} texts={texts} />
      </>
    ),
  });
}

export async function showPrivacy(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const { privacy } = letter.settings;
  if (!privacy) return c.notFound();
  const title = await titleOf(api, letter, letterLanguage(c, letter));
  const { privacyPage } = await import('./privacy-page.tsx');
  return privacyPage(c, letter, privacy, await textsOf(letter, readerLanguage(c, letter)), title);
}

export async function showChanges(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const language = letterLanguage(c, letter);
  const asked = sha256.safeParse(c.req.query('version'));
  const wording = asked.success ? findWording(letter, asked.data, language) : undefined;
  const stored = wording && (await api.letters.text(letter.slug, wording.version, wording.language));
  const { changesPage } = await import('./changes-page.tsx');
  const page = await changesPage(c, {
    letter,
    title: await titleOf(api, letter, language),
    texts: await textsOf(letter, readerLanguage(c, letter)),
    shown: stored && { ...wording, stored },
  });
  page.headers.set('cache-control', publicCache);
  page.headers.set('vary', 'Accept-Language');
  return page;
}

export async function showBadge(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const texts = await textsOf(letter, readerLanguage(c, letter));
  const count = await countOf(api, letter.slug);
  if (!count) return c.notFound();
  const { badge } = await import('./badge.ts');
  const { withheld } = count;
  const words = [
    countWords(texts, count),
    ...(withheld ? [texts.text('letter.without-name', { count: texts.number(withheld) })] : []),
  ];
  return c.body(await badge(words.join(' · ')), 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': publicCache,
    // A picture for any site, isolated ones (COEP) included.
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Accept-Language',
  });
}

async function letterPage(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const language = letterLanguage(c, letter);
  const reader = readerLanguage(c, letter);
  const texts = await textsOf(letter, reader);
  const [stored, count, featured, list, handed, news, neighbours] = await Promise.all([
    api.letters.text(letter.slug, versionShownIn(letter, language), language),
    countOf(api, letter.slug),
    letter.paused.list ? [] : readFeatured(api.store, letter.slug),
    letter.paused.list
      ? pausedList
      : listInOrder(api.store, letter.slug, letter.settings.accepts, {
          order: nameOrderOf(letter),
          limit: namesUnderLetter,
        }),
    readHanded(api.store, letter.slug),
    listNews(api, letter, { reader, text: language }),
    readNeighbours(api, letter, reader),
  ]);
  if (!stored || !count) return c.notFound();
  // Most letters were not handed over yet, and need no second query.
  const isHandedOver = handed.handovers.length > 0;
  const { deliveries } = isHandedOver ? await readDeliveries(api.store, letter.slug) : { deliveries: [] };
  const { publicUrl } = api;
  const state = signing(letter, api.now());
  const partner = findPartner(letter, c.req.query('partner'));
  c.header(
    'content-security-policy',
    contentSecurityPolicy({ ancestors: "'none'", scriptHash: shareScriptHash, hasElement: state === 'open' }),
  );
  const newest = firstOnes(featured, list?.items ?? []);
  const isListPaused = letter.paused.list;
  const now = api.now();
  const view = {
    letter,
    stored,
    state,
    count,
    newest,
    isListPaused,
    deliveries,
    handed,
    news,
    now,
    texts,
    reader,
    chosen: chosenQuery(c),
    publicUrl,
    neighbours,
    partner,
  };
  const page = await showPage(c, 200, {
    title: stored.text.title,
    texts,
    look: letter,
    wide: true,
    hidden: letter.settings.unlisted,
    head: letterHead(view),
    body: (
      <>
        <LetterPage {...view} />
        <LanguageSwitch c={c} texts={texts} />
      </>
    ),
  });
  page.headers.set('vary', 'Accept-Language');
  return page;
}

/** Pinned signatures are not repeated below. */
function firstOnes(featured: readonly ListedSignature[], newest: readonly ListedSignature[]): ListedSignature[] {
  const others = newest.filter((item) => !featured.some((one) => isDeepStrictEqual(one, item)));
  return [...featured, ...others].slice(0, namesUnderLetter);
}
