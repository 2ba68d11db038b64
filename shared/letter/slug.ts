/** A letter's slug: the word in its address. */
import * as z from 'zod';

/**
 * First path segments that routes use, or that browsers and crawlers ask for: no letter may be called so.
 * A test compares this list with the routes of the app.
 */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'assets',
  'confirm',
  'console',
  'docs',
  'embed',
  'health',
  'letters',
  'manage',
  'oembed',
  'privacy',
  'static',
  'stop',
  'v1',
  'v2',
  'well-known',
]);

export const letterSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens between them')
  .min(2)
  .max(80)
  .refine((slug) => !reservedSlugs.has(slug), 'this word is part of another address of the site; choose another')
  .brand('LetterSlug');
export type LetterSlug = z.infer<typeof letterSlug>;
