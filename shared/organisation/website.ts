/** The schema of an organisation's website. */
import * as z from 'zod';
import { addFault, faultIs } from '../platform/http/faults.ts';
import { orNothing } from '../text/plain-text.ts';
import { readWebsite } from './website-address.ts';

export const maxWebsite = 500;

/** Nothing is ever fetched from it. */
export const website = z
  .string()
  .max(maxWebsite, faultIs('too-long', maxWebsite).error)
  .transform((text, context) => {
    const address = readWebsite(text);
    if (address !== undefined) return address;
    addFault(context, 'website');
    return z.NEVER;
  })
  .pipe(z.string().max(maxWebsite))
  .meta({ maxLength: maxWebsite });

/** Optional, since many have none and say so. */
export const optionalWebsite = orNothing(website);
