/** The choices in the forms of an import: how to read the file, and which countries are meant. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { findCountry } from '../../../shared/organisation/find-country.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * @returns the choices of the form. A value that was detected from another one is detected again when that one changes:
 * the header line with another sheet, the separator with another encoding
 */
export function updatedChoice(fields: Fields, { understood }: ImportJob) {
  const before = understood?.reading;
  const { sheet, encoding, separator } = fields;
  const isSeparator = encoding === before?.encoding || separator !== before?.separator;
  const isHeader =
    (sheet === before?.sheet && encoding === before?.encoding && separator === before?.separator) ||
    fields['headerLine'] !== String(before?.headerLine);
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined || !isSeparator ? {} : { separator }),
    ...(fields['headerLine'] === undefined || !isHeader ? {} : { headerLine: Number(fields['headerLine']) }),
    ...(fields['hiddenRows'] === undefined ? {} : { hiddenRows: true }),
  };
}

/** @returns the countries chosen for the names in the list, and the typed values that are not countries either */
export function chosenCountries(fields: Fields, { unknownCountries, settings }: ImportJob) {
  const keys = [...unknownCountries.map(({ key }) => key), ...Object.keys(settings?.countries ?? {})];
  const countries: Record<string, string> = {};
  const unknown: string[] = [];
  for (const key of new Set(keys)) {
    const typed = fields[`country.${key}`];
    if (typed === undefined) continue;
    const found = findCountry(typed.slice(0, 200));
    if (found && 'code' in found) countries[key] = found.code;
    else unknown.push(typed.slice(0, 200));
  }
  return { countries, unknown };
}
