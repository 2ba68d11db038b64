/** The public view of a letter and its count. */
import { readCount } from '../../shared/count/count.ts';
import { type LetterSlug, letterSlug } from '../../shared/ids.ts';
import type { CountBody } from './answer-schemas.ts';
import type { ApiContext } from './context.ts';
import type { PublicLetter } from './letter-cache.ts';

/** @returns the letter of that name; drafts only on request, since their text is not public yet */
export async function findLetter(
  api: ApiContext,
  name: string,
  { drafts = false } = {},
): Promise<PublicLetter | undefined> {
  const slug = letterSlug.safeParse(name);
  const found = slug.success ? await api.letters.find(slug.data) : undefined;
  return found?.state === 'draft' && !drafts ? undefined : found;
}

/** @returns the count as the API presents it, or undefined when there is no such public letter. Four queries. */
export async function countOf(api: ApiContext, slug: LetterSlug): Promise<CountBody | undefined> {
  const count = await readCount(api.store, slug);
  if (!count) return undefined;
  const { organisations, individuals, offline, added, goal, withheld } = count;
  const total = organisations + individuals;
  const asOf = api.now().toISOString();
  return { organisations, individuals, offline, added, total, withheld: withheld ?? null, goal: goal ?? null, asOf };
}
