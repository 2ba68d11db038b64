/** The schema of an organisation's website. */
import * as z from 'zod';
import { addFault, faultIs } from '../platform/http/faults.ts';
import { orNothing } from '../text/plain-text.ts';
import { readWebsite } from './website-address.ts';

/** Nothing is ever fetched from it. */
export const website = z
  .string()
  .max(500, faultIs('too-long', 500).error)
  .transform((text, context) => {
    const address = readWebsite(text);
    if (address !== undefined) return address;
    addFault(context, 'website');
    return z.NEVER;
  })
  .pipe(z.string().max(500))
  .meta({ maxLength: 500 });

/** Optional, since many have none and say so. */
export const optionalWebsite = orNothing(website);
