/** The home page: who runs the site, and its letters. */
import type { Context } from 'hono';
import * as z from 'zod';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { addressOf, nameOf } from '../../../shared/mail/sender.ts';
import type { ApiContext, Operator } from '../context.ts';
import { letterLanguage, pageTexts } from '../page-language.ts';
import { countOf } from '../public-letter.ts';
import { publicCache } from '../security-headers.ts';
import { showPage } from '../ui/layout.tsx';
import { type ListedLetter, listedLetters } from './listed-letters.ts';
import { type HomeEntry, HomePage, homeData } from './page.tsx';

/** Letters on a page. Each takes up to four reads, so the work of a request is bounded. */
const perPage = 25;

/** The number of letters on the pages before. */
const start = z.coerce.number().int().min(0).max(100_000).catch(0);

export async function showHome(c: Context, api: ApiContext): Promise<Response> {
  const texts = await pageTexts(c);
  const all = await listedLetters(api);
  const from = start.parse(c.req.query('cursor') ?? 0);
  const shown = all.slice(from, from + perPage);
  const entries = (await Promise.all(shown.map((listed) => entryOf(c, api, listed)))).flatMap((entry) => entry ?? []);
  const next = from + perPage < all.length ? String(from + perPage) : undefined;
  const operator = operatorOf(api);
  c.header('cache-control', publicCache);
  c.header('vary', 'Accept-Language');
  return showPage(c, 200, {
    title: operator.name,
    texts,
    head: homeData(api.publicUrl, operator),
    body: <HomePage {...{ c, texts, operator, entries, next, from }} />,
  });
}

/** @returns the owner's own words, else the name that mails come from, else the domain of its address */
function operatorOf({ operator, mailFrom }: ApiContext): Operator {
  const sender = nameOf(mailFrom) || addressOf(mailFrom).replace(/^.*@/, '');
  return { name: operator?.name ?? sender, contact: operator?.contact };
}

/** @returns the entry in the language nearest to the reader's; undefined while the letter is being written */
async function entryOf(c: Context, api: ApiContext, { slug, now }: ListedLetter): Promise<HomeEntry | undefined> {
  const letter = await api.letters.find(slug);
  if (!letter) return undefined;
  const language = letterLanguage(c, letter);
  const [stored, count] = await Promise.all([
    api.letters.text(slug, versionShownIn(letter, language), language),
    countOf(api, slug),
  ]);
  return stored && count ? { letter, text: stored.text, count, now } : undefined;
}
