/**
 * Every route of the console is opened here, and says what it asks for: who comes is checked before anything that they
 * ask for is read. What a route asks for is also data, which the matrix of rights in tests/console goes through.
 */
import type { Context, Hono } from 'hono';
import type { Actor } from '../../shared/audit/audit.ts';
import { everything, type GrantScope, grantScope } from '../../shared/ids.ts';
import { type Member, memberMay } from '../../shared/member/member.ts';
import { type Permission, permissions } from '../../shared/member/role.ts';
import { readMember } from '../../shared/member/storage.ts';
import { readBody } from '../../shared/platform/http/body.ts';
import { type ProblemName, problem } from '../../shared/platform/http/problem.ts';
import { sameHash } from '../../shared/platform/token/token.ts';
import type { ConsoleContext } from './context.ts';
import { emptyForm, type Form, maxBytes, readForm } from './form.ts';
import { findApiKey, isKeyOf, keyMay } from './members/api-key.ts';
import { scopesOf } from './members/manage-members.ts';
import { keepSession, sessionCookie } from './session-cookie.ts';
import { csrfToken, findSession, type Session } from './sign-in/session.ts';
import { refusalPage } from './ui/refusal.tsx';

/** A permission, for the letter in the path (`:letter`), for everything, or for any letter at all; or to be a member. */
export type Needs = 'membership' | { readonly permission: Permission; readonly of: 'letter' | 'everything' | 'any' };

/** Who is asking. */
export interface Visit {
  readonly actor: Actor;
  /** Who is asking, or who made the key that asks: it may never do more than they may. */
  readonly member: Member;
  /** The letters, or everything, that they have to do with. */
  readonly scopes: readonly GrantScope[];
  /** Of the path; `*` when the route is below no letter. */
  readonly scope: GrantScope;
  /** @returns whether they may do that too, there or under another letter */
  readonly may: (wanted: Permission, scope?: GrantScope) => boolean;
}

/** A member at a page. */
export interface PageVisit extends Visit {
  readonly session: Session;
  /** For the forms of the page. */
  readonly csrf: string;
  /** What was sent; empty for GET. */
  readonly form: Form;
}

/** A member or a key at the API. */
export interface ApiVisit extends Visit {
  /** What was sent, not yet validated; undefined for GET. */
  readonly body: unknown;
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export interface GuardedRoute {
  readonly method: Method;
  readonly path: string;
  readonly needs: Needs;
  readonly kind: 'page' | 'api';
}

type Answer = Response | Promise<Response>;

/** What opens routes. */
export interface Guard {
  readonly page: (
    method: 'get' | 'post',
    path: string,
    needs: Needs,
    handle: (c: Context, visit: PageVisit) => Answer,
  ) => void;
  readonly api: (method: Method, path: string, needs: Needs, handle: (c: Context, visit: ApiVisit) => Answer) => void;
  /** All that were opened. */
  readonly routes: readonly GuardedRoute[];
}

export function makeGuard(app: Hono, api: ConsoleContext): Guard {
  const routes: GuardedRoute[] = [];
  return {
    routes,
    page(method, path, needs, handle) {
      routes.push({ method, path, needs, kind: 'page' });
      app.on(method, path, async (c: Context) => {
        const found = await memberVisit(c, api);
        if (!found) return method === 'get' ? c.redirect('/console/sign-in', 303) : refusalPage(c, 'not-signed-in');
        const visit = { ...found, form: emptyForm };
        const refused = refusalFor(visit, needs);
        if (refused) return refusalPage(c, refused, visit);
        if (method === 'get') return handle(c, visit);
        if (!isOurOrigin(c, api)) return refusalPage(c, 'form-not-ours', visit);
        const form = await readForm(c);
        if ('problem' in form) return refusalPage(c, form.problem, visit);
        if (!sameHash(form.fields['_csrf'] ?? '', visit.csrf)) return refusalPage(c, 'form-not-ours', visit);
        return handle(c, { ...visit, form });
      });
    },
    api(method, path, needs, handle) {
      routes.push({ method, path, needs, kind: 'api' });
      app.on(method, path, async (c: Context) => {
        const visit: (Visit & Partial<PageVisit>) | undefined = (await keyVisit(c, api)) ?? (await memberVisit(c, api));
        if (!visit) return problem(c, 'not-signed-in');
        const refused = refusalFor(visit, needs);
        if (refused) return problem(c, refused);
        if (method === 'get') return handle(c, { ...visit, body: undefined });
        // A key is sent by no browser on its own; a cookie is.
        const ours =
          visit.csrf === undefined || (isOurOrigin(c, api) && sameHash(c.req.header('x-csrf-token') ?? '', visit.csrf));
        if (!ours) {
          return problem(c, 'form-not-ours');
        }
        const body = c.req.header('content-type') === undefined ? { fields: undefined } : await readBody(c, maxBytes);
        if ('problem' in body) return problem(c, body.problem);
        return handle(c, { ...visit, body: body.fields });
      });
    },
  };
}

/** What stands in the path is not looked for: whether there is such a letter, who may not see it does not learn. */
function scopeOf(c: Context): GrantScope {
  const letter: unknown = c.req.param('letter');
  return letter === undefined ? everything : (grantScope.safeParse(letter).data ?? everything);
}

async function memberVisit(c: Context, api: ConsoleContext): Promise<Omit<PageVisit, 'form'> | undefined> {
  const cookie = sessionCookie(c, api);
  const found = cookie === undefined ? undefined : await findSession(api.store, cookie, api.now());
  if (!found) return undefined;
  const { member, session } = found;
  if (found.cookie !== undefined) keepSession(c, api, found.cookie);
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

async function keyVisit(c: Context, api: ConsoleContext): Promise<Visit | undefined> {
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

/** @returns why not, if not. Who has nothing to do with a letter is told that there is none. */
function refusalFor(visit: Visit, needs: Needs): ProblemName | undefined {
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

/** A browser says where a form comes from; what says nothing is no browser, and has no cookie that is not its own. */
export function isOurOrigin(c: Context, { publicUrl }: ConsoleContext): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  return (
    (origin === undefined || origin === new URL(publicUrl).origin) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}
