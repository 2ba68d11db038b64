/** A co-signatory whom the secretariat adds by hand, as it is typed. */
import * as z from 'zod';
import { coSignatoryKind } from '../letter/letter.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { languageTag } from '../text/language-tag.ts';
import { line, orNothing } from '../text/plain-text.ts';
import { publicName, typedInput } from './submission.ts';
import type { Typed } from './typed-fields.ts';

/** A co-signatory as the secretariat types it. An organisation need not name a person, and nobody needs a mailbox. */
export const addition = z
  .strictObject({
    kind: coSignatoryKind,
    ...typedInput,
    signatoryName: orNothing(publicName),
    email: mailboxAddress.optional(),
    language: languageTag.optional().describe('Of the mail; by default that of the letter'),
    evidence: line(500).describe('How they agreed, for the secretariat: “agreed by email of 3 May, to Rita”'),
    agreed: z
      .literal([true, 'true', 'on'], 'Confirm that they agreed to be listed by name.')
      .describe('They agreed to be listed by name'),
  })
  .superRefine((typed, context) => {
    for (const name of missingIn(typed)) context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  });
export type Addition = z.infer<typeof addition>;

/** @returns the fields that are needed for that kind and empty */
export function missingIn(typed: { readonly [Name in 'kind' | keyof Typed]?: string | undefined }): (keyof Typed)[] {
  const needed =
    typed.kind === 'individual' ? (['signatoryName'] as const) : (['organisationName', 'country'] as const);
  return needed.filter((name) => !typed[name]);
}
