/** Random lists as people keep them, with the people that an import must find, for three different writers. */
import fc from 'fast-check';
import { nameOrderOf, personName } from '../../shared/jobs/import/person-name.ts';
import type { Encoding, ReadingChoice } from '../../shared/jobs/import/reading-choice.ts';
import { linesIn, peopleIn, sheetOf } from './lists.ts';

export interface WrittenSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Every line from the first; cells that are merged downwards are empty below. */
  readonly lines: readonly (readonly string[])[];
  /** Line (from 1) and column (from 0) of merged cells, and how many lines and columns they cover. */
  readonly merged: readonly (readonly [line: number, column: number, lines: number, columns: number])[];
  readonly hiddenLines: readonly number[];
}

interface Expected {
  readonly line: number;
  readonly name: string;
  readonly organisation: string | undefined;
  readonly email: string;
  readonly country: string | undefined;
}

export interface WrittenList {
  readonly language: string;
  readonly sheets: readonly WrittenSheet[];
  readonly expected: readonly Expected[];
  readonly csv: {
    readonly encoding: Encoding;
    readonly mark: boolean;
    readonly separator: string;
    readonly quoteAll: boolean;
    readonly lineEnd: string;
    readonly declared: boolean;
  };
}

/** Words for each kind of encoding; a family name consists of one and a running word. */
const alphabets = {
  western: {
    language: 'de',
    encodings: ['windows-1252', 'utf-8', 'utf-16le', 'utf-16be'],
    headings: ['Vorname', 'Nachname', 'Name', 'E-Mail', 'Land', 'Organisation'],
    given: ['Jürgen', 'Anne-Marie', 'Zoë', "D'Arcy", 'Ágnes'],
    family: ['Kielbrücke', 'Großhafen', 'Ankerwürfel', 'O’Quay', 'Lotsenhäuser'],
    organisations: ['Hafenbrücke e. V.', 'Köhler, Söhne & Töchter', 'Verein "Süd-Kai"', 'Mole; West'],
  },
  central: {
    language: 'pl',
    encodings: ['windows-1250', 'utf-8'],
    headings: ['Imię', 'Nazwisko', 'Imię i nazwisko', 'Adres e-mail', 'Kraj', 'Organizacja'],
    given: ['Łucja', 'Paweł', 'Święcisława', 'Żaneta'],
    family: ['Przystańska', 'Żeglarczyk', 'Kotwicówna', 'Łódkowski'],
    organisations: ['Stowarzyszenie Łódź', 'Fundacja „Żagiel”', 'Wspólnota, Gdańsk', 'Port; Świnoujście'],
  },
  cyrillic: {
    language: 'ru',
    encodings: ['windows-1251', 'koi8-u', 'utf-8', 'utf-16le'],
    headings: ['Имя', 'Фамилия', 'ФИО', 'Электронная почта', 'Страна', 'Организация'],
    given: ['Иван', 'Анна-Мария', 'Ольга', 'Юрий'],
    family: ['Причалов', 'Якорева', 'Маяковенко', 'Шлюзов'],
    organisations: ['Общество, Север', 'Союз моряков', 'Объединение; Юг', 'Фонд "Маяк"'],
  },
  hungarian: {
    language: 'hu',
    encodings: ['windows-1250', 'utf-8', 'utf-16be'],
    headings: ['Keresztnév', 'Vezetéknév', 'Teljes név', 'E-mailcím', 'Ország', 'Szervezet'],
    given: ['Győző', 'Ágnes', 'Jenő', 'Zsófia'],
    family: ['Hajósfi', 'Kikötőházi', 'Révészné', 'Vitorlásy'],
    organisations: ['Tengerészek Egyesülete', 'Győri Kör, Győr', 'Világítótorony "Fény"'],
  },
  japanese: {
    language: 'ja',
    encodings: ['shift_jis', 'utf-8', 'utf-16le'],
    headings: ['名', '姓', '氏名', 'メールアドレス', '国', '団体名'],
    given: ['太郎', '花子', '一男', '美雪'],
    family: ['港田', '波野', '灯台', '船橋'],
    organisations: ['環境協会', '海の会', '港、神戸', '市民の会'],
  },
} as const;

/** Letters that distinguish the people of one list, and that no heading or word consists of. */
const running = (index: number, isHan: boolean) =>
  isHan
    ? [...String(index)].map((digit) => '零一二三四五六七八九'[Number(digit)] ?? '').join('')
    : [...String(index)].map((digit) => 'abcdefghij'[Number(digit)] ?? '').join('');

interface Layout {
  readonly alphabet: keyof typeof alphabets;
  readonly people: number;
  readonly parts: boolean;
  readonly order: readonly number[];
  readonly titles: number;
  readonly seed: number;
  readonly gaps: number;
  readonly otherSheets: readonly ('hidden' | 'empty' | 'notes')[];
  readonly canMerge: boolean;
}

const csv = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  quoteAll: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  mark: fc.boolean(),
  declared: fc.boolean(),
  which: fc.nat(100),
});

/** @param most maximum number of people in one list */
export const writtenList = (most: number): fc.Arbitrary<WrittenList> =>
  fc
    .record({
      alphabet: fc.constantFrom(...(['western', 'central', 'cyrillic', 'hungarian', 'japanese'] as const)),
      people: fc.integer({ min: 1, max: most }),
      parts: fc.boolean(),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      titles: fc.nat(3),
      seed: fc.nat(1000),
      gaps: fc.nat(4),
      otherSheets: fc.array(fc.constantFrom('hidden', 'empty', 'notes'), { maxLength: 3 }),
      canMerge: fc.boolean(),
      csv,
    })
    .map(({ csv: { which, ...options }, ...layout }) => {
      const { encodings, language } = alphabets[layout.alphabet];
      const encoding = encodings[which % encodings.length] ?? 'utf-8';
      const mark = encoding.startsWith('utf-16') || (encoding === 'utf-8' && options.mark);
      // Only UTF-8 and UTF-16 have all characters of the lines.
      return { ...listOf(layout), language, csv: { ...options, encoding, mark } };
    });

function listOf(layout: Layout): Pick<WrittenList, 'sheets' | 'expected'> {
  const { alphabet, people, parts, order, titles, seed, gaps, otherSheets } = layout;
  const { headings, given, family, organisations, language } = alphabets[alphabet];
  const pick = (from: readonly string[], index: number) => from[(seed + index * 7) % from.length] ?? '';
  const lines: string[][] = [];
  const hiddenLines: number[] = [];
  const merged: (readonly [number, number, number, number])[] = [];
  const expected: Expected[] = [];
  const arranged = (cells: readonly string[]) => order.map((column) => cells[column] ?? '');
  for (let title = 0; title < titles; title += 1)
    lines.push(title % 2 === 0 ? [`Liste ${title + 1}`, '', '', '', ''] : []);
  if (titles > 0) merged.push([1, 0, 1, 3]);
  const header = arranged([...(parts ? headings.slice(0, 2) : [headings[2], 'Nr']), ...headings.slice(3)]);
  lines.push(header);
  let organisation = '';
  let stays = 0;
  for (let index = 0; index < people; index += 1) {
    if (gaps > 0 && index % (gaps * 3) === gaps) lines.push([]);
    if (gaps > 1 && index === gaps * 2) lines.push(['# checked', '', '', '', '']);
    if (gaps > 2 && index === gaps * 4) lines.push(header);
    const [first, last] = [pick(given, index), `${pick(family, index * 3)}${running(index, alphabet === 'japanese')}`];
    const name = personName({ given: first, family: last }, nameOrderOf(language), language);
    const email = `signer${index}@port${seed}.example`;
    const country = ['KZ', 'Germany', 'France', ''][index % 4] ?? '';
    const isBelow = stays > 0;
    if (!isBelow) organisation = index % 5 === 4 ? '' : pick(organisations, index);
    const cells = arranged([
      ...(parts ? [first, last] : [name, String(index + 1)]),
      email,
      country,
      isBelow ? '' : organisation,
    ]);
    lines.push(cells);
    const isHidden = gaps === 4 && index % 6 === 5 && !isBelow && !layout.canMerge;
    if (isHidden) hiddenLines.push(lines.length);
    else {
      expected.push({
        line: lines.length,
        name,
        email,
        country: { KZ: 'KZ', Germany: 'DE', France: 'FR' }[country],
        organisation: organisation === '' ? undefined : organisation,
      });
    }
    if (isBelow) stays -= 1;
    else if (layout.canMerge && organisation !== '' && index + 3 < people && index % 11 === 1 && gaps === 0) {
      stays = 2;
      merged.push([lines.length, order.indexOf(4), 3, 1]);
    }
  }
  const list: WrittenSheet = { name: 'Signatures', hidden: false, lines, merged, hiddenLines };
  const others = otherSheets.map((kind, index): WrittenSheet => {
    const name = `${kind} ${index}`;
    const nobody = [header, arranged(['Not', 'Tobefound', 'not@tobefound.example', 'KZ', ''])];
    const text = { hidden: nobody, empty: [], notes: [['These are our notes'], ['and nothing else']] }[kind];
    return { name, hidden: kind === 'hidden', lines: text, merged: [], hiddenLines: [] };
  });
  return { sheets: [...others, list], expected };
}

/** The list as a text file contains it, without merged or hidden cells. */
export function asTable({ sheets }: WrittenList): readonly (readonly string[])[] {
  return sheets.at(-1)?.lines ?? [];
}

/** Whether a text file can say as much as the workbook. */
export const isPlain = ({ sheets }: WrittenList) =>
  sheets.every(({ merged, hiddenLines }) => hiddenLines.length === 0 && merged.every(([, , lines]) => lines === 1));

/** @returns the people that an import finds by guessing alone, and those that were written */
export async function found(list: WrittenList, bytes: Uint8Array, isText: boolean, choice: ReadingChoice = {}) {
  const sheet = await sheetOf(bytes, choice, list.language);
  const shift = isText && list.csv.declared ? 1 : 0;
  const hidden = isText ? 0 : (list.sheets.at(-1)?.hiddenLines.length ?? 0);
  return {
    read: { people: peopleIn(sheet, { language: list.language }), lines: linesIn(sheet), hidden },
    written: {
      people: list.expected.map((one) => ({ ...one, line: one.line + shift })),
      lines: asTable(list).length + shift,
      hidden: sheet.lines.filter(({ kind }) => kind === 'hidden').length,
    },
  };
}
