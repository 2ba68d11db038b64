/** The letter that a route is about. */
import type { Context } from 'hono';
import type { Letter } from '../../shared/letter/letter.ts';
import { letterSlug } from '../../shared/letter/slug.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import type { ConsoleContext } from './context.ts';

/** @returns the letter in the path (`:letter`), if there is one. One strongly consistent read */
export async function letterOf(c: Context, api: ConsoleContext): Promise<Letter | undefined> {
  const slug = letterSlug.safeParse(c.req.param('letter'));
  return slug.success ? readLetter(api.store, slug.data) : undefined;
}
