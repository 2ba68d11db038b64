/** Finds out who asks for a route of the console, and whether they have the right to. */
import type { Context } from 'hono';
import { everything, type GrantScope, grantScope } from '../../shared/ids.ts';
import { memberMay } from '../../shared/member/member.ts';
import { permissions } from '../../shared/member/role.ts';
import { readMember } from '../../shared/member/storage.ts';
import type { ProblemName } from '../../shared/platform/http/problem.ts';
import type { ConsoleContext } from './context.ts';
import type { Needs, PageVisit, Visit } from './guard.ts';
import { findApiKey, isKeyOf, keyMay } from './members/api-key.ts';
import { scopesOf } from './members/manage-members.ts';
import { sessionCookie, setSessionCookie } from './session-cookie.ts';
import { csrfToken, findSession } from './sign-in/session.ts';

/** Does not look up the letter in the path, so visitors without access cannot learn whether it exists. */
function scopeOf(c: Context): GrantScope {
  const letter: unknown = c.req.param('letter');
  return letter === undefined ? everything : (grantScope.safeParse(letter).data ?? everything);
}

/** @returns the visit of a signed-in member; undefined without a valid session */
export async function memberVisit(
  c: Context,
  api: ConsoleContext,
): Promise<Omit<PageVisit, 'form' | 'mayOpen' | 'tabNumbers'> | undefined> {
  const cookie = sessionCookie(c, api);
  const found = cookie === undefined ? undefined : await findSession(api.store, cookie, api.now());
  if (!found) return undefined;
  const { member, session } = found;
  if (found.cookie !== undefined) setSessionCookie(c, api, found.cookie);
  const scope = scopeOf(c);
  return {
    actor: { kind: 'member', id: member.id },
    member,
    scopes: scopesOf(member.grants),
    scope,
    may: (wanted, where = scope) => memberMay(member, wanted, where),
    session,
    csrf: csrfToken(await api.keys(), session),
  };
}

/** @returns the visit with an API key; undefined without a valid key of a member */
export async function keyVisit(c: Context, api: ConsoleContext): Promise<Visit | undefined> {
  const [, sent] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const key = sent === undefined ? undefined : await findApiKey(api.store, sent, api.now());
  const member = key && (await readMember(api.store, key.madeBy));
  if (!member || !isKeyOf(key, member)) return undefined;
  const scope = scopeOf(c);
  return {
    actor: { kind: 'key', id: key.id },
    member,
    scopes: [key.letter],
    scope,
    may: (wanted, where = scope) => keyMay(key, wanted, where) && memberMay(member, wanted, where),
  };
}

/** @returns the refusal, if any. Visitors without access to a letter are told that it does not exist. */
export function refusalFor(visit: Visit, needs: Needs): ProblemName | undefined {
  if (needs === 'membership') return undefined;
  const { permission, of } = needs;
  if (of === 'any') {
    return visit.scopes.some((scope) => visit.may(permission, scope)) ? undefined : 'not-allowed';
  }
  const scope = of === 'everything' ? everything : visit.scope;
  if (of === 'letter' && scope === everything) return 'not-found';
  if (visit.may(permission, scope)) return undefined;
  return of === 'letter' && !permissions.some((any) => visit.may(any, scope)) ? 'not-found' : 'not-allowed';
}

/** Browsers send the origin of a form. A client that sends none is not a browser, and has no cookie but its own. */
export function isOurOrigin(c: Context, { publicUrl }: ConsoleContext): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  return (
    (origin === undefined || origin === new URL(publicUrl).origin) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}
