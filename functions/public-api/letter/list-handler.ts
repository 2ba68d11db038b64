/** The list of a letter's signatures, as JSON. Loaded on demand: most requests need no list. */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { coSignatoryKind } from '../../../shared/letter/letter.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { listSignatures } from '../../../shared/signature/lists/public-list.ts';
import type { ApiContext } from '../context.ts';
import { findLetter } from '../public-letter.ts';
import { publicCache } from '../security-headers.ts';
import { listQuery } from './list-query.ts';

/** Answers with one page of the list, an empty one while the list is paused, or a problem. */
export async function sendList(c: Context, api: ApiContext, name: string): Promise<Response> {
  const slug = letterSlug.safeParse(name);
  if (!slug.success) return problem(c, 'letter-not-found');
  const query = listQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
  const [letter, page] = await Promise.all([
    findLetter(api, slug.data),
    listSignatures(api.store, slug.data, coSignatoryKind.options, query.data),
  ]);
  if (!letter) return problem(c, 'letter-not-found');
  if (letter.paused.list) {
    return c.json({ items: [], nextCursor: null, paused: true }, 200, { 'cache-control': publicCache });
  }
  if (page) return c.json(page, 200, { 'cache-control': publicCache });
  return problem(c, 'invalid-query', { errors: [{ pointer: '#/cursor', detail: 'is not a cursor of this list' }] });
}
