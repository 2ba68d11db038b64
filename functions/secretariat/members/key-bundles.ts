/** Rights that belong together, by what a program does with them. */
import type { Permission } from '../../../shared/member/role.ts';

interface Bundle {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  /** All that the member may give when it is undefined. */
  readonly scopes?: readonly Permission[];
}

const bundles: readonly Bundle[] = [
  {
    id: 'read-list',
    name: 'Read the list',
    says: 'See letters, figures and signatures, for example to show them on a site. No email addresses, no withheld names.',
    scopes: ['letter.read', 'figures.read', 'signature.read'],
  },
  {
    id: 'import',
    name: 'Run an import',
    says: 'Upload lists of signatures, and see what became of them.',
    scopes: ['letter.read', 'signature.read', 'signature.import'],
  },
  {
    id: 'everything',
    name: 'Everything',
    says: 'All rights that you have, as for a second console. Keep such a key as you keep a password.',
  },
];

/** @returns the bundles that a member with these rights can give */
export function bundlesFor(permissions: readonly Permission[]): readonly Bundle[] {
  return bundles.filter(({ scopes = [] }) => scopes.every((one) => permissions.includes(one)));
}

/**
 * @param bundle the chosen bundle; any other word means the rights that were ticked one by one
 * @returns the rights of the key
 */
export function scopesOfBundle(
  bundle: string | undefined,
  ticked: readonly string[],
  permissions: readonly Permission[],
): readonly string[] {
  const chosen = bundlesFor(permissions).find(({ id }) => id === bundle);
  return chosen ? (chosen.scopes ?? permissions) : ticked;
}
