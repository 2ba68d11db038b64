/** Endings of domains, from the list that IANA keeps (https://data.iana.org/TLD/tlds-alpha-by-domain.txt). */
import known from 'tlds' with { type: 'json' };

let endings: ReadonlySet<string> | undefined;

/** @returns whether domains end like that: `org`, `рф`, `xn--p1ai`. In small letters */
export function isTopLevelDomain(label: string): boolean {
  endings ??= new Set(known);
  return endings.has(label) || label.startsWith('xn--');
}
