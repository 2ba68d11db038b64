/** The scopes in which a visitor may grant rights: everything, or letters. */

import { everything } from '../../../shared/ids.ts';
import { listLetters } from '../../../shared/letter/storage.ts';
import type { Permission } from '../../../shared/member/role.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Visit } from '../guard.ts';
import type { Place } from './grant-fields.tsx';

export async function grantableScopes(store: Store, { may }: Pick<Visit, 'may'>, wanted: Permission): Promise<Place[]> {
  const all = [
    { scope: everything, label: 'All letters, including future ones' } as const,
    ...(await listLetters(store)).map(({ slug, title }) => ({ scope: slug, label: title })),
  ];
  return all.filter(({ scope }) => may(wanted, scope));
}
