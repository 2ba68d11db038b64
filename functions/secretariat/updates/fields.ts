/** The form of an update: a subject and a text for each language of the letter. */
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { type Update, type UpdateFields, updateFields } from '../../../shared/update/update.ts';
import type { Filled } from '../ui/field.tsx';
import { issueWords } from '../ui/issue-words.ts';

type Typed = Readonly<Record<string, string | undefined>>;

export const subjectField = (language: string) => `subject.${language}`;
export const textField = (language: string) => `text.${language}`;

/** @returns the languages that the form offers: those of the letter, and any other that the update has */
export function languagesOfForm(letter: Letter, update: Pick<Update, 'texts'> | undefined): string[] {
  return [...new Set([...languagesOf(letter), ...Object.keys(update?.texts ?? {})])];
}

/** @returns the update, or a sentence for each field with an error. A language without subject and text is left out */
export function readFields(
  letter: Letter,
  typed: Typed,
  update?: Pick<Update, 'texts'>,
): { readonly ok: true; readonly content: UpdateFields } | { readonly ok: false; readonly errors: Filled['errors'] } {
  const languages = languagesOfForm(letter, update).filter(
    (language) => typed[subjectField(language)] || typed[textField(language)],
  );
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      { subject: typed[subjectField(language)] ?? '', text: typed[textField(language)] ?? '' },
    ]),
  );
  const read = updateFields.safeParse({ texts, mailOnly: typed['mailOnly'] === 'yes' });
  if (read.success) return { ok: true, content: read.data };
  const errors = new Map<string, string>();
  for (const issue of read.error.issues) {
    const message = issueWords(issue);
    const [, language, part] = issue.path.map(String);
    if (language === undefined || part === undefined) errors.set('', 'Write a subject and a text in one language.');
    else if (part === 'subject') errors.set(subjectField(language), `Subject: ${message}`);
    else errors.set(textField(language), `Text: ${message}`);
  }
  return { ok: false, errors };
}

/** @returns the values of the form for a stored update */
export function fieldsOf({ texts, mailOnly, revision }: Update): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([language, { subject, text }]) => [
        [subjectField(language), subject],
        [textField(language), text],
      ]),
    ),
    ...(mailOnly ? { mailOnly: 'yes' } : {}),
    revision: String(revision),
  };
}
