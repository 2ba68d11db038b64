/**
 * Keeps the fields sent with the form without JavaScript in the sender's browser for a few minutes: the next page names
 * the address, and lets them correct it. None of it is in an address, in a log or stored by us
 * (docs/decisions/072-the-page-after-the-form.md).
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import type { LetterSlug } from '../../../shared/ids.ts';
import { typedFields } from '../../../shared/signature/form-fields.ts';
import { utmNames } from '../../../shared/signature/submission.ts';
import type { ApiContext } from '../context.ts';
import { formValues } from '../ui/form-values.ts';

/** In seconds. */
const keptFor = 15 * 60;
/** Browsers refuse a cookie of more than 4,096 bytes, with its name and attributes (RFC 6265bis §5.6). */
const maxCookie = 3_800;
/** Far more than the longest form holds. */
const maxContent = 20_000;

/** Fields of the form that are kept: neither a trap nor a proof, and no address to go to. */
const kept: ReadonlySet<string> = new Set([
  ...typedFields.map(({ name }) => name),
  ...['kind', 'attestation', 'display', 'consents.publication', 'consents.updates', 'consents.partner', 'comment'],
  ...['letterVersion', 'wording', 'language', 'textLanguage', 'partner', 'source.page'],
  ...utmNames.map((name) => `source.utm.${name}`),
]);

const content = z
  .record(z.string().max(50), z.string().max(2000))
  .transform((fields) => new Map(Object.entries(fields).filter(([name]) => kept.has(name))))
  .refine((fields) => fields.get('signatory.email') !== undefined);

/** Fields of the form by their names, as they were typed. */
export type SentFields = z.infer<typeof content>;

/**
 * With the prefix, browsers accept it only over HTTPS; plain HTTP has no such cookies. The edge forwards no other
 * cookie.
 */
const sentCookieName = (secure: boolean) => (secure ? '__Secure-undersigned-sent' : 'undersigned-sent');
const isSecure = (api: ApiContext) => api.publicUrl.startsWith('https:');

/** Sends the fields back to the browser that sent them. Of a very long form, only the address is kept. */
export function keepSent(c: Context, api: ApiContext, slug: LetterSlug, fields: unknown): void {
  const typed = [...formValues(fields)].filter(([name]) => kept.has(name));
  const whole = pack(typed);
  const value = whole.length <= maxCookie ? whole : pack(typed.filter(([name]) => name === 'signatory.email'));
  if (value.length > maxCookie) return;
  const secure = isSecure(api);
  const options = { path: `/${slug}/sent`, httpOnly: true, secure, sameSite: 'Lax', maxAge: keptFor } as const;
  setCookie(c, sentCookieName(secure), value, options);
}

/** @returns the fields that this browser sent last; undefined when there are none, or none that we could have kept */
export function readSent(c: Context, api: ApiContext): SentFields | undefined {
  const value = getCookie(c, sentCookieName(isSecure(api)));
  if (!value) return undefined;
  try {
    const text = inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength: maxContent }).toString();
    return content.safeParse(JSON.parse(text)).data;
  } catch {
    // Anybody can write a cookie into their own browser.
    return undefined;
  }
}

const pack = (fields: readonly (readonly [string, string])[]) =>
  deflateRawSync(JSON.stringify(Object.fromEntries(fields))).toString('base64url');
