/** Actions of owners on members. Each is one transaction, with its line of the audit trail. */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Actor, auditPut, type Happened } from '../../../shared/audit/audit.ts';
import { everything, type GrantScope, grantScope, type MemberId, makeMemberId } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { mailboxAddress } from '../../../shared/mailbox/address.ts';
import { type Member, ownsEverything } from '../../../shared/member/member.ts';
import { noticePut } from '../../../shared/member/notice.ts';
import { type Grant, type Permission, permissionsOf, role } from '../../../shared/member/role.ts';
import { addMember, findMember, listMembers, readMember, writeMember } from '../../../shared/member/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { line } from '../../../shared/text/plain-text.ts';

/** The acting member or key. Rights are checked again here, for the letter of the grant. */
export interface Grantor {
  readonly actor: Actor;
  /** The name that members see as the sender of their invitation. */
  readonly name: string;
  readonly may: (wanted: Permission, scope: GrantScope) => boolean;
}

export const invitation = z.strictObject({
  name: line(100),
  email: mailboxAddress,
  scope: grantScope.default(everything),
  role,
  mailboxes: z.boolean().default(false),
});
export type Invitation = z.infer<typeof invitation>;

/** A grant for one letter, or for everything; without a role, the grant is removed. */
export const grantChange = z.strictObject({
  scope: grantScope.default(everything),
  role: role.nullable(),
  mailboxes: z.boolean().default(false),
});
export type GrantChange = z.infer<typeof grantChange>;

/**
 * - `not-allowed`: the grantor may not give that grant there
 * - `no-letter`: there is no such letter
 * - `last-owner`: at least one member has to own everything
 * - `changed`: somebody changed the member in the meantime
 */
export type MemberOutcome =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly because: 'not-allowed' | 'no-letter' | 'last-owner' | 'unknown' | 'changed' };

const refused = (because: Extract<MemberOutcome, { ok: false }>['because']): MemberOutcome => ({ ok: false, because });

/**
 * Invites somebody by mail; an existing member gets the grant in addition. Only an owner of everything can restore a
 * revoked member, who gets only this grant, and none of the former keys.
 */
export async function inviteMember(
  store: Store,
  keys: Keys,
  grantor: Grantor,
  { name, email, scope, role: given, mailboxes }: Invitation,
  now: Date,
): Promise<MemberOutcome> {
  const why = await mayGive(store, grantor, scope, { role: given, mailboxes });
  if (why) return refused(why);
  const granted = { [scope]: { role: given, mailboxes } };
  const known = await findMember(store, keys, email);
  if (known && !known.revokedAt) {
    return changeGrant(store, grantor, known.id, { scope, role: given, mailboxes }, now);
  }
  if (known && !(grantor.actor.kind === 'member' && grantor.may('member.write', everything)))
    return refused('not-allowed');
  const at = now.toISOString();
  const invited: Member = known
    ? { ...withoutEnd(known), name, email, grants: granted, digest: false, sessionsFrom: at, keysFrom: at }
    : {
        id: makeMemberId(),
        name,
        email,
        grants: granted,
        digest: false,
        invitedAt: at,
        signInMails: [],
        revision: 1,
      };
  const also = [
    auditPut(store, happened(grantor, 'member.invited', invited, scope, { after: { role: given, mailboxes } }), now),
    noticePut(store, { due: 'invitation', member: invited.id, invitedBy: grantor.name }, now),
  ];
  if (known) {
    const written = await writeMember(store, invited, also);
    return written ? { ok: true, member: written } : refused('changed');
  }
  return (await addMember(store, keys, invited, also)) ? { ok: true, member: invited } : refused('changed');
}

/** Adds, changes or removes a grant, with effect from the next request. */
export async function changeGrant(
  store: Store,
  grantor: Grantor,
  id: MemberId,
  { scope, role: given, mailboxes }: GrantChange,
  now: Date,
): Promise<MemberOutcome> {
  const known = await readMember(store, id);
  if (!known || known.revokedAt || !isSeenBy(grantor, known)) return refused('unknown');
  const before = known.grants[scope];
  const added = given && { role: given, mailboxes: mailboxes && before?.mailboxes !== true };
  const why = await mayGive(store, grantor, scope, added);
  if (why) return refused(why);
  const { [scope]: _, ...others } = known.grants;
  const after: Grant | undefined = given === null ? undefined : { role: given, mailboxes };
  if (isDeepStrictEqual(before, after)) return { ok: true, member: known };
  const next: Member = { ...known, grants: after ? { ...others, [scope]: after } : others };
  const states = (grant: Grant | undefined) =>
    grant ? { role: grant.role, mailboxes: grant.mailboxes } : { role: null, mailboxes: false };
  const said = happened(grantor, 'member.changed', known, scope, { before: states(before), after: states(after) });
  return writeKeepingOwner(store, known, next, [auditPut(store, said, now)]);
}

/** Revokes the member and the keys that they made, with effect from the next request. */
export async function revokeMember(store: Store, grantor: Grantor, id: MemberId, now: Date): Promise<MemberOutcome> {
  const known = await readMember(store, id);
  if (!known || !isSeenBy(grantor, known)) return refused('unknown');
  if (known.revokedAt) return { ok: true, member: known };
  if (!grantor.may('member.write', everything)) return refused('not-allowed');
  const at = now.toISOString();
  const next: Member = { ...known, grants: {}, digest: false, revokedAt: at, keysFrom: at };
  const said = happened(grantor, 'member.revoked', known, everything, {});
  return writeKeepingOwner(store, known, next, [auditPut(store, said, now)]);
}

/** @returns the members that an owner may see: all, or those with a grant for one of the owner's letters */
export async function membersSeenBy(store: Store, grantor: Pick<Grantor, 'may'>): Promise<readonly Member[]> {
  return (await listMembers(store)).filter((member) => isSeenBy(grantor, member));
}

function isSeenBy({ may }: Pick<Grantor, 'may'>, { grants }: Member): boolean {
  if (may('member.write', everything)) return true;
  return scopesOf(grants).some((scope) => scope !== everything && may('member.write', scope));
}

/** @returns the letters, or everything, for which the grants are */
export function scopesOf(grants: Member['grants']): GrantScope[] {
  return Object.keys(grants).flatMap((scope) => grantScope.safeParse(scope).data ?? []);
}

/** Nobody, and no key, can give rights that they do not have. Seeing mailboxes is a permission of its own. */
async function mayGive(store: Store, { may }: Grantor, scope: GrantScope, given: Grant | null) {
  const wanted = given ? permissionsOf(given.role) : [];
  const all = ['member.write' as const, ...wanted, ...(given?.mailboxes ? (['mailbox.read'] as const) : [])];
  if (!all.every((one) => may(one, scope))) return 'not-allowed';
  return scope !== everything && !(await readLetter(store, scope)) ? 'no-letter' : undefined;
}

function withoutEnd({ revokedAt: _, ...member }: Member): Member {
  return member;
}

function happened(
  { actor }: Grantor,
  did: 'member.invited' | 'member.changed' | 'member.revoked',
  { id }: Member,
  scope: GrantScope,
  states: Pick<Happened, 'before' | 'after'>,
): Happened {
  return { by: actor, did, scope, subject: id, ...states };
}

/**
 * Makes sure that somebody still owns everything: the write also requires another owner to stay, so when two owners
 * revoke each other at once, one of them is refused.
 */
async function writeKeepingOwner(
  store: Store,
  before: Member,
  next: Member,
  also: NonNullable<Parameters<typeof writeMember>[2]>,
): Promise<MemberOutcome> {
  const stays = ownsEverything(before) && !ownsEverything(next);
  const other = stays
    ? (await listMembers(store)).find((one) => one.id !== before.id && ownsEverything(one))
    : undefined;
  if (stays && !other) return refused('last-owner');
  const written = await writeMember(store, next, also, other);
  return written ? { ok: true, member: written } : refused('changed');
}
