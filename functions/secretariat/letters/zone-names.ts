/** Time zones with names that people read, to choose from. */
import { timeZone } from '../../../shared/text/time-zone.ts';

declare global {
  namespace Intl {
    interface Locale {
      /** ECMA-402, in Node since 24. https://tc39.es/proposal-intl-locale-info/ */
      getTimeZones(): string[] | undefined;
    }
  }
}

/** Cities whose IANA name is spelt as it was long ago. */
const spellings: Readonly<Record<string, string>> = {
  Asmera: 'Asmara',
  Calcutta: 'Kolkata',
  Enderbury: 'Kanton',
  Faeroe: 'Faroe Islands',
  Godthab: 'Nuuk',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Ponape: 'Pohnpei',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  Truk: 'Chuuk',
};

export interface ZoneGroup {
  readonly label: string;
  readonly zones: readonly (readonly [zone: string, name: string])[];
}

let groups: readonly ZoneGroup[] | undefined;

/** @returns all time zones by region, by name */
function allZones(): readonly ZoneGroup[] {
  groups ??= [...Map.groupBy(Intl.supportedValuesOf('timeZone').filter(isPlace), areaOf)].map(([label, zones]) => ({
    label,
    zones: zones
      .map((zone): [string, string] => [zone, zoneName(zone)])
      .toSorted(([, one], [, other]) => one.localeCompare(other, 'en')),
  }));
  return groups;
}

const isPlace = (zone: string) => zone.includes('/') && !zone.startsWith('Etc/');
const areaOf = (zone: string) => zone.split('/', 1)[0] ?? zone;

const names = new Map<string, string>();

/** @returns for example `Kyiv (Eastern European Time)`; as it is when there is no such zone, as in a refused form */
export function zoneName(zone: string): string {
  if (!timeZone.safeParse(zone).success) return zone;
  const known = names.get(zone) ?? makeName(zone);
  names.set(zone, known);
  return known;
}

function makeName(zone: string): string {
  if (zone === 'UTC') return 'UTC (Coordinated Universal Time)';
  const city = zone.split('/').slice(1).toReversed().join(', ').replaceAll('_', ' ');
  const generic = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value;
  const place = spellings[city] ?? (city === '' ? zone : city);
  return generic === undefined || generic.startsWith(place) ? (generic ?? place) : `${place} (${generic})`;
}

/**
 * @param kept the chosen zone, which stays on the list however it is spelt
 * @param languages tags that the browser asks for; their regions say which zones are likely
 * @returns the zones to choose from, the likely ones first
 */
export function offeredZones(kept: string, languages: readonly string[]): readonly ZoneGroup[] {
  const likely = [...new Set([kept, ...languages.flatMap(zonesOf).slice(0, 8), 'UTC'])];
  return [{ label: 'Likely', zones: likely.map((zone) => [zone, zoneName(zone)]) }, ...allZones()];
}

/** @returns the zones of the region in that tag; none when it has no region */
function zonesOf(tag: string): readonly string[] {
  try {
    const locale = new Intl.Locale(tag);
    return locale.region === undefined ? [] : (locale.getTimeZones() ?? []);
  } catch {
    return []; // not a tag: browsers send what people typed
  }
}
