/** The schema of a language tag. */
import * as z from 'zod';
import { canonicalTag } from './language.ts';

/** A well-formed language tag in its canonical form (`pt-br` → `pt-BR`). */
export const languageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalTag(tag);
    if (canonical) return canonical;
    context.addIssue({ code: 'custom', message: 'not a language tag, such as en, fr or zh-Hant' });
    return z.NEVER;
  });
