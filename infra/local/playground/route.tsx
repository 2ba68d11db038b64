/** `/embed` of the local stack: a page to try the elements on. It is not deployed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { raw } from 'hono/html';
import * as z from 'zod';
import { showPage } from '../../../functions/public-api/ui/layout.tsx';
import { signing } from '../../../shared/letter/letter.ts';
import { listLetters } from '../../../shared/letter/storage.ts';
import { listPartners } from '../../../shared/partner/storage.ts';
import { housekeepingEnv } from '../../../shared/platform/config/env.ts';
import { openStore, type Store } from '../../../shared/platform/store/store.ts';
import { textsFor } from '../../../shared/text/catalogue.ts';
import { embedFolder } from '../../build/bundle-embed.ts';
import type { Functions } from '../functions.ts';
import { readChoice } from './choice.ts';
import { PlaygroundPage, playgroundStyles } from './page.tsx';
import { scriptHash } from './script.ts';
import { elementFor, type Source, scriptFor } from './snippet.ts';

const integrityFile = z.record(z.string(), z.string());

/** @returns a handler that answers requests for the playground itself and passes all others to the functions */
export function withPlayground(fetch: Functions['fetch']): Functions['fetch'] {
  const store = openStore(housekeepingEnv.parse(process.env).TABLE_NAME);
  const app = new Hono().get('/embed', (c) => playground(c, store));
  const isOurs = ({ method, url }: Request) => method === 'GET' && new URL(url).pathname === '/embed';
  return (request, env) => (isOurs(request) ? app.fetch(request, env) : fetch(request, env));
}

async function playground(c: Context, store: Store): Promise<Response> {
  const [all, registered, source] = await Promise.all([
    listLetters(store),
    listPartners(store),
    sourceAt(new URL(c.req.url).origin),
  ]);
  const letters = all.filter(({ state }) => state !== 'draft');
  const asked = readChoice(c.req.query());
  const isOpen = (one: (typeof letters)[number]) => signing(one, new Date()) === 'open';
  const letter = letters.find(({ slug }) => slug === asked.letter) ?? letters.find(isOpen) ?? letters[0];
  if (!letter) return c.text('There is no letter to show: npm run letter -- import FILE --open', 404);
  const partners = registered.filter((partner) => partner.letters.includes(letter.slug));
  // The partner may belong to the letter chosen before.
  const choice = { ...asked, partner: partners.find(({ id }) => id === asked.partner)?.id };
  const element = await elementFor(choice, letter.slug, source);
  const snippet = `${element}\n${scriptFor(choice, source)}`;
  c.header('content-security-policy', policy);
  c.header('cache-control', 'no-store');
  return showPage(c, 200, {
    title: 'The form on other sites',
    texts: await textsFor('en'),
    head: (
      <>
        <style>{raw(playgroundStyles)}</style>
        <script type="module" src="/embed/v1.js"></script>
      </>
    ),
    wide: true,
    body: <PlaygroundPage {...{ choice, letter: letter.slug, letters, partners, source, element, snippet }} />,
  });
}

/** Allows styles on the element, as in the snippet. */
const policy = [
  "default-src 'none'",
  `script-src 'self' '${scriptHash}'`,
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

async function sourceAt(publicUrl: string): Promise<Source> {
  const hashes = integrityFile.parse(JSON.parse(await readFile(join(embedFolder, 'integrity.json'), 'utf8')));
  const [file, integrity] = Object.entries(hashes).find(([name]) => /^v1-/.test(name)) ?? [];
  if (file === undefined || integrity === undefined) throw new Error('There is no script for other sites.');
  return { publicUrl, file, integrity };
}
