/** The schemas of a language tag (BCP 47). */
import * as z from 'zod';
import { canonicalTag } from './language.ts';
import { languageName, languageNamed } from './language-names.ts';

const example = 'not a language tag, such as en, fr or zh-Hant';

/** A well-formed language tag in its canonical form (`pt-br` → `pt-BR`): for what is stored, whatever was taken once. */
export const languageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalTag(tag);
    if (canonical) return canonical;
    context.addIssue({ code: 'custom', message: example });
    return z.NEVER;
  });

/** The same for what comes in: a language that Intl has a name for. `english` is well-formed, and means none. */
export const knownLanguage = languageTag.refine((tag) => languageName(tag) !== undefined, example);

/** The same in a list from elsewhere, where languages often stand by their names. */
export const namedLanguage = z
  .string()
  .max(100)
  .transform((written) => languageNamed(written) ?? written.trim())
  .pipe(knownLanguage);

/** The same where a person wrote it, who is told which tag the name of a language has. */
export const writtenLanguage = z
  .string()
  .max(35)
  .transform((written, context) => {
    const tag = knownLanguage.safeParse(written.trim());
    if (tag.success) return tag.data;
    const meant = languageNamed(written);
    const message = meant === undefined ? example : `not a language tag; write ${meant} for ${languageName(meant)}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
