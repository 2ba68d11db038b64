/** Query parameters of lists of signatures, for pages and the API. */
import * as z from 'zod';
import { partnerId } from '../../ids.ts';
import { coSignatoryKind } from '../../letter/letter.ts';
import { country } from '../../organisation/country-code.ts';
import { moderationListOrder, moderationListState } from './moderation-query.ts';

/** States to list: confirmed signatures come from the lists, the others from the index of due work. */
export const signatureListState = z.enum([...moderationListState.options, 'pending', 'silent', 'undeliverable']);

export const signatureListQuery = z.object({
  state: signatureListState.default('any'),
  order: moderationListOrder.default('newest'),
  q: z.string().max(100).optional().describe('Start of a word of the name, or of several; the answer is by name'),
  person: z.string().max(100).optional().describe('Part of the name of the person, who may sign for an organisation'),
  domain: z
    .string()
    .max(253)
    .transform((typed) => typed.trim().toLowerCase())
    .optional()
    .describe('Part of the address of the website'),
  kind: coSignatoryKind.optional(),
  country: country.optional(),
  partner: partnerId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export type SignatureListQuery = z.infer<typeof signatureListQuery>;
