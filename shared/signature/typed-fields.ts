/**
 * The signer's own fields, except the mailbox, as they are stored and shown. A new field of the form is missing here until
 * it compiles.
 */
import * as z from 'zod';
import { type FieldIn, type FieldName, typedFields } from './form-fields.ts';

/** The name of each field of the form in the record of a signature. */
const storedAs = {
  'organisation.name': 'organisationName',
  'organisation.website': 'organisationWebsite',
  'organisation.country': 'country',
  'signatory.name': 'signatoryName',
  'signatory.role': 'signatoryRole',
  'signatory.email': 'email',
} as const satisfies Readonly<Record<FieldName, string>>;
type StoredField = (typeof storedAs)[FieldName];

/** The typed fields that the signer may correct: all but the mailbox. */
export type CorrectableField = Exclude<StoredField, 'email'>;

/** Their form in the record of a signature. Only the name is always there, and empty once it was erased. */
export const typedShape = {
  organisationName: z.string().optional(),
  organisationWebsite: z.string().optional(),
  country: z.string().optional(),
  signatoryName: z.string(),
  signatoryRole: z.string().optional(),
} as const satisfies Readonly<Record<CorrectableField, z.ZodType>>;
export type Typed = z.infer<z.ZodObject<typeof typedShape>>;

/** @returns these fields of a record and nothing else; those without a value are there as undefined */
export function typedOf(record: Typed) {
  const { organisationName, organisationWebsite, country, signatoryName, signatoryRole } = record;
  return {
    organisationName,
    organisationWebsite,
    country,
    signatoryName,
    signatoryRole,
  } satisfies Record<CorrectableField, unknown>;
}

/** The fields as a submission or a correction has them. */
interface Sent {
  readonly organisation?: { readonly [Name in FieldIn<'organisation'>]?: string | undefined } | undefined;
  readonly signatory: { readonly name: string } & {
    readonly [Name in Exclude<FieldIn<'signatory'>, 'email'>]?: string | undefined;
  };
}

/** @returns the fields of a submission or a correction by their names in the record */
export function asStored({ organisation, signatory }: Sent) {
  return {
    organisationName: organisation?.name,
    organisationWebsite: organisation?.website,
    country: organisation?.country,
    signatoryName: signatory.name,
    signatoryRole: signatory.role,
  } satisfies Record<CorrectableField, unknown>;
}

/** Erased: as if nothing had been typed. */
export const nothingTyped = typedOf({ signatoryName: '' });

/** In the terms of the API. */
export const typedView = {
  organisation: z.object({
    name: typedShape.organisationName,
    website: typedShape.organisationWebsite,
    country: typedShape.country,
  } satisfies Record<FieldIn<'organisation'>, z.ZodType>),
  signatory: z.object({
    name: typedShape.signatoryName,
    role: typedShape.signatoryRole,
    email: z.string(),
  } satisfies Record<FieldIn<'signatory'>, z.ZodType>),
};

/** @returns the values of the typed fields by their names in a plain form */
export function typedValues(record: Typed & { readonly email: string }): Map<string, string | undefined> {
  return new Map(typedFields.map(({ name }) => [name, record[storedAs[name]]]));
}

/** @returns the name of the field in a plain form */
export function nameInForm(field: StoredField): FieldName {
  const found = typedFields.find(({ name }) => storedAs[name] === field);
  if (!found) throw new Error('a stored field belongs to no form');
  return found.name;
}

const isCorrectable = (name: StoredField): name is CorrectableField => name !== 'email';

/** The names of the correctable fields, in the order of the form. */
export const correctableFields = typedFields.map(({ name }) => storedAs[name]).filter(isCorrectable);
