/** Query parameters of the list, as a schema. */
import * as z from 'zod';
import { coSignatoryKind } from '../../../shared/letter/letter.ts';
import { country } from '../../../shared/organisation/country-code.ts';

export const listQuery = z.object({
  order: z.enum(['newest', 'name']).default('newest'),
  kind: coSignatoryKind.optional(),
  country: country.optional(),
  q: z
    .string()
    .max(100)
    .optional()
    .describe('Start of a word of the name, or of several; the answer is sorted by name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});
