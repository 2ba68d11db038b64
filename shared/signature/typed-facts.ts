/** The typed fields as they are listed: on the owner's page, in mails, in the console, and as columns of lists. */
import type { CoSignatoryKind } from '../letter/letter.ts';
import { countryName } from '../organisation/country.ts';
import type { MessageKey, Texts } from '../text/catalogue.ts';
import { type CorrectableField, correctableFields, type Typed } from './typed-fields.ts';

/** Of an individual, the organisation is an affiliation. */
type Label = MessageKey | Readonly<Record<CoSignatoryKind, MessageKey>>;

interface Shown {
  /** Label on the owner's page. */
  readonly page: Label;
  readonly mail: Label;
  /** Label in the console, which is in English. */
  readonly console: string;
  /** Name of the column in imports and exports. */
  readonly column: string;
}

export const shownAs = {
  organisationName: {
    page: { organisation: 'confirm.fact-organisation', individual: 'manage.fact-affiliation' },
    mail: { organisation: 'mail.fact-organisation', individual: 'mail.fact-affiliation' },
    console: 'Organisation',
    column: 'organisation',
  },
  organisationWebsite: {
    page: 'manage.fact-website',
    mail: 'mail.fact-website',
    console: 'Website',
    column: 'website',
  },
  country: { page: 'form.country', mail: 'mail.fact-country', console: 'Country', column: 'country' },
  signatoryName: { page: 'confirm.fact-signatory', mail: 'mail.fact-signatory', console: 'Person', column: 'name' },
  signatoryRole: { page: 'manage.fact-role', mail: 'mail.fact-role', console: 'Role', column: 'role' },
} as const satisfies Readonly<Record<CorrectableField, Shown>>;

/** The column of a typed field, in imports and exports. */
export type TypedColumn = (typeof shownAs)[CorrectableField]['column'];

type WithKind = Typed & { readonly kind: CoSignatoryKind };

/** @returns label and value of each typed field, in the order of the form */
export function typedFacts(record: WithKind, where: 'page' | 'mail', texts: Texts): [string, string | undefined][] {
  return correctableFields.map((field) => {
    const label: Label = shownAs[field][where];
    const key = typeof label === 'string' ? label : label[record.kind];
    return [texts.text(key), shownValue(record, field, texts.language)];
  });
}

/** @returns the value of a typed field for people: a country by its name */
export function shownValue(record: Typed, field: CorrectableField, language: string): string | undefined {
  const value = record[field];
  return field === 'country' && value ? countryName(value, language) : value;
}
