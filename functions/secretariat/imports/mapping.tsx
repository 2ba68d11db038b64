/** The meaning of a list's columns, and how its people are imported. */
import { type ImportField, importFields, nameParts } from '../../../shared/jobs/import/fields.ts';
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { type NameOrder, nameOrderOf, personName } from '../../../shared/jobs/import/person-name.ts';
import { languagesOf } from '../../../shared/letter/letter.ts';
import { shownAs, type TypedColumn } from '../../../shared/signature/typed-facts.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { Choice } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import type { ShownImport } from './shown.ts';

const ownWords: Readonly<Record<Exclude<ImportField, Exclude<TypedColumn, 'name'>>, string>> = {
  name: 'Full name, in one column',
  givenName: 'First name',
  middleName: 'Middle name',
  familyName: 'Last name',
  secondFamilyName: 'Second last name',
  email: 'Email address',
  kind: 'Organisation or individual',
  language: 'Language',
  note: 'Note',
};
const fieldWords: ReadonlyMap<string, string> = new Map([
  ...Object.values(shownAs).map(({ column, console }): [string, string] => [column, console]),
  ...Object.entries(ownWords),
]);

const ofNames: readonly ImportField[] = ['name', ...nameParts];

export function MappingForm(shown: ShownImport & { base: string }) {
  const { visit, letter, job, base } = shown;
  const { settings } = job;
  const language = settings?.language ?? letter.language;
  return (
    <form method="post" action={base} class="card">
      <Csrf token={visit.csrf} />
      <fieldset>
        <legend>Names of people</legend>
        <p class="soft">Choose one column with full names, or separate columns for the parts of a name.</p>
        <div class="cards">
          {ofNames.map((field) => (
            <Column field={field} job={job} />
          ))}
          <Choice
            name="nameOrder"
            label="Order of the parts"
            value={settings?.nameOrder}
            options={orders(shown, language)}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Other columns</legend>
        <div class="cards">
          {importFields
            .filter((field) => !ofNames.includes(field))
            .map((field) => (
              <Column field={field} job={job} />
            ))}
        </div>
      </fieldset>
      <Ways job={job} />
      <Defaults {...shown} language={language} />
      <button type="submit">Check the lines</button>
    </form>
  );
}

function Column({ field, job: { columns, mapping } }: { field: ImportField; job: ImportJob }) {
  return (
    <div class="field">
      <label for={`column-${field}`}>{fieldWords.get(field)}</label>
      <select id={`column-${field}`} name={`column.${field}`}>
        <option value="">not in this list</option>
        {columns.map((column, index) => (
          <option value={String(index)} selected={mapping[field] === index}>
            {column}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The two orders, each with the first name of the list as an example. */
function orders({ job, part }: ShownImport, language: string): readonly (readonly [string, string])[] {
  const row = part?.rows.find((cells) => nameParts.some((field) => cells[job.mapping[field] ?? -1]));
  const [given, middle, family, secondFamily] = nameParts.map((field) => row?.[job.mapping[field] ?? -1]);
  const example = (order: NameOrder) => {
    const name = personName({ given, middle, family, secondFamily }, order, language);
    return name === '' ? '' : `: ${name}`;
  };
  return [
    ['', `Usual for the language${example(nameOrderOf(language))}`],
    ['given-first', `First name first${example('given-first')}`],
    ['family-first', `Last name first${example('family-first')}`],
  ];
}

function Ways({ job: { settings } }: { job: ImportJob }) {
  const mode = settings?.mode;
  return (
    <fieldset>
      <legend>How to import them</legend>
      <label class="choice">
        <input type="radio" name="mode" value="mail" required checked={mode === 'mail'} />
        <span>
          By email
          <span class="hint">
            Each person gets an email and counts once they confirm, as if they had filled in the form.
          </span>
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="mode" value="paper" required checked={mode === 'paper'} />
        <span>
          On paper
          <span class="hint">
            Counted at once, as “on paper”, and not listed by name. No email is sent, and addresses are not kept.
          </span>
        </span>
      </label>
      <label class="choice">
        <input type="radio" name="mode" value="added" required checked={mode === 'added'} />
        <span>
          Added by the secretariat
          <span class="hint">
            Listed and counted at once, and marked. For lists of people who agreed by email or by phone. Those with an
            email address are told, and can object.
          </span>
        </span>
      </label>
      <label class="choice">
        <input type="checkbox" name="publish" value="yes" checked={settings?.publish === true} />
        <span>
          They agreed to have their names published
          <span class="hint">
            Needed for those added by the secretariat. Otherwise, names imported by email are withheld.
          </span>
        </span>
      </label>
    </fieldset>
  );
}

function Defaults({ letter, job: { settings }, language }: ShownImport & { language: string }) {
  return (
    <fieldset>
      <legend>When a line does not say</legend>
      <div class="row">
        <Choice
          name="kind"
          label="Type"
          value={settings?.kind ?? letter.settings.accepts[0]}
          options={[
            ['organisation', 'organisations'],
            ['individual', 'individuals'],
          ]}
        />
        <Choice
          name="language"
          label="Language"
          value={language}
          options={languagesOf(letter).map((one) => [one, languageName(one) ?? one])}
        />
      </div>
      <div class="field">
        <label for="note">Note, seen only by the secretariat</label>
        <span class="hint" id="note-hint">
          Where and when they signed, for example “Harbour fair, 3 May”.
        </span>
        <input id="note" name="note" type="text" maxlength={300} value={settings?.note} aria-describedby="note-hint" />
      </div>
    </fieldset>
  );
}
