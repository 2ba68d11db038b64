/** Fields that a column of a list can hold. */
import * as z from 'zod';
import { shownAs } from '../../signature/typed-facts.ts';
import { correctableFields } from '../../signature/typed-fields.ts';
import { maxColumns } from './limits.ts';

/** Columns that together make up one name: see `personName`. */
export const nameParts = ['givenName', 'middleName', 'familyName', 'secondFamilyName'] as const;

/** The whole name or its parts, then the other fields of the form, then what only lists have. */
export const importFields = [
  'name',
  ...nameParts,
  ...correctableFields.map((field) => shownAs[field].column).filter((column) => column !== 'name'),
  'email',
  'kind',
  'language',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Field → number of its column. */
export const importMapping = z.partialRecord(
  z.enum(importFields),
  z
    .int()
    .min(0)
    .max(maxColumns - 1),
);
export type ImportMapping = z.infer<typeof importMapping>;
