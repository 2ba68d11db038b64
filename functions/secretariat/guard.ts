/**
 * The guard: every route of the console is registered here with its needs. A visitor's rights are checked before any of
 * the requested data is read. The needs of a route are also data, which the matrix of rights in tests/console goes
 * through.
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

/**
 * Either to be a member, or a permission: for the letter in the path (`:letter`), for everything, or for any letter.
 */
export type Needs = 'membership' | { readonly permission: Permission; readonly of: 'letter' | 'everything' | 'any' };

export interface Visit {
  readonly actor: Actor;
  /** The member who asks, or who made the key that asks: a key may never do more than its maker. */
  readonly member: Member;
  /** The letters that they have access to, or everything. */
  readonly scopes: readonly GrantScope[];
  /** The letter in the path; `*` for routes outside letters. */
  readonly scope: GrantScope;
  /** @returns whether they have another permission, here or for another letter */
  readonly may: (wanted: Permission, scope?: GrantScope) => boolean;
}

/** A member at a page. */
export interface PageVisit extends Visit {
  readonly session: Session;
  /** For the forms of the page. */
  readonly csrf: string;
  /** The submitted form; empty for GET. */
  readonly form: Form;
}

/** A member or a key at the API. */
export interface ApiVisit extends Visit {
  /** The request body, not yet validated; undefined for GET. */
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

/** Registers routes. */
export interface Guard {
  readonly page: (
    method: 'get' | 'post',
    path: string,
    needs: Needs,
    handle: (c: Context, visit: PageVisit) => Answer,
  ) => void;
  readonly api: (method: Method, path: string, needs: Needs, handle: (c: Context, visit: ApiVisit) => Answer) => void;
  /** All registered routes. */
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
        // A browser never sends a key by itself, but it does send a cookie.
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

/** Does not look up the letter in the path, so visitors without access cannot learn whether it exists. */
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

/** @returns the refusal, if any. Visitors without access to a letter are told that it does not exist. */
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

/** Browsers send the origin of a form. A client that sends none is not a browser, and has no cookie but its own. */
export function isOurOrigin(c: Context, { publicUrl }: ConsoleContext): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  return (
    (origin === undefined || origin === new URL(publicUrl).origin) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}
