/**
 * The translations on the page where a new version is reviewed: each can be published together with it, or somebody
 * chooses what happens to the one that readers get now.
 */
import type { FC } from 'hono/jsx';
import { languagesOf } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import {
  type LetterWithTexts,
  type TranslationChoices,
  translationChoice,
} from '../../../shared/letter/unchanged-translations.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { Choice, Field, type Filled, TextField } from '../ui/field.tsx';
import { fieldsOfTranslation, readTranslation, togetherPrefix } from './translation-fields.ts';

type Fields = Readonly<Record<string, string>>;

const choiceField = (language: string) => `${togetherPrefix}${language}`;
const textField = (language: string, name: string) => `${togetherPrefix}${language}.${name}`;
/** The parts that a person translates; the others are those of the translation before, or of the original. */
const translatedFields = ['title', 'salutation', 'body', 'closing'] as const;

const othersOnPage = ({ letter }: LetterWithTexts) => languagesOf(letter).filter((one) => one !== letter.language);

export interface TranslationsTyped {
  /** Published together with the text. */
  readonly translations: readonly LetterText[];
  readonly unchanged: TranslationChoices;
  readonly errors: Filled['errors'];
}

/** @param original the new text, from which a translation takes the fields that it does not repeat */
export function readTranslations(fields: Fields, known: LetterWithTexts, original: LetterText): TranslationsTyped {
  const translations: LetterText[] = [];
  const unchanged: Record<string, TranslationChoices[string]> = {};
  const errors = new Map<string, string>();
  for (const language of othersOnPage(known)) {
    const wanted = fields[choiceField(language)];
    const choice = translationChoice.safeParse(wanted);
    if (choice.success) unchanged[language] = choice.data;
    else if (wanted !== 'updated') {
      errors.set(choiceField(language), `Choose what happens to the translation: ${nameOf(language)}.`);
    } else {
      const read = readTranslation({ ...typedIn(fields, known, language), language }, original);
      if (read.ok) translations.push(read.content);
      else for (const [name, message] of read.errors) errors.set(textField(language, name), message);
    }
  }
  return { translations, unchanged, errors };
}

/**
 * @returns the fields of a translation: as typed once somebody wants to publish it, and before that those of the text
 *   that readers get now. Fields that were left empty are not sent
 */
function typedIn(fields: Fields, known: LetterWithTexts, language: string): Record<string, string> {
  const { text, original } = lastText(known, language);
  const before: Record<string, string> = text && original ? fieldsOfTranslation(text, original) : {};
  if (fields[choiceField(language)] === 'updated') for (const name of translatedFields) delete before[name];
  const typed = translatedFields.flatMap((name) => {
    const value = fields[textField(language, name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...before, ...Object.fromEntries(typed) };
}

function lastText({ letter, texts, earlier }: LetterWithTexts, language: string) {
  const text = texts.get(language);
  return text ? { text, original: texts.get(letter.language) } : (earlier.get(language) ?? {});
}

export const TranslationsTogether: FC<{ known: LetterWithTexts; form: Filled }> = ({ known, form }) => {
  const others = othersOnPage(known);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>Translations</h2>
      <p class="hint">
        A correction leaves them as they are. For a new version, choose for each of them. Nothing is taken off the page
        unless you say so.
      </p>
      {others.map((language) => (
        <Together {...{ known, form, language }} />
      ))}
      <script src="/console/editor.js" defer></script>
    </section>
  );
};

const Together: FC<{ known: LetterWithTexts; form: Filled; language: string }> = ({ known, form, language }) => {
  const name = choiceField(language);
  const chosen = form.values[name];
  const wrong = form.errors.get(name);
  const given = new Map(
    Object.entries(form.values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const last = typedIn(Object.fromEntries(given), known, language);
  const values = Object.fromEntries(translatedFields.map((part) => [textField(language, part), last[part]]));
  const field = (part: (typeof translatedFields)[number], label: string) => ({
    name: textField(language, part),
    label,
    form: { values, errors: form.errors },
    lang: language,
  });
  const isOlder = !known.texts.has(language);
  const choice = (value: string) => ({ type: 'radio' as const, name, value, checked: chosen === value });
  return (
    <fieldset id={name.replaceAll('.', '-')}>
      <legend>{nameOf(language)}</legend>
      {wrong ? <p class="wrong">{wrong}</p> : null}
      <Choice {...choice('updated')}>
        <strong>Publish an updated translation</strong> together with this version. Write it below.
      </Choice>
      <details open={chosen === 'updated'}>
        <summary>Updated translation</summary>
        <Field {...field('title', 'Title')} />
        <Field {...field('salutation', 'Salutation')} />
        <TextField {...field('body', 'Text')} class="text" editor />
        <Field {...field('closing', 'Closing')} />
      </details>
      <Choice {...choice('still-fits')}>
        <strong>It is still correct.</strong> Readers see it as the translation of the new version.
      </Choice>
      <Choice {...choice('keep-older')}>
        <strong>Keep the older translation, marked.</strong> Its readers are told that the official text has changed,
        and sign the version that they read.
        {isOlder ? ' That is how readers get it now.' : null}
      </Choice>
      <Choice {...choice('hide')}>
        <strong>Take it off the page</strong> until you update it. Its readers get another language.
      </Choice>
    </fieldset>
  );
};

const nameOf = (language: string) => languageName(language) ?? language;
