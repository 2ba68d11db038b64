/** Unknown country names in a list. Each is chosen once, for all of its lines. */
import { findCountry, foldCountry } from '../../organisation/find-country.ts';
import { cleanName, isNothing } from '../../text/clean.ts';

/** Longest country name, in characters. A longer one is not a name, and nobody could choose a country for it. */
const longestName = 100;

export interface UnknownCountry {
  /** Key under which the choice is stored: see `ImportSettings.countries`. */
  readonly key: string;
  /** The name as the first of its lines has it. */
  readonly name: string;
  readonly lines: number;
  /** Codes of the countries that it may mean; empty when it may be any. */
  readonly options: string[];
}

/**
 * @param names the column's value, line by line
 * @returns names that mean no country or more than one, most frequent first
 */
export function unknownCountries(names: Iterable<string>): UnknownCountry[] {
  const unknown = new Map<string, UnknownCountry>();
  for (const written of names) {
    const name = cleanName(written);
    if (isNothing(name) || name.length > longestName) continue;
    const found = findCountry(name);
    if (found && 'code' in found) continue;
    const key = foldCountry(name);
    const lines = (unknown.get(key)?.lines ?? 0) + 1;
    unknown.set(key, { key, name: unknown.get(key)?.name ?? name, lines, options: [...(found?.unclear ?? [])] });
  }
  return [...unknown.values()].toSorted((a, b) => b.lines - a.lines);
}

/** Maximum number of unknown names at once, because a page and a table row are limited. */
const maxUnknown = 100;

/** @returns both lists merged, most frequent first */
export function addUnknown(before: readonly UnknownCountry[], more: readonly UnknownCountry[]): UnknownCountry[] {
  const all = new Map(before.map((one) => [one.key, one]));
  for (const one of more) {
    const known = all.get(one.key);
    all.set(one.key, known ? { ...known, lines: known.lines + one.lines } : one);
  }
  return [...all.values()].toSorted((a, b) => b.lines - a.lines).slice(0, maxUnknown);
}
