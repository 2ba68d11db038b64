/** Fields that a column of a list can hold. */
import * as z from 'zod';
import { maxColumns } from './limits.ts';

export const importFields = [
  'name',
  'givenName',
  'middleName',
  'familyName',
  'secondFamilyName',
  'organisation',
  'email',
  'country',
  'website',
  'role',
  'kind',
  'language',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Columns that together make up one name: see `personName`. */
export const nameParts = ['givenName', 'middleName', 'familyName', 'secondFamilyName'] as const;

/** Field → number of its column. */
export const importMapping = z.partialRecord(
  z.enum(importFields),
  z
    .int()
    .min(0)
    .max(maxColumns - 1),
);
export type ImportMapping = z.infer<typeof importMapping>;
