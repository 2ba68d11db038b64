/** oEmbed for editors into which somebody pastes a letter's address: https://oembed.com. Loaded on demand. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { findPartner } from '../../../shared/letter/partners.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import type { OembedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { letterLanguage } from '../page-language.ts';
import { publicCache } from '../security-headers.ts';

const size = z.coerce.number().int().min(1).max(10_000).optional();

export const oembedQuery = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .describe('Address of a letter, with ?partner=… for its form'),
  format: z.string().max(20).default('json'),
  maxwidth: size,
  maxheight: size,
});

/** Room for the form in a narrow column, and for a line with the badge, in CSS pixels. */
const formSize = { width: 640, height: 1600 };
const cardSize = { width: 640, height: 120 };
/** Time that a consumer may cache it, in seconds. */
const cacheFor = 3600;

/** @param findLetter finds a public letter by its slug */
export async function answerOembed(
  c: Context,
  { publicUrl, letters }: ApiContext,
  findLetter: (slug: string) => Promise<Letter | undefined>,
): Promise<Response> {
  const query = oembedQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
  const { url, format, maxwidth, maxheight } = query.data;
  if (format !== 'json') return problem(c, 'format-not-supported');
  const { origin, pathname, searchParams } = new URL(url);
  const slug = /^\/([^/]+)\/?(form)?$/.exec(pathname)?.[1];
  const isOurs = origin === publicUrl || origin === new URL(c.req.url).origin;
  const letter = isOurs && slug ? await findLetter(slug) : undefined;
  if (!letter) return problem(c, 'letter-not-found');
  const language = letterLanguage(c, letter, searchParams.get('lang') ?? undefined);
  const stored = await letters.text(letter.slug, versionShownIn(letter, language), language);
  const title = stored?.text.title ?? letter.title;
  const partner = findPartner(letter, searchParams.get('partner') ?? undefined);
  const room = partner ? formSize : cardSize;
  const [width, height] = [
    Math.min(room.width, maxwidth ?? room.width),
    Math.min(room.height, maxheight ?? room.height),
  ];
  const address = `${publicUrl}/${letter.slug}`;
  const asked = new URLSearchParams({ ...(partner ? { partner: partner.id } : {}), lang: language });
  const texts = await textsOf(letter, language);
  const html = partner ? (
    <iframe
      src={`${address}/form?${asked}`}
      title={`${texts.label('letter.sign')}${title}`}
      width={width}
      height={height}
      style="border:0;max-width:100%"
      loading="lazy"
    ></iframe>
  ) : (
    // Only partner sites may show the form; a link and a picture are allowed anywhere.
    <blockquote>
      <p>
        <a href={`${address}?${asked}`}>{title}</a>
      </p>
      <p>
        <img src={`${address}/badge.svg?${asked}`} alt={texts.text('letter.undersigned')} height={28} />
      </p>
    </blockquote>
  );
  const body: OembedBody = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: stored?.text.convener.organisation ?? '',
    provider_name: 'Undersigned',
    provider_url: publicUrl,
    cache_age: cacheFor,
    width,
    height,
    html: String(await html),
  };
  return c.json(body, 200, { 'cache-control': publicCache, vary: 'Accept-Language' });
}
