/** Page or JSON. Needed at start, unlike the texts of pages. */
import type { Context } from 'hono';

/** @returns whether a page is wanted: outside /v1 always, unless JSON is requested */
export function wantsPage(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  if (/\bapplication\/([a-z.]+\+)?json\b/i.test(accept) && !/\btext\/html\b/i.test(accept)) return false;
  return /\btext\/html\b/i.test(accept) || !c.req.path.startsWith('/v1/');
}
