/** The order of the names under a letter and on the page with all of them: the letter's choice. */
import type { LetterSlug } from '../../../shared/ids.ts';
import type { CoSignatoryKind, Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { type ListPage, type ListQuery, listSignatures } from '../../../shared/signature/lists/public-list.ts';

/** Organisations come first. */
const kinds: readonly CoSignatoryKind[] = ['organisation', 'individual'];

/** @returns the order that the letter chose; else the newest first until it is delivered, and then by name */
export function nameOrderOf({ settings, state }: Pick<Letter, 'settings' | 'state'>): ListQuery['order'] {
  return settings.nameOrder ?? (state === 'delivered' ? 'name' : 'newest');
}

/**
 * As `listSignatures`; by name, organisations come before people. At most three times its cost.
 *
 * @returns the page, or undefined when the cursor is not one of ours
 */
export async function listInOrder(
  store: Store,
  slug: LetterSlug,
  accepts: readonly CoSignatoryKind[],
  query: ListQuery,
): Promise<ListPage | undefined> {
  const asked = kinds.filter((kind) => accepts.includes(kind) && (!query.kind || kind === query.kind));
  if (query.order !== 'name' || query.q || asked.length < 2) return listSignatures(store, slug, accepts, query);
  return listOneByOne(store, slug, asked, query);
}

/** A cursor here is the kind, and after a hyphen the cursor within it: none at its start. */
async function listOneByOne(
  store: Store,
  slug: LetterSlug,
  asked: readonly CoSignatoryKind[],
  query: ListQuery,
): Promise<ListPage | undefined> {
  const [named, cursor] = split(query.cursor);
  const start = named === undefined ? 0 : asked.map(String).indexOf(named);
  if (start < 0) return undefined;
  const items: ListPage['items'] = [];
  for (const [index, kind] of asked.entries()) {
    if (index < start) continue;
    const left = query.limit - items.length;
    // One more name tells whether a further page has any.
    const limit = Math.max(left, 1);
    const page = await listSignatures(store, slug, [kind], {
      ...query,
      limit,
      cursor: index === start ? cursor : undefined,
    });
    if (!page) return undefined;
    if (left === 0) return { items, nextCursor: page.items.length > 0 ? `${kind}-` : null };
    items.push(...page.items);
    if (page.nextCursor !== null) return { items, nextCursor: `${kind}-${page.nextCursor}` };
  }
  return { items, nextCursor: null };
}

function split(cursor: string | undefined): [kind: string | undefined, within: string | undefined] {
  if (cursor === undefined) return [undefined, undefined];
  const hyphen = cursor.indexOf('-');
  return [hyphen < 0 ? cursor : cursor.slice(0, hyphen), cursor.slice(hyphen + 1) || undefined];
}
