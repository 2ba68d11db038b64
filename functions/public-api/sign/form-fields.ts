/** The fields of the form, for those who build their own. */
import type { CoSignatoryKind } from '../../../shared/letter/letter.ts';

interface FormField {
  /** Name in a plain form; dots separate the levels of the JSON body. */
  readonly name: string;
  readonly required: boolean;
  readonly kinds: CoSignatoryKind[];
}

const both: CoSignatoryKind[] = ['organisation', 'individual'];

const fields: readonly FormField[] = [
  { name: 'kind', required: true, kinds: both },
  { name: 'organisation.name', required: true, kinds: ['organisation'] },
  { name: 'organisation.name', required: false, kinds: ['individual'] },
  { name: 'organisation.website', required: false, kinds: both },
  { name: 'organisation.country', required: true, kinds: ['organisation'] },
  { name: 'organisation.country', required: false, kinds: ['individual'] },
  { name: 'signatory.name', required: true, kinds: both },
  { name: 'signatory.role', required: false, kinds: both },
  { name: 'signatory.email', required: true, kinds: both },
  { name: 'attestation', required: true, kinds: ['organisation'] },
  { name: 'display', required: false, kinds: both },
  { name: 'consents.publication', required: true, kinds: both },
  { name: 'consents.updates', required: false, kinds: both },
  { name: 'consents.partner', required: false, kinds: both },
  { name: 'comment', required: false, kinds: both },
];

/** @returns the fields for a co-signatory of an accepted kind */
export function formFields(accepts: readonly CoSignatoryKind[]): FormField[] {
  return fields
    .map((field) => ({ ...field, kinds: field.kinds.filter((kind) => accepts.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0);
}
