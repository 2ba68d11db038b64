/** Checks the fields before sending. The server checks them again and decides. */
import { readWebsite } from '../../shared/organisation/website-address.ts';
import type { FaultCode } from '../../shared/platform/http/faults.ts';
import { faultWhenEmpty, type TypedField, typedFields } from '../../shared/signature/form-fields.ts';
import { nameFaults } from '../../shared/signature/public-name.ts';
import { cleanAddress, isNothing } from '../../shared/text/clean.ts';
import { describeFault } from '../../shared/text/field-errors.ts';
import { ruleOf } from './adapt.ts';
import { countryOf } from './countries.ts';
import type { FormModel } from './model.ts';
import type { Values } from './values.ts';

/** Checks of a typed text, by the type of its field. Each returns the fault, if there is one. */
const faults: Readonly<Record<TypedField['holds'], (typed: string, language: string) => FaultCode | undefined>> = {
  name: (typed) => nameFaults(typed)[0],
  website: (typed) => (readWebsite(typed) === undefined ? 'website' : undefined),
  country: (typed, language) => countryFault(countryOf(typed, language)),
  email: (typed) => (/^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(cleanAddress(typed)) ? undefined : 'email'),
};

function countryFault(found: ReturnType<typeof countryOf>): FaultCode | undefined {
  if (found === undefined) return 'country';
  return typeof found === 'object' && 'unclear' in found ? 'country-unclear' : undefined;
}

/** @returns the error in a field, in words for people, or undefined when there is none */
export function errorIn(name: string, values: Values, model: FormModel): string | undefined {
  const code = faultOf(name, values, model);
  return code && describeFault({ code }, model.texts);
}

function faultOf(name: string, { kind, text, ticked }: Values, model: FormModel): FaultCode | undefined {
  const rule = ruleOf(model, name, kind);
  if (!rule) return undefined;
  const field = typedFields.find((one) => one.name === name);
  const typed = text(name);
  const isEmpty = field ? typed === '' || (!rule.required && isNothing(typed)) : !ticked(name);
  if (isEmpty) return faultWhenEmpty(name, { kind, display: text('display') });
  return field && faults[field.holds](typed, model.texts.language);
}
