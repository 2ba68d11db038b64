/** Names of partners, for pages that show which partner a signature came through. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { listPartners } from '../../../shared/partner/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';

export type PartnerNames = ReadonlyMap<string, string>;

/** @returns the names by id; for a letter with partners, one Query */
export async function partnerNames(store: Store, { partners }: Pick<Letter, 'partners'>): Promise<PartnerNames> {
  if (partners.length === 0) return new Map();
  return new Map((await listPartners(store)).map(({ id, name }) => [id, name] as const));
}
