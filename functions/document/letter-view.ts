/** The data of a letter's template: all words are chosen, sorted and formatted here. */
import type { DocumentData } from '../../shared/document/document-data.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { direction } from '../../shared/text/language.ts';
import { writeDate } from '../../shared/text/texts.ts';
import { arrangeList, type ListedEntry } from './arrange-list.ts';
import { blockView } from './block-view.ts';
import { entryLogos } from './entry-logos.ts';
import { entryView, fontSetsFor } from './entry-view.ts';
import { logoFile, pageView } from './page-view.ts';
import { isolated, oneLine } from './text.ts';

/** From here on, the list begins on a page of its own. */
const manyNames = 12;
/**
 * @param fonts `few`: an entry is set in the families of its scripts; `all`: in all of them, for documents with
 *   characters that the few do not have
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

const optional = (text: string | undefined) => (text === undefined ? null : oneLine(text));

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
  const time = texts.time(frozen.at, letter.timeZone ?? 'UTC');
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
