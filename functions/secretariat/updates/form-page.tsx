/** The form with which an update is written or changed. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Update } from '../../../shared/update/update.ts';
import type { PageVisit } from '../guard.ts';
import { Choice, ErrorSummary, Field, type Filled, TextField } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { languagesOfForm, subjectField, textField } from './fields.ts';
import { languageName } from './words.ts';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  /** The update that is changed; undefined for a new one. */
  readonly update: Update | undefined;
  readonly form: Filled;
}

export function updateFormPage(c: Context, status: 200 | 409 | 422, { visit, letter, update, form }: Shown) {
  const base = `/console/letters/${letter.slug}/updates`;
  const languages = languagesOfForm(letter, update);
  return showPage(c, status, {
    title: update ? 'Edit the update' : 'Write an update',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <form
          method="post"
          action={update ? `${base}/${update.id}/edit` : `${base}/new`}
          class="card"
          novalidate={true}
        >
          <Csrf token={visit.csrf} />
          {update ? <input type="hidden" name="revision" value={form.values['revision']} /> : null}
          {languages.length > 1 ? (
            <p class="hint">
              Leave a language empty, and its readers get the text in the first language that you fill in.
            </p>
          ) : null}
          {languages.map((language) => (
            <fieldset>
              <legend>{languageName(language)}</legend>
              <Field name={subjectField(language)} label="Subject" form={form} lang={language} />
              <TextField
                name={textField(language)}
                label="Text"
                hint="Markdown, as in the letter. The greeting is yours; links to stop the emails are added."
                form={form}
                lang={language}
                rows={12}
              />
            </fieldset>
          ))}
          <Choice type="checkbox" name="mailOnly" value="yes" checked={form.values['mailOnly'] === 'yes'}>
            Only by email: do not show it under the letter
          </Choice>
          <p class="actions">
            <button type="submit">Save and preview</button>
          </p>
          <p class="hint">Nothing is sent yet.</p>
        </form>
      </>
    ),
  });
}
