/** The schemas of a language tag (BCP 47). */
import * as z from 'zod';
import { canonicalTag } from './language.ts';
import { languageName, languageNamed } from './language-names.ts';

const example = 'not a language tag, such as en, fr or zh-Hant';

/**
 * A well-formed language tag in canonical form (`pt-br` → `pt-BR`): for stored data, which may hold any tag once
 * accepted.
 */
export const languageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalTag(tag);
    if (canonical) return canonical;
    context.addIssue({ code: 'custom', message: example });
    return z.NEVER;
  });

/** The same for input: a language that Intl has a name for. `english` is well-formed, but means none. */
export const knownLanguage = languageTag.refine((tag) => languageName(tag) !== undefined, example);

/** The same in lists of other tools, where languages often have their names. */
export const namedLanguage = z
  .string()
  .max(100)
  .transform((written) => languageNamed(written) ?? written.trim())
  .pipe(knownLanguage);

/** The same in text by a person, who is told which tag a language's name has. */
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
