/** Puts the undersigned in order: the same for the PDF, the Word file and the lists attached to the PDF. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import { countryName } from '../../shared/organisation/country.ts';
import type { Texts } from '../../shared/text/catalogue.ts';

export type ListedEntry = DocumentData['undersigned']['pinned'][number];

/** Entries under one heading; without one, they follow the section's. */
export interface Group {
  readonly heading: string | undefined;
  readonly entries: readonly ListedEntry[];
}

export interface Section {
  /** `16 organisations`; the pinned ones have none. */
  readonly heading: string | undefined;
  readonly groups: readonly Group[];
}

/** @returns the sections that have entries: pinned, organisations, individuals */
export function arrangeList({ letter, undersigned }: DocumentData, texts: Texts): Section[] {
  const { pinned, organisations, individuals, order } = undersigned;
  const collator = new Intl.Collator(letter.language);
  const arrange = (entries: readonly ListedEntry[]) => {
    // Two with the same name always have the same order, regardless of the order in which they were stored.
    const keyed = entries.map((entry) => ({ entry, key: JSON.stringify(entry) }));
    const byName = keyed.sort(
      (one, other) => collator.compare(one.entry.name, other.entry.name) || (one.key < other.key ? -1 : 1),
    );
    const sorted = byName.map(({ entry }) => entry);
    return order === 'name' ? [{ heading: undefined, entries: sorted }] : byCountry(sorted, texts);
  };
  return [
    { heading: undefined, groups: [{ heading: undefined, entries: pinned }] },
    { heading: texts.plural('letter.organisations', organisations.length), groups: arrange(organisations) },
    { heading: texts.plural('letter.individuals', individuals.length), groups: arrange(individuals) },
  ].filter(({ groups }) => groups.some(({ entries }) => entries.length > 0));
}

/** Countries in the sort order of the fixed sentences' language; entries without one come last. */
function byCountry(sorted: readonly ListedEntry[], texts: Texts): Group[] {
  const groups = Map.groupBy(sorted, ({ country }) => country);
  const named = [...groups].flatMap(([code, entries]) =>
    code === undefined ? [] : [{ heading: countryName(code, texts.language), entries }],
  );
  const collator = new Intl.Collator(texts.language);
  const none = groups.get(undefined);
  return [
    ...named.sort((one, other) => collator.compare(one.heading, other.heading)),
    ...(none ? [{ heading: texts.text('document.no-country'), entries: none }] : []),
  ];
}
