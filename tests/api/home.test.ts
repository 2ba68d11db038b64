/** The home page and the files beside it: who runs the site, and the letters that strangers may find. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { readTranslationFile } from '../../shared/letter/file.ts';
import { importLetter, setState } from '../../shared/letter/lifecycle.ts';
import { createApp } from '../fixtures/functions.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, type World } from '../fixtures/world.ts';

let world: World;
const title = (slug: string, name: string, more = '') => ({
  'slug: clean-air': `slug: ${slug}`,
  'title: Clean air for the harbour district': `title: "${name}"`,
  'goal: 50': `goal: 50\n${more}`,
});

async function letter(replace: Readonly<Record<string, string>>, { open = true, translated = false } = {}) {
  const file = letterFile(replace);
  const source = '---\nlanguage: fr\ntitle: Un port <calme> & sûr\nsalutation: Bonjour,\n---\n\nTexte.\n';
  const read = readTranslationFile(source, file);
  const texts = translated && read.ok ? [read.content] : [];
  const plan = await importLetter(world.store, file, texts, { now: new Date(world.clock.now), open });
  if (plan.outcome === 'refused') throw new Error(plan.why);
}

beforeAll(async () => {
  world = makeWorld(await freshStore());
  await letter(title('quiet-port', 'A quiet port', 'closes: 2999-06-30T21:59:00Z'), { translated: true });
  await letter(title('old-quay', 'The old </script> quay'));
  await letter(title('secret-draft', 'Unfinished thoughts'), { open: false });
  await letter(title('by-link', 'Only by its link', 'unlisted: true'));
  await letter(title('later', 'Signing comes later', 'opens: 2999-01-01T00:00:00Z'));
  await sign(world, organisationFrom('dockers.example', 'office@dockers.example', 'Dockers'), 'old-quay');
  await setState(world.store, letterSlug.parse('old-quay'), 'closed', new Date(world.clock.now));
  world.clock.now += 60_000;
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await world.app.request(path, { headers: { accept: 'text/html', ...headers } });
  return { answer, text: await answer.text() };
};

describe('the home page', () => {
  it('says who runs the site, in the owner’s words or by the sender of its mails', async () => {
    expect((await get('/')).text).toContain('This site is run by Undersigned.');
    const operator = { name: 'Harbour <Council>', contact: 'hello@harbour.example' };
    const app = createApp({ ...world.api, operator });
    const html = await (await app.request('/')).text();
    expect(html).toContain('This site is run by Harbour &lt;Council&gt;.');
    expect(html).toContain('href="mailto:hello@harbour.example"');
    const bare = createApp({ ...world.api, mailFrom: 'letters@quay.example' });
    expect(await (await bare.request('/')).text()).toContain('This site is run by quay.example.');
  });

  it('lists letters with convener, count and dates: those to sign first, then the closed ones', async () => {
    const { text } = await get('/');
    const slugs = [...text.matchAll(/<a class="who" href="\/([^"?]*)"/g)].map(([, slug]) => slug);
    expect(slugs).toEqual(['quiet-port', 'later', 'old-quay']);
    const [, , quay = ''] = text.split('<li>');
    expect(text).toContain('Harbour Neighbours');
    expect(text).toContain('<time datetime="2026-03-02">2 March 2026</time>');
    expect(text).toContain('You can sign until <time datetime="2999-06-30T21:59:00Z">');
    expect(text).toContain('Signing starts on 1 January 2999.');
    expect(text).toContain('1 co-signatory');
    expect(quay).not.toContain('Unfinished');
    expect(text).toContain('This letter is closed.');
  });

  it('names neither drafts nor letters that are not listed', async () => {
    for (const path of ['/', '/sitemap.xml', '/robots.txt']) {
      const { text } = await get(path);
      expect(text).not.toMatch(/secret-draft|Unfinished|by-link|Only by its link/);
    }
    expect((await get('/by-link')).text).toContain('<meta name="robots" content="noindex"/>');
    expect((await get('/quiet-port')).text).not.toContain('noindex');
  });

  it('shows each title in the language nearest to the reader’s', async () => {
    const { text } = await get('/', { 'accept-language': 'fr' });
    expect(text).toContain('<span lang="fr" dir="ltr">Un port &lt;calme&gt; &amp; sûr</span>');
    expect(text).toContain('<span lang="en" dir="ltr">The old &lt;/script&gt; quay</span>');
  });

  it('is cached for as short as a letter’s page, and leads on where there are many', async () => {
    const { answer } = await get('/');
    expect(answer.headers.get('cache-control')).toContain('s-maxage=30');
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    for (const cursor of ['x', '-1', '1e99', '99999'])
      expect((await get(`/?cursor=${cursor}`)).answer.status).toBe(200);
    expect((await get('/?cursor=1')).text).not.toContain('href="/quiet-port"');
  });
});

describe('data for machines', () => {
  it.each(['/', '/quiet-port', '/old-quay'])('is one block of JSON on %s, which nothing can end', async (path) => {
    const { text } = await get(path);
    const blocks = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(blocks).toHaveLength(1);
    const data: unknown = JSON.parse(blocks[0]?.[1] ?? '');
    expect(data).toMatchObject({ '@context': 'https://schema.org', url: expect.stringMatching(/^https:/) });
  });

  it('the sitemap has each language of a listed letter, with the others beside it', async () => {
    const { answer, text } = await get('/sitemap.xml');
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const places = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) =>
      place?.replace(/^https:\/\/[^/]*/, ''),
    );
    expect(places).toEqual([
      '/',
      '/quiet-port',
      '/quiet-port?lang=en',
      '/quiet-port?lang=fr',
      '/later',
      '/later?lang=en',
      '/old-quay',
      '/old-quay?lang=en',
    ]);
    const alternates = [...text.matchAll(/hreflang="([^"]*)"/g)].map(([, language]) => language);
    expect(new Set(alternates)).toEqual(new Set(['x-default', 'en', 'fr']));
    expect(alternates).toHaveLength(9);
  });

  it('robots find the sitemap, and nothing that is for one person', async () => {
    const { answer, text } = await get('/robots.txt');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/confirm\nDisallow: \/manage\n/);
    expect(text).toMatch(/\nSitemap: https:\/\/[^/\s]+\/sitemap\.xml\n$/);
  });

  it('there is a picture for tabs', async () => {
    expect((await get('/')).text).toContain('href="/favicon.svg"');
    const { answer, text } = await get('/favicon.svg');
    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    expect(text).toMatch(/^<svg [^>]*viewBox/);
    expect(z.string().parse((await get('/favicon.ico')).answer.headers.get('location'))).toBe('/favicon.svg');
  });
});
