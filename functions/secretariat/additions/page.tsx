/** The form to add one co-signatory who agreed by email, by phone or in person. */
import type { SignatureId } from '../../../shared/ids.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { countriesIn } from '../../../shared/organisation/country.ts';
import { shownAs } from '../../../shared/signature/typed-facts.ts';
import { type CorrectableField, correctableFields } from '../../../shared/signature/typed-fields.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { Choice, ErrorSummary, Field, type Filled, Select } from '../ui/field.tsx';
import { Csrf } from '../ui/layout.tsx';
import { kindNames } from '../ui/names.ts';

export interface AddView extends Filled {
  readonly letter: Letter;
  readonly csrf: string;
  /** The signature that was just added. */
  readonly added: SignatureId | undefined;
}

/** Labels and hints of this form, where they differ from those of other pages of the console. */
const ofThisForm: Readonly<Partial<Record<CorrectableField, { label?: string; hint: string; type?: 'url' }>>> = {
  organisationName: { hint: 'For an individual: their affiliation, if any.' },
  organisationWebsite: { label: 'Website (optional)', hint: 'For example https://example.org', type: 'url' },
  signatoryName: { hint: 'Who signs. For an organisation, you can leave this empty.' },
  signatoryRole: { label: 'Role (optional)', hint: 'For example “Director”' },
};

export function AddPage({ letter, csrf, added, ...form }: AddView) {
  const home = `/console/letters/${letter.slug}`;
  const { values, errors } = form;
  const kind = values['kind'] ?? letter.settings.accepts[0] ?? 'organisation';
  const languages = languagesOf(letter);
  return (
    <>
      {added ? (
        <p class="note" role="status">
          Added. <a href={`${home}/signatures/${added}`}>Open the signature</a>, also to keep their email or a signed
          page with it as a file.
        </p>
      ) : null}
      <ErrorSummary errors={errors} title="Not added yet" />
      <p>
        For someone who agreed by email, by phone or in person. They are listed and counted at once, marked “Added by
        the secretariat”. If they sign later themselves, their own signature takes this place.
      </p>
      <form method="post" action={`${home}/add`} class="card" novalidate={true}>
        <Csrf token={csrf} />
        <fieldset>
          <legend>Type</legend>
          {letter.settings.accepts.map((one) => (
            <Choice type="radio" name="kind" value={one} checked={kind === one}>
              {kindNames[one]}
            </Choice>
          ))}
        </fieldset>
        {correctableFields.map((name) => {
          const field = { name, label: shownAs[name].console, ...ofThisForm[name], form };
          if (name === 'country') {
            return <Select {...field} options={[['', 'Choose a country'], ...countriesIn('en')]} />;
          }
          return <Field {...field} />;
        })}
        <Field
          name="email"
          label="Email address (optional)"
          hint="They get an email that says they are listed, and how to object. It is not published."
          type="email"
          form={form}
        />
        {languages.length > 1 ? (
          <Select
            name="language"
            label="Language of that email"
            options={languages.map((one) => [one, languageName(one) ?? one] as const)}
            form={form}
          />
        ) : null}
        <Field
          name="evidence"
          label="How did they agree?"
          hint="For example “By email of 3 May, to Rita”. Only the secretariat sees it."
          form={form}
        />
        <Choice type="checkbox" name="agreed" value="true" checked={values['agreed'] === 'true'}>
          They agreed to be listed by name
        </Choice>
        {errors.has('agreed') ? <span class="wrong">{errors.get('agreed')}</span> : null}
        <button type="submit">Add to the list</button>
      </form>
    </>
  );
}
