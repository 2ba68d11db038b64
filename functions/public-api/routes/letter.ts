/** The letter, its list and its count, as JSON. */
import type { Context, Hono } from 'hono';
import { readCount } from '../../../shared/count/count.ts';
import { fieldErrors, problem } from '../../../shared/http/problem.ts';
import { currentVersion, type Letter, languagesOf, signing } from '../../../shared/letter/letter.ts';
import { letterSlug } from '../../../shared/letter/slug.ts';
import { listSignatures } from '../../../shared/signature/list.ts';
import type { ApiContext } from '../context.ts';
import type { CountBody, LetterBody } from '../description/schemas.ts';
import { formFields } from '../form-fields.ts';
import { letterLanguage } from '../negotiate.ts';
import { listQuery } from '../requests.ts';
import { publicCache } from '../security.ts';

export function letterRoutes(app: Hono, api: ApiContext): void {
  app.get('/v1/letters/:letter', async (c) => {
    const found = await findLetter(api, c.req.param('letter'));
    const body = found && (await describeLetter(api, c, found));
    if (!body) return problem(c, 'letter-not-found');
    const headers = { 'cache-control': publicCache, vary: 'Accept-Language', 'content-language': body.language };
    return c.json(body, 200, headers);
  });

  app.get('/v1/letters/:letter/signatures', async (c) => {
    const found = await findLetter(api, c.req.param('letter'));
    if (!found) return problem(c, 'letter-not-found');
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
    const page = await listSignatures(api.store, found.slug, found.settings.accepts, query.data);
    if (page) return c.json(page, 200, { 'cache-control': publicCache });
    return problem(c, 'invalid-query', { errors: [{ pointer: '#/cursor', detail: 'is not a cursor of this list' }] });
  });

  app.get('/v1/letters/:letter/count', async (c) => {
    const found = await findLetter(api, c.req.param('letter'));
    if (!found) return problem(c, 'letter-not-found');
    return c.json(await countOf(api, found), 200, { 'cache-control': publicCache });
  });
}

/** @returns the letter of that name; a draft, whose text nobody may know of yet, only when asked for */
export async function findLetter(api: ApiContext, name: string, { drafts = false } = {}): Promise<Letter | undefined> {
  const slug = letterSlug.safeParse(name);
  const found = slug.success ? await api.letters.find(slug.data) : undefined;
  return found?.state === 'draft' && !drafts ? undefined : found;
}

/** @returns the count as the API gives it. One Query. */
export async function countOf(api: ApiContext, { slug, settings }: Letter): Promise<CountBody> {
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

async function describeLetter(api: ApiContext, c: Context, found: Letter): Promise<LetterBody | undefined> {
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
