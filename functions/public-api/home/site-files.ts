/** Files that browsers and search engines ask for at fixed addresses. */
import type { Context } from 'hono';
import { languagesOf } from '../../../shared/letter/letter.ts';
import type { ApiContext } from '../context.ts';
import { publicCache } from '../security-headers.ts';
import { listedLetters } from './listed-letters.ts';
import type { SiteFile } from './routes.ts';

const forADay = 'public, max-age=86400';

/** Pages for one person each: a search engine has nothing to look for there (RFC 9309). */
const forOnePerson = ['/confirm', '/manage', '/stop', '/console'];

function robots(c: Context, { publicUrl }: ApiContext): Response {
  const lines = [
    'User-agent: *',
    ...forOnePerson.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
  ];
  return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': forADay });
}

/** Letters in a sitemap; each takes one read. A sitemap may have 50,000 addresses. */
const maxLetters = 500;

/** Each listed letter in each of its languages (https://www.sitemaps.org/protocol.html). */
async function sitemap(c: Context, api: ApiContext): Promise<Response> {
  const listed = (await listedLetters(api)).slice(0, maxLetters);
  const letters = await Promise.all(listed.map(({ slug }) => api.letters.find(slug)));
  const pages = letters.flatMap((letter) => {
    if (!letter) return [];
    const address = `${api.publicUrl}/${letter.slug}`;
    const languages = languagesOf(letter).map((language) => ({ language, href: `${address}?lang=${language}` }));
    const links = [{ language: 'x-default', href: address }, ...languages];
    return links.map(({ href }) => entry(href, languages.length > 1 ? links : []));
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[entry(`${api.publicUrl}/`, []), ...pages].join('\n')}
</urlset>
`;
  return c.body(xml, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': publicCache });
}

function entry(href: string, links: readonly { language: string; href: string }[]): string {
  const alternates = links.map(
    (link) => `<xhtml:link rel="alternate" hreflang="${escaped(link.language)}" href="${escaped(link.href)}"/>`,
  );
  return `<url><loc>${escaped(href)}</loc>${alternates.join('')}</url>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A pen stroke over a line, in a colour that is seen on light and dark tabs. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#175457"/>' +
  '<path d="M7 19c4-9 7-9 6-3s1 6 4 1 4-2 3 0 2 2 5-1" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>' +
  '<path d="M6 25h20" stroke="#7cc7c3" stroke-width="2.5" stroke-linecap="round"/></svg>';

function favicon(c: Context): Response {
  return c.body(picture, 200, { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': forADay });
}

const all: Readonly<Record<SiteFile, (c: Context, api: ApiContext) => Response | Promise<Response>>> = {
  'robots.txt': robots,
  'sitemap.xml': sitemap,
  'favicon.svg': favicon,
  'favicon.ico': (c) => c.redirect('/favicon.svg', 301),
};

export const siteFile = async (c: Context, api: ApiContext, file: SiteFile): Promise<Response> => all[file](c, api);
