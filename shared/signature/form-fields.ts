/**
 * The fields of the form, once for all forms: the letter's page, the form alone, the element on partner sites, the
 * owner's page and the API's description of the form. Browsers load it, too: it imports only types.
 */
import type { CoSignatoryKind } from '../letter/letter.ts';
import type { FaultCode } from '../platform/http/faults.ts';
import type { MessageKey } from '../text/catalogue.ts';

interface Field {
  /** Name in a plain form; dots separate the levels of the JSON body. */
  readonly name: string;
  /** The kinds of co-signatories that have the field; all, unless it says so. */
  readonly kinds?: readonly CoSignatoryKind[];
  /** The kinds that must fill it in. */
  readonly requiredOf: readonly CoSignatoryKind[];
}

/** A field that people type: its control, and how it is labelled. */
export interface TypedField extends Field {
  readonly name: `${'organisation' | 'signatory'}.${string}`;
  /** Decides how it is checked, and which control it has. */
  readonly holds: 'name' | 'website' | 'country' | 'email';
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** Value of `autocomplete`: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  readonly complete: string;
}

const both: readonly CoSignatoryKind[] = ['organisation', 'individual'];

/** In the order of the form, the organisation's before the signatory's. */
export const typedFields = [
  {
    name: 'organisation.name',
    holds: 'name',
    requiredOf: ['organisation'],
    label: 'form.organisation-name',
    complete: 'organization',
  },
  {
    name: 'organisation.website',
    holds: 'website',
    // It tells organisations that sign apart; an affiliation does not sign.
    kinds: ['organisation'],
    requiredOf: [],
    label: 'form.website',
    hint: 'form.website-hint',
    complete: 'url',
  },
  {
    name: 'organisation.country',
    holds: 'country',
    requiredOf: ['organisation'],
    label: 'form.country',
    complete: 'country',
  },
  {
    name: 'signatory.name',
    holds: 'name',
    requiredOf: both,
    label: 'form.name',
    complete: 'name',
  },
  {
    name: 'signatory.role',
    holds: 'name',
    requiredOf: [],
    label: 'form.role',
    complete: 'organization-title',
  },
  {
    name: 'signatory.email',
    holds: 'email',
    requiredOf: both,
    label: 'form.email',
    hint: 'form.email-hint',
    complete: 'email',
  },
] as const satisfies readonly TypedField[];

export type FieldName = (typeof typedFields)[number]['name'];
type Group = 'organisation' | 'signatory';
/** The names of the typed fields within one level of the JSON body. */
export type FieldIn<Of extends Group> = FieldName extends infer Name
  ? Name extends `${Of}.${infer Last}`
    ? Last
    : never
  : never;

/** @returns the only kind of co-signatory that the form asks for the field, if it does not ask all */
export function onlyKindOf({ kinds = both }: Pick<Field, 'kinds'>): CoSignatoryKind | undefined {
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** @returns the typed fields of one group of the form */
export function fieldsOf(group: Group): readonly TypedField[] {
  return typedFields.filter(({ name }) => name.startsWith(`${group}.`));
}

/** Only where the letter asks for it. */
const followUpField = 'consents.followUp';

/** All fields, in the order of the form. A function, so that bundles that need only some contain no others. */
const allFields = (): readonly Field[] => [
  { name: 'kind', requiredOf: both },
  ...typedFields,
  { name: 'attestation', kinds: ['organisation'], requiredOf: ['organisation'] },
  { name: 'display', requiredOf: [] },
  { name: 'consents.publication', requiredOf: both },
  { name: 'consents.updates', requiredOf: [] },
  { name: 'consents.partner', requiredOf: [] },
  { name: followUpField, requiredOf: [] },
  { name: 'comment', requiredOf: [] },
];

/** @returns name and label of each field that can have an error, in the order of the form */
export function fieldLabels(): [name: string, label: MessageKey][] {
  return [
    ['kind', 'form.kind'],
    ...typedFields.map(({ name, label }): [string, MessageKey] => [name, label]),
    ['attestation', 'form.consents'],
    ['consents.publication', 'form.consents'],
  ];
}

/** The parts of a submission on which the need for others depends. */
interface Choice {
  readonly kind: unknown;
  readonly display: unknown;
}

/**
 * The rules by which fields depend on each other.
 *
 * @returns the error when this field is empty or not ticked; undefined when there is none
 */
export function faultWhenEmpty(name: string, { kind, display }: Choice): FaultCode | undefined {
  if (name === 'attestation') return kind === 'organisation' ? 'attestation' : undefined;
  // Nothing is published when the name is withheld.
  if (name === 'consents.publication') return display === 'withheld' ? undefined : 'publication';
  const isRequired = allFields().some((field) => field.name === name && field.requiredOf.some((one) => one === kind));
  return isRequired ? 'missing' : undefined;
}

/** @returns the faults of these fields, which are empty or not ticked */
export function faultsIn(empty: readonly string[], choice: Choice): { name: string; code: FaultCode }[] {
  return empty.flatMap((name) => {
    const code = faultWhenEmpty(name, choice);
    return code ? [{ name, code }] : [];
  });
}

/** A field as the API describes it, for developers of their own forms. */
interface DescribedField {
  readonly name: string;
  readonly required: boolean;
  readonly kinds: CoSignatoryKind[];
}

/**
 * @param asks whether the form asks for the consent to a mail about a letter that follows
 * @returns the fields for the accepted kinds of co-signatories; one that only some must fill in is there twice
 */
export function describeFields(
  accepts: readonly CoSignatoryKind[],
  asks: { followUp: boolean } = { followUp: false },
): DescribedField[] {
  const fields = allFields().filter(({ name }) => asks.followUp || name !== followUpField);
  return fields.flatMap(({ name, kinds = both, requiredOf }) =>
    [true, false].flatMap((required) => {
      const these = kinds.filter((kind) => accepts.includes(kind) && requiredOf.includes(kind) === required);
      return these.length > 0 ? [{ name, required, kinds: these }] : [];
    }),
  );
}
