/**
 * Finds the country that people type: at once by the names in the field's list, and by all others once those are
 * loaded.
 */
import { countriesIn, countryCodes } from '../../shared/organisation/country.ts';
import type { FoundCountry, findCountry } from '../../shared/organisation/find-country.ts';
import { cleanName } from '../../shared/text/clean.ts';

let find: typeof findCountry | undefined;

/** Loads the names of all countries. After a failure, the caller may try again. */
export async function loadCountries(): Promise<void> {
  if (find) return;
  const names: typeof import('../../shared/organisation/find-country.ts') = await import(
    new URL(COUNTRIES, import.meta.url).href
  );
  find = names.findCountry;
}

/** @returns the country; `unknown` for a name outside the list while the other names are not loaded */
export function countryOf(typed: string, language: string): FoundCountry | 'unknown' {
  const wanted = cleanName(typed).toLowerCase();
  const listed = countriesIn(language).find(([, name]) => name.toLowerCase() === wanted)?.[0];
  const code = listed ?? countryCodes.find((one) => one.toLowerCase() === wanted);
  if (code !== undefined) return { code };
  return find ? find(cleanName(typed), language) : 'unknown';
}

/** @returns the country's code, if it is unambiguous */
export function countryCode(typed: string, language: string): string | undefined {
  const found = countryOf(typed, language);
  return typeof found === 'object' && 'code' in found ? found.code : undefined;
}
