/** An entry of the list as the template of a letter sets it, and the fonts for it. */
import { countryName } from '../../shared/organisation/country.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import type { ListedEntry } from './arrange-list.ts';
import { familiesFor, familiesWith, hanFamilyOf, hanFamilyOfName } from './fonts.ts';
import { breakable, isolated, oneLine } from './text.ts';

/** An entry with more characters may be split between two pages. */
const longEntry = 400;

/** Marks stacked on a letter this high reach into the lines around. */
const stackedMarks = /\p{M}{4,}/u;

/** Scripts whose descenders need more space to the next line. */
const deepLetters =
  /[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Balinese}\p{Script=Javanese}]/u;

/** @returns the lists of families that entries use, and the place of the one for a text; the first one is that of most */
export function fontSetsFor(language: string, fonts: 'few' | 'all') {
  const usual = familiesWith(hanFamilyOf(language), 'sans');
  const sets: string[][] = [fonts === 'all' ? usual : usual.slice(0, 1)];
  const places = new Map<string, number>();
  const placeOf = (text: string, country: string | undefined): number => {
    const all = familiesWith(hanFamilyOfName(text, country) ?? hanFamilyOf(language), 'sans');
    const families = fonts === 'all' ? all : familiesFor(text, all);
    const key = families.join();
    const known = key === sets[0]?.join() ? 0 : places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    sets.push(families);
    return sets.length - 1;
  };
  return { sets, placeOf };
}

/** @returns the entry in the words of the language: its name, and lines of details */
export function entryView(
  entry: ListedEntry,
  texts: Texts,
  around: 'ltr' | 'rtl',
  withCountry: boolean,
  fontsFor: (text: string, country: string | undefined) => number,
) {
  const shown = (text: string) => isolated(breakable(oneLine(text)), around);
  const { kind, name, country } = entry;
  const role = kind === 'organisation' ? entry.signatory?.role : entry.role;
  const affiliation = kind === 'individual' ? entry.affiliation : undefined;
  const details = [
    [kind === 'organisation' ? entry.signatory?.name : undefined, role],
    [affiliation === undefined ? undefined : texts.text('letter.affiliated', { organisation: affiliation })],
    [withCountry && country !== undefined ? countryName(country, texts.language) : undefined],
  ].map((parts) => parts.flatMap((part) => (part === undefined ? [] : shown(part))));
  const all = [name, ...details.map((parts) => parts.join(texts.text('document.comma')))].join(' ');
  return {
    name: shown(name),
    details: details.filter((parts) => parts.length > 0),
    fonts: fontsFor(all, country),
    stacked: stackedMarks.test(all),
    deep: deepLetters.test(all),
    long: name.length + details.flat().join('').length > longEntry,
  };
}
