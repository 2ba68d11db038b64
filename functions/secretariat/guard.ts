/**
 * The guard: every route of the console is registered here with its needs. A visitor's rights are checked before any of
 * the requested data is read, and before the request itself is looked at. The registrations are also data: the
 * description of the API is made from them, and the matrix of rights in tests/console goes through them.
 */
import type { Context, Hono } from 'hono';
import type * as z from 'zod';
import type { Actor } from '../../shared/audit/audit.ts';
import type { GrantScope } from '../../shared/ids.ts';
import type { Member } from '../../shared/member/member.ts';
import type { Permission } from '../../shared/member/role.ts';
import { readBody } from '../../shared/platform/http/body.ts';
import { type ProblemName, problem } from '../../shared/platform/http/problem.ts';
import { sameHash } from '../../shared/platform/token/token.ts';
import { type ApiAnswers, type ApiRoute, parseRequest, type Reply, replyWith } from './api-route.ts';
import type { ConsoleContext } from './context.ts';
import { emptyForm, type Form, maxBytes, readForm } from './form.ts';
import type { Session } from './sign-in/session.ts';
import { refusalPage } from './ui/refusal.tsx';
import { isOurOrigin, keyVisit, memberVisit, refusalFor } from './visit.ts';

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
  /** @returns whether they may open a page; its path as it is registered. For a page of a letter: of the letter in the path */
  readonly mayOpen: (path: string) => boolean;
  /** Numbers of open tasks in the letter in the path, by the part of the letter where they are done. */
  readonly tabNumbers: () => Promise<ReadonlyMap<string, string>>;
  /** The submitted form; empty for GET. */
  readonly form: Form;
}

/** A member or a key at the API, with the parts of the request that the route has a schema for. */
export interface ApiVisit<Body = unknown, Query = unknown, Params = unknown, Answers extends ApiAnswers = ApiAnswers>
  extends Visit {
  readonly body: Body;
  readonly query: Query;
  readonly params: Params;
  readonly reply: Reply<Answers>;
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface PageRoute {
  readonly kind: 'page';
  readonly method: Method;
  readonly path: string;
  readonly needs: Needs;
}

export type GuardedRoute = PageRoute | (ApiRoute & { readonly kind: 'api' });

type Answer = Response | Promise<Response>;

type RegisterApi = <
  const Answers extends ApiAnswers,
  Body extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(
  route: ApiRoute<Body, Query, Params, Answers>,
  handle: (c: Context, visit: ApiVisit<z.output<Body>, z.output<Query>, z.output<Params>, Answers>) => Answer,
) => void;

/** Registers routes. */
export interface Guard {
  readonly page: (
    method: 'get' | 'post',
    path: string,
    needs: Needs,
    handle: (c: Context, visit: PageVisit) => Answer,
  ) => void;
  readonly api: RegisterApi;
  /** All registered routes. */
  readonly routes: readonly GuardedRoute[];
}

type ReadTabNumbers = (api: ConsoleContext, visit: Visit) => Promise<ReadonlyMap<string, string>>;

/** @param readTabNumbers counts the open tasks of a letter for its tabs */
export function makeGuard(app: Hono, api: ConsoleContext, readTabNumbers: ReadTabNumbers): Guard {
  const routes: GuardedRoute[] = [];
  return {
    routes,
    page(method, path, needs, handle) {
      routes.push({ method, path, needs, kind: 'page' });
      app.on(method, path, async (c: Context) => {
        const found = await memberVisit(c, api);
        if (!found) return method === 'get' ? c.redirect('/console/sign-in', 303) : refusalPage(c, 'not-signed-in');
        const visit = {
          ...found,
          form: emptyForm,
          mayOpen: (wanted: string) => isOpen(routes, found, wanted),
          tabNumbers: () => readTabNumbers(api, found),
        };
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
    api(route, handle) {
      routes.push({ ...route, kind: 'api' });
      app.on(route.method, route.path, async (c: Context) => {
        const visit: (Visit & Partial<PageVisit>) | undefined = (await keyVisit(c, api)) ?? (await memberVisit(c, api));
        if (!visit) return problem(c, 'not-signed-in');
        const refused = refusalFor(visit, route.needs);
        if (refused) return problem(c, refused);
        const sent = route.method === 'get' ? undefined : await readOurBody(c, api, visit);
        if (sent && 'problem' in sent) return problem(c, sent.problem);
        const request = parseRequest(c, route, sent?.fields);
        if (request instanceof Response) return request;
        return handle(c, { ...visit, ...request, reply: replyWith(c, route) });
      });
    },
  };
}

function isOpen(routes: readonly GuardedRoute[], visit: Visit, path: string): boolean {
  const route = routes.find((one) => one.kind === 'page' && one.method === 'get' && one.path === path);
  return route !== undefined && refusalFor(visit, route.needs) === undefined;
}

/** @returns the fields of the body, not yet validated; with a session only when one of our pages has sent it */
async function readOurBody(
  c: Context,
  api: ConsoleContext,
  { csrf }: Partial<PageVisit>,
): Promise<{ fields: unknown } | { problem: ProblemName }> {
  // A browser never sends a key by itself, but it does send a cookie.
  const ours = csrf === undefined || (isOurOrigin(c, api) && sameHash(c.req.header('x-csrf-token') ?? '', csrf));
  if (!ours) return { problem: 'form-not-ours' };
  return c.req.header('content-type') === undefined ? { fields: undefined } : readBody(c, maxBytes);
}
