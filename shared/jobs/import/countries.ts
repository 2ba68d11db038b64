/** Names of countries in a list that nobody knows, each to be chosen once for all of its lines. */
import { findCountry, foldCountry } from '../../organisation/find-country.ts';
import { cleanName, isNothing } from '../../text/clean.ts';

/** Longer ones are no name, and nobody could choose for them. */
const longestName = 100;

export interface UnknownCountry {
  /** By which the choice is kept: see `ImportSettings.countries`. */
  readonly key: string;
  /** As it stands in the first of its lines. */
  readonly name: string;
  readonly lines: number;
  /** Codes of the countries that it may be; empty when it may be any. */
  readonly options: string[];
}

/**
 * @param names what the column says, line by line
 * @returns those that are no country, or more than one, the most frequent first
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

/** How many different names are asked for at once: a page, and a row of the table, have an end. */
const maxUnknown = 100;

/** @returns both together, the most frequent first */
export function addUnknown(before: readonly UnknownCountry[], more: readonly UnknownCountry[]): UnknownCountry[] {
  const all = new Map(before.map((one) => [one.key, one]));
  for (const one of more) {
    const known = all.get(one.key);
    all.set(one.key, known ? { ...known, lines: known.lines + one.lines } : one);
  }
  return [...all.values()].toSorted((a, b) => b.lines - a.lines).slice(0, maxUnknown);
}
