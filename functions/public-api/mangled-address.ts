/**
 * Corrects addresses as people type them, and as mail programs and chats mangle them: a slash or full stop at the end,
 * a closing bracket or quotation mark of the surrounding sentence, capitals. Redirects the reader when only one address
 * can be meant.
 */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { letterSlug } from '../../shared/ids.ts';
import { readToken } from '../../shared/platform/token/token.ts';

/** Characters that follow an address in a sentence; none of our addresses ends with them. */
const trailing = /[\s/.,;:!?*_'"`()<>[\]{}…。、，！？；：»«›‹“”„‘’‚·|\\]+$/u;

/** @returns the intended path, in lower case, without a query; undefined when it is already well-formed */
export function repairedPath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined; // not percent-encoding, so not an address of ours
  }
  const tidied = decoded.replace(trailing, '').toLowerCase();
  // Only characters of our own addresses: nothing that could lead to another site.
  if (tidied === path || !/^(\/[a-z0-9][a-z0-9.-]*){1,3}$/.test(tidied)) return undefined;
  return tidied;
}

const isRead = ({ req }: Context) => req.method === 'GET' || req.method === 'HEAD';

/** Keeps the query. Temporary, since a path that is no address today may be one tomorrow. */
function sendTo(c: Context, path: string): Response {
  return c.redirect(`${path}${new URL(c.req.url).search}`, 302);
}

/** For addresses with a token, before their page says that the link is unknown. */
export const redirectMangledToken: MiddlewareHandler = async (c, next) => {
  const sent = c.req.param('token') ?? '';
  const meant = isRead(c) && !readToken(sent) ? repairedPath(c.req.path) : undefined;
  return meant !== undefined && hasToken(meant) ? sendTo(c, meant) : next();
};

const hasToken = (path: string) => {
  const [, first = '', second = '', third = ''] = path.split('/');
  const isDoor = ['confirm', 'manage', 'stop'].includes(first);
  // Links of a handover, those to unsubscribe and those of a test begin with the letter's name.
  const isDoorOfLetter = ['handover', 'arrived', 'unsubscribe', 'test'].includes(second);
  return (isDoor && readToken(second) !== undefined) || (isDoorOfLetter && readToken(third) !== undefined);
};

/**
 * For addresses that were not found.
 *
 * @param isLetter whether a public letter has that name
 * @returns a redirect to the intended address; undefined when there is none, or it is not certain
 */
export async function redirectMangledPath(
  c: Context,
  app: Hono,
  isLetter: (slug: string) => Promise<boolean>,
): Promise<Response | undefined> {
  const meant = isRead(c) ? repairedPath(c.req.path) : undefined;
  if (meant === undefined) return undefined;
  if (hasToken(meant)) {
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    return sendTo(c, meant);
  }
  const isRoute = (path: string) => app.routes.some((route) => route.method === 'GET' && route.path === path);
  if (isRoute(meant)) return sendTo(c, meant);
  const [, slug = '', ...rest] = meant.split('/');
  const isPage = isRoute(['/:letter', ...rest].join('/'));
  const isKnown = isPage && letterSlug.safeParse(slug).success && (await isLetter(slug));
  return isKnown ? sendTo(c, meant) : undefined;
}
