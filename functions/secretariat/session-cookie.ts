/** The session cookie. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext } from './context.ts';

/**
 * @returns the name of the cookie. With the prefix, browsers accept it only from this host (RFC 6265bis §4.1.3.2);
 *   plain HTTP has no such cookies.
 */
export const sessionCookieName = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-undersigned' : 'undersigned');

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');

export function sessionCookie(c: Context, api: ConsoleContext): string | undefined {
  return getCookie(c, sessionCookieName(api.publicUrl));
}

/** Kept until the browser is closed, or the session ends here. */
export function setSessionCookie(c: Context, api: ConsoleContext, cookie: string): void {
  const secure = isSecure(api.publicUrl);
  setCookie(c, sessionCookieName(api.publicUrl), cookie, { httpOnly: true, secure, sameSite: 'Lax', path: '/' });
}

export function clearSessionCookie(c: Context, api: ConsoleContext): void {
  deleteCookie(c, sessionCookieName(api.publicUrl), { secure: isSecure(api.publicUrl), path: '/' });
}
