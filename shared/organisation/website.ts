/** The schema of an organisation's website. */
import * as z from 'zod';
import { orNothing } from '../text/plain-text.ts';
import { readWebsite } from './website-address.ts';

/** Nothing is ever fetched from it. */
export const website = z
  .string()
  .max(500, 'at most 500 characters')
  .transform((text, context) => {
    const address = readWebsite(text);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message: 'not the address of a website, such as https://example.org' });
    return z.NEVER;
  })
  .pipe(z.string().max(500))
  .meta({ maxLength: 500 });

/** Optional, since many have none and say so. */
export const optionalWebsite = orNothing(website);
