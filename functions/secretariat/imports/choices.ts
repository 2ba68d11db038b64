/** What the forms of an import say: how the file is read, and which countries are meant. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { findCountry } from '../../../shared/organisation/find-country.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * @returns the choice as the form has it. What was found out from something that has changed is found out anew: of another
 *   sheet the line with the names of the columns, of another encoding the separator
 */
export function choiceAnew(fields: Fields, { understood }: ImportJob) {
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

/** @returns the countries that were chosen by the names in the list, and what was typed that is none either */
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
