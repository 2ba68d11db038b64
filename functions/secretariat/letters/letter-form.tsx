/** The fields of a letter's text, and a preview of the printed letter. */
import type { Child, FC } from 'hono/jsx';
import { LetterBody, Offices } from '../../../shared/letter/letter-view.tsx';
import type { LetterText } from '../../../shared/letter/text.ts';
import { pageLanguage, textsFor } from '../../../shared/text/catalogue.ts';
import { languageName, offeredLanguages } from '../../../shared/text/language-names.ts';
import { Field, type Filled, Select, TextField } from '../ui/field.tsx';

/** A letter may be in any language; one that is not on the list is kept when it was chosen in a file or by the API. */
export const LanguageField: FC<{ form: Filled }> = ({ form }) => {
  const { language } = form.values;
  const offered = offeredLanguages();
  const isOffered = language === undefined || offered.some(([tag]) => tag === language);
  return (
    <Select
      name="language"
      label="Official language"
      hint="Translations follow it. You can add them later."
      form={form}
      options={isOffered ? offered : [...offered, [language, languageName(language) ?? language]]}
    />
  );
};

/** Language tags, to choose by their names. */
export const LanguageList: FC = () => (
  <datalist id="languages">
    {offeredLanguages().map(([tag, name]) => (
      <option value={tag}>{name}</option>
    ))}
  </datalist>
);

/** @param children the fields after the title: of a new letter, its address and language */
export const TextFields: FC<{ form: Filled; children?: Child }> = ({ form, children }) => {
  const { language } = form.values;
  return (
    <>
      <fieldset>
        <legend>The letter</legend>
        <Field name="title" label="Title" form={form} lang={language} required />
        {children}
        <Field name="date" label="Date" hint="Shown at the top of the letter." type="date" form={form} required />
        <TextField
          name="addressees"
          label="Addressees"
          hint="Name first, then the address, one part on each line. Leave an empty line before the next addressee."
          form={form}
          lang={language}
        />
        <Field
          name="salutation"
          label="Salutation"
          hint="For example: Dear Mayor,"
          form={form}
          lang={language}
          required
        />
        <BodyField form={form} lang={language} />
        <Field
          name="closing"
          label="Closing"
          hint="Optional. For example: Yours sincerely,"
          form={form}
          lang={language}
        />
      </fieldset>
      <fieldset>
        <legend>Convener</legend>
        <ConvenerFields form={form} />
      </fieldset>
    </>
  );
};

/** The text, with the editor's script, which no other page loads. Without scripts it is a field for Markdown. */
export const BodyField: FC<{ form: Filled; lang: string | undefined }> = ({ form, lang }) => (
  <>
    <TextField name="body" label="Text" hint={<Markdown />} form={form} lang={lang} class="text" editor />
    <script src="/console/editor.js" defer></script>
  </>
);

const ConvenerFields: FC<{ form: Filled }> = ({ form }) => (
  <>
    <Field name="convener.signatory" label="Signed by" form={form} required />
    <Field name="convener.role" label="Role" hint="Optional. For example: Director" form={form} />
    <Field name="convener.organisation" label="Organisation" form={form} required />
    <Field
      name="convener.website"
      label="Website"
      hint="Optional. For example: https://example.org"
      type="url"
      form={form}
    />
    <TextField
      name="convener.offices"
      label="Offices"
      hint="Name first, then the address. Lines can start with “Telephone:”, “Fax:” or “Email:”. Leave an empty line before the next office. Offices are not part of the signed text."
      form={form}
    />
  </>
);

const Markdown: FC = () => (
  <>
    Format with Markdown. An empty line starts a paragraph, <code>**strong**</code>, <code>*emphasis*</code>,{' '}
    <code>## Heading</code>, <code>- item</code>, <code>&gt; quote</code>, <code>[words](https://…)</code>.
  </>
);

/** @returns the printed letter; HTML in it appears as text to the author, as it will to readers */
export async function previewOf(text: LetterText): Promise<Child> {
  const { compileMarkdown } = await import('../../../shared/letter/markdown.ts');
  const texts = await textsFor(pageLanguage(text.language));
  return (
    <>
      <LetterBody stored={{ text, blocks: compileMarkdown(text.body) }} level={2} />
      <Offices offices={text.convener.offices} texts={texts} language={text.language} />
    </>
  );
}

/** Container of the preview; the script refreshes it during typing (`browser/preview.ts`). */
export const Preview: FC<{ children?: Child }> = ({ children }) => (
  <section class="preview" tabindex={0} aria-labelledby="preview-title">
    <h2 id="preview-title">Preview</h2>
    <div id="preview" class="sheet letter">
      {children}
    </div>
  </section>
);

/** The buttons of a form for a text. @param does the action of the first button: saves, or shows the changes */
export function TextActions({ does, children }: { does: 'save' | 'review'; children: string }) {
  return (
    <p class="actions">
      <button type="submit" name="do" value={does}>
        {children}
      </button>
      <button class="quiet" type="submit" name="do" value="preview">
        Preview
      </button>
    </p>
  );
}
