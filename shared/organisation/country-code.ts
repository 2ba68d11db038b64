/** The schema of a country. */
import * as z from 'zod';
import { addFault, faultIs } from '../platform/http/faults.ts';
import { cleanName, isNothing } from '../text/clean.ts';
import { findCountry } from './find-country.ts';

function read(text: string, context: z.RefinementCtx): string | undefined {
  const name = cleanName(text);
  const found = findCountry(name);
  if (found && 'code' in found) return found.code;
  // `no` is Norway and `na` Namibia, so only text that is no country can mean "none".
  if (isNothing(name)) return undefined;
  addFault(context, found ? 'country-unclear' : 'country');
  return z.NEVER;
}

const typed = z
  .string()
  .max(200, faultIs('too-long', 200).error)
  .describe('A code of ISO 3166-1, such as KZ, or the name of a country in any language; answers have the code');

/** A country by its code or by any unambiguous name; stored as its code of ISO 3166-1 alpha-2. */
export const country = typed.transform(read).pipe(z.string(faultIs('country').error));

/** The same for an optional country, with ways to say "none": `n/a`, `-`. */
export const optionalCountry = typed.transform(read).optional();
