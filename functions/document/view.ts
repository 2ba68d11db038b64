/** The data of a letter's template: all words are chosen, sorted and formatted here. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import type { Block, Inline } from '../../shared/letter/blocks.ts';
import { countryName } from '../../shared/organisation/country.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { direction } from '../../shared/text/language.ts';
import { writeDate } from '../../shared/text/texts.ts';
import { arrangeList, type ListedEntry } from './arrange-list.ts';
import { entryLogos } from './entry-logos.ts';
import { familiesFor, familiesWith, hanFamilyOf, hanFamilyOfName } from './fonts.ts';
import { breakable, isolated, oneLine } from './text.ts';

/** From here on, the list begins on a page of its own. */
const manyNames = 12;
/** An entry with more characters may be split between two pages. */
const longEntry = 400;

/** Marks stacked on a letter this high reach into the lines around. */
const stackedMarks = /\p{M}{4,}/u;

/** Letters of these reach so far down that the next line must make way. */
const deepLetters =
  /[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Balinese}\p{Script=Javanese}]/u;

/**
 * @param fonts `few`: an entry is set in the families of its scripts; `all`: in all of them, for documents with signs that
 *   the few do not have
 * @returns the data of `templates/letter.typ`, which uses these names
 */
export function letterView(data: DocumentData, texts: Texts, fonts: 'few' | 'all' = 'few') {
  const { letter, undersigned, logo, pageSize } = data;
  const { language, convener } = letter;
  const sections = arrangeList(data, texts);
  /** A house number stays before its street, also in an Arabic letter. */
  const own = (text: string) => isolated(oneLine(text), direction(language));
  const fontSets = fontSetsFor(language, fonts);
  const logos = entryLogos(data.logos);
  const named = undersigned.pinned.length + undersigned.organisations.length + undersigned.individuals.length;
  return {
    ...pageView(language, texts),
    paper: pageSize,
    documentTitle: oneLine(letter.title),
    author: oneLine(convener.organisation),
    description: summaryOf(data, texts),
    title: oneLine(letter.title),
    date: writeDate(letter.date, language),
    page: texts.text('document.page'),
    logo: logo ? { file: logoFile(logo.type), description: oneLine(logo.description) } : null,
    sender: {
      organisation: oneLine(convener.organisation),
      signatory: oneLine(convener.signatory),
      role: optional(convener.role),
      website: convener.website ?? null,
    },
    addressees: letter.addressees.map(({ name, lines }) => ({ name: own(name), lines: lines.map(own) })),
    translation:
      language === letter.officialLanguage
        ? null
        : [
            texts.text('document.translation', { language: languageName(letter.officialLanguage, texts.language) }),
            ...(letter.translationOf === undefined
              ? []
              : [texts.text('letter.older-translation', { date: texts.date(letter.translationOf) })]),
          ].join(' '),
    salutation: oneLine(letter.salutation),
    blocks: letter.blocks.map(blockView),
    closing: optional(letter.closing),
    list: {
      title: texts.text('letter.undersigned'),
      summary: summaryOf(data, texts),
      startsOnNewPage: named > manyNames,
      sections: sections.map(({ heading, groups }) => ({
        heading: heading ?? null,
        groups: groups.map((group) => ({
          heading: group.heading ?? null,
          entries: group.entries.map((entry) => {
            const image = entry.kind === 'organisation' && entry.logo ? logos.get(entry.logo) : undefined;
            const view = entryView(entry, texts, direction(language), group.heading === undefined, fontSets.placeOf);
            return image ? { ...view, logo: image } : view;
          }),
        })),
      })),
      notes: notesOf(data, texts),
      fontSets: fontSets.sets,
    },
    offices: { title: texts.text('document.offices'), items: officesOf(data, texts) },
    frozen: frozenView(data, texts),
    attached: texts.text('document.attached'),
  };
}

/** @returns what every page needs: language, direction, fonts and digits */
export function pageView(language: string, texts: Texts) {
  const { language: lang, region, script } = new Intl.Locale(language).maximize();
  const han = hanFamilyOf(language);
  const isRightToLeft = direction(language) === 'rtl';
  return {
    lang,
    region: region ?? null,
    rightToLeft: isRightToLeft,
    // Words of these scripts have no spaces or no hyphens to adjust a line with.
    justify: !['Arab', 'Hebr', 'Thai', 'Laoo', 'Khmr', 'Mymr'].includes(script ?? ''),
    italic: ['Latn', 'Cyrl', 'Grek'].includes(script ?? ''),
    fonts: {
      text: familiesWith(han, 'serif'),
      list: familiesWith(han, 'sans'),
    },
    digits: Array.from({ length: 10 }, (_, digit) => texts.number(digit)),
    comma: texts.text('document.comma'),
  };
}

/** @returns name of the logo among the files that the template gets */
export function logoFile(type: string): string {
  return type === 'image/png' ? 'logo.png' : 'logo.svg';
}

const optional = (text: string | undefined) => (text === undefined ? null : oneLine(text));

/** @returns the lists of families that entries use, and the place of the one for a text; the first one is that of most */
function fontSetsFor(language: string, fonts: 'few' | 'all') {
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

function entryView(
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

function summaryOf({ undersigned: { pinned, organisations, individuals } }: DocumentData, texts: Texts): string {
  const all = [...pinned, ...organisations, ...individuals];
  const count = (kind: ListedEntry['kind']) => all.filter((entry) => entry.kind === kind).length;
  const [organisationCount, individualCount] = [count('organisation'), count('individual')];
  return [
    ...(organisationCount > 0 ? [texts.plural('letter.organisations', organisationCount)] : []),
    ...(individualCount > 0 ? [texts.plural('letter.individuals', individualCount)] : []),
  ].join(' · ');
}

/** @returns who signed and is not in the list: `and 3 people who asked not to be named` */
export function notesOf({ undersigned: { unnamed, onPaper } }: DocumentData, texts: Texts): string[] {
  return [
    ...(unnamed > 0 ? [texts.plural('document.unnamed', unnamed)] : []),
    ...(onPaper > 0 ? [texts.plural('document.on-paper', onPaper)] : []),
  ];
}

/** @returns the offices as blocks of lines */
export function officesOf({ letter }: DocumentData, texts: Texts): { name: string; lines: string[] }[] {
  const own = (text: string) => isolated(oneLine(text), direction(letter.language));
  return letter.convener.offices.map(({ name, lines, telephone, fax, email }) => ({
    name: own(name),
    lines: [
      ...lines.map(own),
      ...(telephone ? [`${texts.label('letter.telephone')}${own(telephone)}`] : []),
      ...(fax ? [`${texts.label('letter.fax')}${own(fax)}`] : []),
      ...(email ? [own(email)] : []),
    ],
  }));
}

/** @returns the facts about the frozen list, in words */
export function frozenView({ letter, frozen }: DocumentData, texts: Texts) {
  const time = texts.moment(frozen.at, letter.timeZone ?? 'UTC');
  return {
    lines: [
      texts.text('document.frozen', { time, count: texts.number(frozen.number) }),
      ...(frozen.kind === 'interim' ? [texts.text('document.interim')] : []),
    ],
    hashLabel: texts.text('document.hash'),
    hash: frozen.hash,
    checkLabel: texts.text('document.check'),
    url: frozen.url,
    qr: texts.text('document.qr', { address: frozen.url }),
  };
}

function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}

function blockView(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { type: block.type, children: block.children.flatMap(inlineViews) };
    case 'quote':
      return { type: 'quote', children: block.children.map(blockView) };
    case 'list':
      return {
        ...{ type: 'list', ordered: block.ordered, start: block.start ?? 1 },
        items: block.items.map((item) => item.map(blockView)),
      };
    case 'rule':
      return { type: 'rule' };
  }
}

/** Line ends within a paragraph are spaces, as on pages; between characters of Chinese and Japanese they are nothing. */
const betweenHan = /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])\n(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])/gu;

function inlineViews(inline: Inline): Inline[] {
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', text: spaced(inline.text) }];
    case 'break':
      return [inline];
    case 'strong':
    case 'emphasis':
      return [{ type: inline.type, children: inline.children.flatMap(inlineViews) }];
    case 'link':
      return [{ type: 'link', href: inline.href, children: inline.children.flatMap(inlineViews) }];
  }
}

/** Cleans a piece of a line, whose spaces at its ends separate it from the next one. */
function spaced(text: string): string {
  const joined = text.replace(betweenHan, '');
  const inside = oneLine(joined);
  if (inside === '') return joined === '' ? '' : ' ';
  return `${/^\s/u.test(joined) ? ' ' : ''}${breakable(inside)}${/\s$/u.test(joined) ? ' ' : ''}`;
}
