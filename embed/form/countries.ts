/** Countries as people type them: at once by the names in the list of the field, and by all others once those are loaded. */
import { countriesIn, countryCodes } from '../../shared/organisation/country.ts';
import type { FoundCountry, findCountry } from '../../shared/organisation/find-country.ts';
import { cleanName } from '../../shared/text/clean.ts';

let find: typeof findCountry | undefined;

/** Loads what knows all names. Trying again is up to whoever needs it. */
export async function loadCountries(): Promise<void> {
  if (find) return;
  const names: typeof import('../../shared/organisation/find-country.ts') = await import(
    new URL(COUNTRIES, import.meta.url).href
  );
  find = names.findCountry;
}

/** @returns the country that is meant; `unknown` while only the names of the list are there, and it is none of them */
export function countryOf(typed: string, language: string): FoundCountry | 'unknown' {
  const wanted = cleanName(typed).toLowerCase();
  const listed = countriesIn(language).find(([, name]) => name.toLowerCase() === wanted)?.[0];
  const code = listed ?? countryCodes.find((one) => one.toLowerCase() === wanted);
  if (code !== undefined) return { code };
  return find ? find(cleanName(typed), language) : 'unknown';
}

/** @returns its code, where it is clear */
export function countryCode(typed: string, language: string): string | undefined {
  const found = countryOf(typed, language);
  return typeof found === 'object' && 'code' in found ? found.code : undefined;
}
