/** Permissions of members of the secretariat: roles per letter, and a separate permission for mailboxes. */

import * as z from 'zod';
import { everything, type GrantScope } from '../ids.ts';

/** From the least to the most powerful. */
export const role = z.enum(['viewer', 'moderator', 'editor', 'owner']);
export type Role = z.infer<typeof role>;

/** Permissions, each with the lowest role that has it. `mailbox.read` comes with no role. */
const leastRole = {
  'letter.read': 'viewer',
  'figures.read': 'viewer',
  'signature.read': 'viewer',
  'partner.read': 'viewer',
  /** Names of signatures whose signers withhold them. */
  'withheld.read': 'moderator',
  'signature.decide': 'moderator',
  'signature.export': 'moderator',
  'lists.read': 'moderator',
  'lists.write': 'moderator',
  'letter.write': 'editor',
  'letter.state': 'editor',
  /** Writing updates to the people who signed, and sending them. */
  'update.send': 'editor',
  'signature.import': 'editor',
  'partner.write': 'editor',
  'pause.write': 'editor',
  'audit.read': 'editor',
  /** Opening a closed letter again, within a day. */
  'letter.reopen': 'owner',
  'member.write': 'owner',
  'key.write': 'owner',
  /** A second update of a letter within a day. */
  'update.insist': 'owner',
  /** Erasing many signatures at once, which cannot be undone. */
  'bulk.erase': 'owner',
} as const satisfies Record<string, Role>;

const named = Object.keys(leastRole).concat('mailbox.read');
export type Permission = keyof typeof leastRole | 'mailbox.read';
export const permission = z.string().refine((name): name is Permission => named.includes(name), {
  error: 'is not a permission',
});
export const permissions: readonly Permission[] = named.filter(
  (name): name is Permission => permission.safeParse(name).success,
);

/** A role, and whether it includes reading mailboxes. */
export const grant = z.object({ role, mailboxes: z.boolean() });
export type Grant = z.infer<typeof grant>;
export const grants = z.record(z.string(), grant);
export type Grants = z.infer<typeof grants>;

/**
 * @param scope the letter in question, or `everything` for what belongs to no letter
 * @returns whether the grants allow it there; a grant for every letter holds for each of them
 */
export function allows(given: Grants, wanted: Permission, scope: GrantScope): boolean {
  const fitting = [given[everything], scope === everything ? undefined : given[scope]];
  return fitting.some((one) => one !== undefined && grantAllows(one, wanted));
}

/** @returns the permissions of that role */
export function permissionsOf(given: Role): Permission[] {
  return permissions.filter((wanted) => grantAllows({ role: given, mailboxes: false }, wanted));
}

/** Its holder can admit somebody with all permissions. So it is shown as such, and only an owner grants it. */
export const reachesEverything = (wanted: Permission): boolean => wanted === 'member.write';

function grantAllows(given: Grant, wanted: Permission): boolean {
  if (wanted === 'mailbox.read') return given.mailboxes;
  return role.options.indexOf(given.role) >= role.options.indexOf(leastRole[wanted]);
}
