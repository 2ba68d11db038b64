/** The letter, its list and its count, as JSON. */
import type { Context, Hono } from 'hono';
import { readCount } from '../../../shared/count/count.ts';
import { fieldErrors, problem } from '../../../shared/http/problem.ts';
import { coSignatoryKind, currentVersion, type Letter, languagesOf, signing } from '../../../shared/letter/letter.ts';
import { ownTextsIn, wordingOf } from '../../../shared/letter/own-texts.ts';
import { type PrivacySentences, privacyIn } from '../../../shared/letter/privacy.ts';
import { type LetterSlug, letterSlug } from '../../../shared/letter/slug.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import { listSignatures } from '../../../shared/signature/list.ts';
import type { ApiContext } from '../context.ts';
import type { CountBody, LetterBody } from '../description/schemas.ts';
import { formFields } from '../form-fields.ts';
import { letterLanguage } from '../negotiate.ts';
import { listQuery } from '../requests.ts';
import { publicCache, publicCacheFor } from '../security.ts';

export function letterRoutes(app: Hono, api: ApiContext): void {
  app.get('/v1/letters/:letter', async (c) => {
    const found = await findLetter(api, c.req.param('letter'));
    const body = found && (await describeLetter(api, c, found));
    if (!found || !body) return problem(c, 'letter-not-found');
    const cache = publicCacheFor(found, api.now());
    const headers = { 'cache-control': cache, vary: 'Accept-Language', 'content-language': body.language };
    return c.json(body, 200, headers);
  });

  app.get('/v1/letters/:letter/signatures', async (c) => {
    const slug = letterSlug.safeParse(c.req.param('letter'));
    if (!slug.success) return problem(c, 'letter-not-found');
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
    const page = await listSignatures(api.store, slug.data, coSignatoryKind.options, query.data);
    // Who has co-signatories exists; only an empty list asks whether there is a letter.
    if (page?.items.length === 0 && !(await findLetter(api, slug.data))) return problem(c, 'letter-not-found');
    if (page) return c.json(page, 200, { 'cache-control': publicCache });
    return problem(c, 'invalid-query', { errors: [{ pointer: '#/cursor', detail: 'is not a cursor of this list' }] });
  });

  app.get('/v1/letters/:letter/count', async (c) => {
    const slug = letterSlug.safeParse(c.req.param('letter'));
    const count = slug.success ? await countOf(api, slug.data) : undefined;
    if (!count) return problem(c, 'letter-not-found');
    return c.json(count, 200, { 'cache-control': publicCache });
  });
}

/** @returns the letter of that name; a draft, whose text nobody may know of yet, only when asked for */
export async function findLetter(api: ApiContext, name: string, { drafts = false } = {}): Promise<Letter | undefined> {
  const slug = letterSlug.safeParse(name);
  const found = slug.success ? await api.letters.find(slug.data) : undefined;
  return found?.state === 'draft' && !drafts ? undefined : found;
}

/** @returns the count as the API gives it, or undefined when there is no such letter in public. One Query. */
export async function countOf(api: ApiContext, slug: LetterSlug): Promise<CountBody | undefined> {
  const count = await readCount(api.store, slug);
  if (!count) return undefined;
  const { organisations, individuals, goal } = count;
  const total = organisations + individuals;
  return { organisations, individuals, offline: 0, total, goal: goal ?? null, asOf: api.now().toISOString() };
}

async function describeLetter(api: ApiContext, c: Context, found: Letter): Promise<LetterBody | undefined> {
  const language = letterLanguage(c, found);
  const version = currentVersion(found);
  const [stored, count] = await Promise.all([
    api.letters.text(found.slug, version, language),
    countOf(api, found.slug),
  ]);
  const state = signing(found, api.now());
  if (!stored || !count || state === 'draft') return undefined;
  const { accepts, publishedFrom, opens, closes, privacy } = found.settings;
  return {
    ...stored.text,
    blocks: stored.blocks,
    slug: found.slug,
    url: `${api.publicUrl}/${found.slug}`,
    state,
    language,
    languages: languagesOf(found),
    version: version.id,
    texts: ownTextsIn(found, language)?.strings ?? {},
    wording: wordingOf(found, language),
    versions: found.versions.map(({ id, at }) => ({ id, at })),
    corrections: found.corrections,
    policy: { accepts, publishedFrom },
    opens: opens ?? null,
    closes: closes ?? null,
    privacy: privacy ? privacyBody(privacy, privacyIn(found, language)) : null,
    sender: addressOf(api.mailFrom),
    fields: formFields(accepts),
    count,
  };
}

function privacyBody(
  { controller, contact }: NonNullable<Letter['settings']['privacy']>,
  { purpose, recipients, retention }: PrivacySentences,
): LetterBody['privacy'] {
  return {
    controller,
    contact,
    purpose: purpose?.text ?? null,
    recipients: recipients?.text ?? null,
    retention: retention?.text ?? null,
    languages: {
      purpose: purpose?.language ?? null,
      recipients: recipients?.language ?? null,
      retention: retention?.language ?? null,
    },
  };
}
