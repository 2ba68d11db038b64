/** Checks the fields before sending. The server checks them again and decides. */
import { readWebsite } from '../../shared/organisation/website-address.ts';
import { nameFaults } from '../../shared/signature/public-name.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { cleanAddress, isNothing } from '../../shared/text/clean.ts';
import { describeFieldError } from '../../shared/text/field-errors.ts';
import { ruleOf } from './adapt.ts';
import { countryOf } from './countries.ts';
import type { FormModel } from './model.ts';
import type { Values } from './values.ts';

/** Errors in the text of a field, in the API's words. */
const faults: Readonly<Record<string, (typed: string, texts: Texts) => string | undefined>> = {
  'organisation.name': (typed) => nameFaults(typed)[0],
  'signatory.name': (typed) => nameFaults(typed)[0],
  'signatory.role': (typed) => nameFaults(typed)[0],
  'organisation.website': (typed) =>
    readWebsite(typed) === undefined ? 'not the address of a website, such as https://example.org' : undefined,
  'organisation.country': (typed, { language }) => countryFault(countryOf(typed, language)),
  'signatory.email': (typed) =>
    /^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(cleanAddress(typed)) ? undefined : 'not an email address',
};

function countryFault(found: ReturnType<typeof countryOf>): string | undefined {
  if (found === undefined) return 'not a country; use its name or a code such as KZ';
  return typeof found === 'object' && 'unclear' in found ? 'more than one country has this name' : undefined;
}

/** @returns the error in a field, in words for people, or undefined when there is none */
export function errorIn(name: string, values: Values, model: FormModel): string | undefined {
  const fault = faultOf(name, values, model);
  return fault === undefined ? undefined : describeFieldError(fault, model.texts);
}

function faultOf(name: string, values: Values, model: FormModel): string | undefined {
  const { kind, text, ticked } = values;
  const rule = ruleOf(model, name, kind);
  if (!rule) return undefined;
  if (name === 'attestation') {
    return ticked(name) ? undefined : 'confirm that you are authorised to sign for the organisation';
  }
  if (name === 'consents.publication') {
    if (ticked(name) || text('display') === 'withheld') return undefined;
    return 'agree to be listed by name, or choose to have the name withheld';
  }
  const typed = text(name);
  if (typed === '' || (!rule.required && isNothing(typed))) {
    return rule.required && name in faults ? 'is missing' : undefined;
  }
  return faults[name]?.(typed, model.texts);
}
