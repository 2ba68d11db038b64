/** Actions of owners on API keys. Nobody can create a key with more rights than their own. */
import * as z from 'zod';
import { everything, grantScope, type MemberId } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { permission, permissionsOf, reachesEverything } from '../../../shared/member/role.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { line } from '../../../shared/text/plain-text.ts';
import { type ApiKey, generationOf, listApiKeys, makeApiKey, maxGenerations, revokeApiKey } from './api-key.ts';
import type { Grantor } from './manage-members.ts';

const day = 24 * 3600 * 1000;
/** A key expires after a year at the latest, unless it is renewed. In days. */
export const longestDays = 365;

export const keyRequest = z.strictObject({
  name: line(100),
  letter: grantScope.default(everything),
  scopes: z.array(permission).min(1, 'choose at least one').max(40),
  days: z.int().min(1).max(longestDays),
});
export type KeyRequest = z.infer<typeof keyRequest>;

export type MadeKey =
  | { readonly ok: true; readonly key: ApiKey; readonly shown: string }
  | { readonly ok: false; readonly because: 'not-allowed' | 'no-letter' };

/** @returns the key and its secret text, which is shown only this once */
export async function makeKey(
  store: Store,
  { actor, may, member }: Grantor & { readonly member: { readonly id: MemberId } },
  { name, letter, scopes, days }: KeyRequest,
  now: Date,
): Promise<MadeKey> {
  const wanted = [...new Set(scopes)];
  // Only an owner may create a key that covers everything; another key may not.
  const isOwner = actor.kind === 'member' && permissionsOf('owner').every((one) => may(one, letter));
  const isAllowed = ['key.write' as const, ...wanted].every((one) => may(one, letter));
  if (!isAllowed || (wanted.some(reachesEverything) && !isOwner)) return { ok: false, because: 'not-allowed' };
  if (letter !== everything && !(await readLetter(store, letter))) return { ok: false, because: 'no-letter' };
  const parent = actor.kind === 'key' ? (await listApiKeys(store)).find(({ id }) => id === actor.id) : undefined;
  if (actor.kind === 'key' && !parent) return { ok: false, because: 'not-allowed' };
  const generation = parent && (await generationOf(store, parent.id, now));
  if (parent && (generation === undefined || generation >= maxGenerations)) {
    return { ok: false, because: 'not-allowed' };
  }
  const wished = new Date(now.getTime() + days * day).toISOString();
  // A key expires with the key that made it.
  const expiresAt = parent && parent.expiresAt < wished ? parent.expiresAt : wished;
  const made = await makeApiKey(
    store,
    { name, scopes: wanted, letter, madeBy: member.id, parent: parent?.id, expiresAt },
    (subject) => ({
      by: actor,
      did: 'key.made',
      scope: letter,
      subject,
      after: { scopes: wanted.join(' '), expiresAt },
    }),
    now,
  );
  return { ok: true, ...made };
}

/** @returns the keys that they could have made: for everything, or for their letters */
export async function keysSeenBy(store: Store, { may }: Pick<Grantor, 'may'>): Promise<readonly ApiKey[]> {
  return (await listApiKeys(store)).filter(({ letter }) => may('key.write', letter));
}

/** @returns whether there was such a key that they may revoke */
export async function revokeKey(store: Store, grantor: Grantor, id: string, now: Date): Promise<boolean> {
  const key = (await keysSeenBy(store, grantor)).find((one) => one.id === id);
  if (!key) return false;
  return revokeApiKey(store, id, { by: grantor.actor, did: 'key.revoked', scope: key.letter, subject: id }, now);
}
