/** Domain endings, from IANA's list (https://data.iana.org/TLD/tlds-alpha-by-domain.txt). */
import known from 'tlds' with { type: 'json' };

let endings: ReadonlySet<string> | undefined;

/** @returns whether the ending exists: `org`, `рф`, `xn--p1ai`. In lower case */
export function isTopLevelDomain(label: string): boolean {
  endings ??= new Set(known);
  return endings.has(label) || label.startsWith('xn--');
}
