/** A translation beside its original: field by field, on a phone one below the other. */
import type { Context } from 'hono';
import type { Child, FC } from 'hono/jsx';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { direction } from '../../../shared/text/language.ts';
import type { PageVisit } from '../guard.ts';
import { ErrorSummary, Field, type Filled, TextField } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { BodyField, Preview, previewOf, TextActions } from './letter-form.tsx';
import { originalOf } from './letter-with-texts-in-path.ts';
import { Conflict, Saved, seenRevision } from './text-conflict.tsx';
import { differences } from './text-diff.ts';
import { fieldsOfText, textFields } from './text-fields.ts';

export interface TranslationPage {
  readonly known: LetterWithTexts;
  readonly language: string;
  readonly form: Filled;
  readonly shown: LetterText;
  readonly saved?: boolean;
  /** The typed text, when somebody else saved in the meantime. */
  readonly theirs?: LetterText | undefined;
}

export async function translationPage(c: Context, visit: PageVisit, page: TranslationPage): Promise<Response> {
  const { known, language, form, shown, saved, theirs } = page;
  const { letter, texts } = known;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const kept = texts.get(language);
  const found = theirs && kept ? await differences(kept, theirs) : [];
  const isPublic = letter.state !== 'draft' && kept !== undefined;
  return showPage(c, theirs ? 409 : form.errors.size > 0 ? 422 : 200, {
    title: `Translation: ${name}`,
    visit,
    letter,
    body: (
      <>
        {saved ? <Saved /> : null}
        <ErrorSummary errors={form.errors} />
        {theirs ? <Conflict found={found} language={language} /> : null}
        <form
          method="post"
          action={`/console/letters/${letter.slug}/translations/${language}`}
          data-preview={`/console/letters/${letter.slug}/preview`}
        >
          <Csrf token={visit.csrf} />
          <input type="hidden" name="revision" value={seenRevision(letter, form, theirs)} />
          <input type="hidden" name="language" value={language} />
          <Pairs original={originalOf(known)} form={{ ...form, values: { ...form.values, language } }} />
          <TextActions does={isPublic ? 'review' : 'save'}>{isPublic ? 'Review changes' : 'Save'}</TextActions>
        </form>
        {kept ? (
          <section class="card">
            <h2>Removal</h2>
            <p>
              Readers of this language then see another translation or the original. We ask you once more before we
              remove it.
            </p>
            <a class="button grave" href={`/console/letters/${letter.slug}/translations/${language}/remove`}>
              Remove this translation
            </a>
          </section>
        ) : null}
        <Preview>{await previewOf(shown)}</Preview>
      </>
    ),
  });
}

const asOriginal = 'Leave empty to use the original.';

const Pairs: FC<{ original: LetterText; form: Filled }> = ({ original, form }) => {
  const all = fieldsOfText(original);
  const lang = form.values['language'];
  const pair = (name: keyof typeof textFields, field: Child) => (
    <Pair label={textFields[name]} text={all[name]} language={original.language}>
      {field}
    </Pair>
  );
  const short = (name: keyof typeof textFields, hint?: string) =>
    pair(name, <Field name={name} label={textFields[name]} hint={hint} form={form} lang={lang} />);
  const long = (name: keyof typeof textFields, hint?: string) =>
    pair(name, <TextField name={name} label={textFields[name]} hint={hint} form={form} lang={lang} />);
  return (
    <>
      {short('title')}
      {short('salutation')}
      {pair('body', <BodyField form={form} lang={lang} />)}
      {short('closing')}
      {long('addressees', asOriginal)}
      {short('convener.signatory', asOriginal)}
      {short('convener.role', asOriginal)}
      {short('convener.organisation', asOriginal)}
      {short('convener.website', asOriginal)}
      {long('convener.offices', asOriginal)}
    </>
  );
};

const Pair: FC<{ label: string; text: string | undefined; language: string; children?: Child }> = ({
  label,
  text,
  language,
  children,
}) => (
  <div class="two pair">
    <div>
      <p class="soft">{label}, original</p>
      <p class="changed" lang={language} dir={direction(language)}>
        {text || '—'}
      </p>
    </div>
    <div>{children}</div>
  </div>
);
