/** The letter, its list and its count, as JSON. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { readCount } from '../../../shared/count/count.ts';
import { problem, problemBody } from '../../../shared/http/problem.ts';
import {
  coSignatoryKind,
  currentVersion,
  type Letter,
  languagesOf,
  letter,
  signing,
} from '../../../shared/letter/letter.ts';
import { letterSlug } from '../../../shared/letter/slug.ts';
import { letterText, sha256 } from '../../../shared/letter/text.ts';
import { countryCodes } from '../../../shared/organisation/country.ts';
import { listedSignature, listSignatures } from '../../../shared/signature/list.ts';
import type { ApiContext } from '../context.ts';
import { formFields } from '../form-fields.ts';
import { letterLanguage } from '../negotiate.ts';
import { publicCache } from '../security.ts';

/** A slug in a path. Whatever cannot be one is a letter that does not exist. */
const params = z.object({ letter: z.string().max(200).describe("The letter's slug") });

const countBody = z.object({
  organisations: z.int(),
  individuals: z.int(),
  offline: z.int().describe('Signatures on paper, not part of the total'),
  total: z.int().describe('organisations + individuals'),
  goal: z.int().nullable(),
  asOf: z.iso.datetime(),
});

const letterBody = z.object({
  slug: z.string(),
  url: z.url(),
  state: z.enum(['not-yet', 'open', 'closed']),
  language: z.string().describe('Language of the text below'),
  languages: z.array(z.string()),
  ...letterText.omit({ language: true }).shape,
  version: sha256.describe('What to send as letterVersion'),
  versions: z.array(z.object({ id: sha256, at: z.iso.datetime() })),
  corrections: letter.shape.corrections,
  policy: z.object({ accepts: z.array(coSignatoryKind), publishedFrom: z.enum(['mailbox']) }),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  privacy: z.object({ controller: z.string(), contact: z.string(), retention: z.string().nullable() }).nullable(),
  fields: z.array(z.object({ name: z.string(), required: z.boolean(), kinds: z.array(coSignatoryKind) })),
  count: countBody,
});

export const listQuery = z.object({
  order: z.enum(['newest', 'name']).default('newest'),
  kind: coSignatoryKind.optional(),
  country: z.enum(countryCodes).optional(),
  q: z.string().max(100).optional().describe('Start of a name; the answer is sorted by name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});

const listBody = z.object({ items: z.array(listedSignature), nextCursor: z.string().nullable() });

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemBody } },
});

const unknownLetter = { 404: problemAnswer('letter-not-found') };

export function letterRoutes(app: OpenAPIHono, api: ApiContext): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/letters/{letter}',
      summary: 'A letter, in the best language for the reader',
      request: { params, query: z.object({ lang: z.string().max(100).optional() }) },
      responses: { 200: json(letterBody, 'The letter'), 400: problemAnswer('invalid-query'), ...unknownLetter },
    }),
    async (c) => {
      const found = await findLetter(api, c.req.valid('param').letter);
      const body = found && (await describeLetter(api, c, found));
      if (!body) return problem(c, 'letter-not-found');
      return c.json(body, 200, {
        'cache-control': publicCache,
        vary: 'Accept-Language',
        'content-language': body.language,
      });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/letters/{letter}/signatures',
      summary: 'Who signed, by name: the published list',
      request: { params, query: listQuery },
      responses: { 200: json(listBody, 'One page'), 400: problemAnswer('invalid-query'), ...unknownLetter },
    }),
    async (c) => {
      const found = await findLetter(api, c.req.valid('param').letter);
      if (!found) return problem(c, 'letter-not-found');
      const page = await listSignatures(api.store, found.slug, found.settings.accepts, c.req.valid('query'));
      if (!page)
        return problem(c, 'invalid-query', {
          errors: [{ pointer: '#/cursor', detail: 'is not a cursor of this list' }],
        });
      return c.json(page, 200, { 'cache-control': publicCache });
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/letters/{letter}/count',
      summary: 'How many signed',
      request: { params },
      responses: { 200: json(countBody, 'The count'), ...unknownLetter },
    }),
    async (c) => {
      const found = await findLetter(api, c.req.valid('param').letter);
      if (!found) return problem(c, 'letter-not-found');
      return c.json(await countOf(api, found), 200, { 'cache-control': publicCache });
    },
  );
}

/** @returns the letter of that name; a draft, whose text nobody may know of yet, only when asked for */
export async function findLetter(api: ApiContext, name: string, { drafts = false } = {}): Promise<Letter | undefined> {
  const slug = letterSlug.safeParse(name);
  const found = slug.success ? await api.letters.find(slug.data) : undefined;
  return found?.state === 'draft' && !drafts ? undefined : found;
}

/** @returns the count as the API gives it. One Query. */
export async function countOf(api: ApiContext, { slug, settings }: Letter): Promise<z.infer<typeof countBody>> {
  const { organisations, individuals } = await readCount(api.store, slug);
  return {
    organisations,
    individuals,
    offline: 0,
    total: organisations + individuals,
    goal: settings.goal ?? null,
    asOf: api.now().toISOString(),
  };
}

async function describeLetter(
  api: ApiContext,
  c: Context,
  found: Letter,
): Promise<z.infer<typeof letterBody> | undefined> {
  const language = letterLanguage(c, found);
  const version = currentVersion(found);
  const [stored, count] = await Promise.all([api.letters.text(found.slug, version, language), countOf(api, found)]);
  const state = signing(found, api.now());
  if (!stored || state === 'draft') return undefined;
  const { accepts, opens, closes, privacy } = found.settings;
  return {
    ...stored.text,
    slug: found.slug,
    url: `${api.publicUrl}/${found.slug}`,
    state,
    language,
    languages: languagesOf(found),
    version: version.id,
    versions: found.versions.map(({ id, at }) => ({ id, at })),
    corrections: found.corrections,
    policy: { accepts, publishedFrom: 'mailbox' },
    opens: opens ?? null,
    closes: closes ?? null,
    privacy: privacy ? { ...privacy, retention: privacy.retention ?? null } : null,
    fields: formFields(accepts),
    count,
  };
}
