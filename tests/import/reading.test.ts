/** Reading a file: separators, encodings, the line with the column names, and line numbers. */
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { tallyLines } from '../../shared/jobs/import/lines.ts';
import type { Encoding } from '../../shared/jobs/import/reading-choice.ts';
import { encode } from './encode.ts';
import { linesIn, peopleIn, sheetOf } from './lists.ts';

describe('separators', () => {
  const people = [
    { name: 'Philippa Mooring', country: 'KZ' },
    { name: 'Ottilie Bowsprit', country: 'FR' },
  ];

  it.each([
    ['comma', 'Name,Country\nPhilippa Mooring,KZ\nOttilie Bowsprit,FR\n'],
    ['semicolon', 'Name;Country\nPhilippa Mooring;KZ\nOttilie Bowsprit;FR\n'],
    ['tab', 'Name\tCountry\nPhilippa Mooring\tKZ\nOttilie Bowsprit\tFR\n'],
    ['pipe', 'Name|Country\nPhilippa Mooring|KZ\nOttilie Bowsprit|FR\n'],
    // Column names full of commas.
    ['semicolon', 'Name;Country, where you live, if any, please;x\nPhilippa Mooring;KZ;\nOttilie Bowsprit;FR;\n'],
    ['semicolon', 'Name;Land;Note\nPhilippa Mooring;KZ;a, b, c\nOttilie Bowsprit;FR;d, e\n'],
    ['comma', 'Name,Country,Note\n"Philippa Mooring",KZ,"a; b"\n"Ottilie Bowsprit",FR,"c; d"\n'],
    ['tab', 'sep=\t\r\nName\tCountry\r\nPhilippa Mooring\tKZ\r\nOttilie Bowsprit\tFR\r\n'],
    ['semicolon', 'SEP=;\nName;Country\nPhilippa Mooring;KZ\nOttilie Bowsprit;FR\n'],
    ['semicolon', 'sep=;\r\nName;Country\r\nPhilippa Mooring;KZ\r\nOttilie Bowsprit;FR\r\n'],
    // Lines end as on old Macintoshes, or in several ways.
    ['semicolon', 'Name;Country\rPhilippa Mooring;KZ\rOttilie Bowsprit;FR\r'],
    ['semicolon', 'Name;Country\r\nPhilippa Mooring;KZ\nOttilie Bowsprit;FR'],
  ])('finds %s in %j', async (separator, text) => {
    const sheet = await sheetOf(text);
    expect(sheet.reading).toMatchObject({ separator });
    expect(peopleIn(sheet)).toMatchObject(people);
  });

  it('prefers the one that fits all lines when family names come with a comma', async () => {
    const sheet = await sheetOf('Name, Vorname;Land\nMooring, Philippa;KZ\nBowsprit, Ottilie;FR\n');
    expect(sheet).toMatchObject({ reading: { separator: 'semicolon' }, columns: ['Name, Vorname', 'Land'] });
  });

  it('finds none when one column holds names with commas, and blanks before quotation marks', async () => {
    const one = await sheetOf('Organisation\n#MeToo Osh\nPier, Quay and Mole\n# a remark\n');
    expect(one).toMatchObject({ reading: { separator: 'none' }, rows: [['#MeToo Osh'], ['Pier, Quay and Mole']] });
    const spaced = await sheetOf('Name, Country\n"Mooring, Philippa", "Korea, Republic of"\nOttilie, FR\n');
    expect(spaced.rows).toEqual([
      ['Mooring, Philippa', 'Korea, Republic of'],
      ['Ottilie', 'FR'],
    ]);
  });

  it('uses the chosen one, or none', async () => {
    const text = 'Name\nMooring, Philippa\nBowsprit, Ottilie\n';
    expect((await sheetOf(text, { separator: 'none' })).rows).toEqual([['Mooring, Philippa'], ['Bowsprit, Ottilie']]);
    expect((await sheetOf('a;b,c\n1;2,3\n', { separator: 'comma' })).columns).toEqual(['a;b', 'c']);
  });
});

describe('encodings', () => {
  it.each<[Encoding, string, string]>([
    ['windows-1252', 'de', 'Jürgen Kielholz;Köln;Straße\nAndré Gréement;Genève;Façade'],
    ['windows-1252', 'en', 'Nuño Peñíscola;España;Acción\nJosé Núñez;Perú;Niños'],
    ['windows-1252', 'en', 'João Leão;São Tomé;Associação\nInês Simões;Açores;Ações'],
    ['windows-1252', 'en', 'Søren Bådsmand;Ærø;Fællesskab\nÅse Skærgård;Tromsø;Håp'],
    ['windows-1250', 'pl', 'Łucja Żaglowska;Łódź;Gdańsk\nPaweł Ćwikła;Kraków;Święto'],
    ['windows-1250', 'en', 'Jiří Plavčík;Třebíč;Růže\nŠtěpán Loďař;Český Krumlov;Nádeje'],
    ['windows-1250', 'en', 'Győző Hajós;Szűcsfalva;Erdőkertes\nJenő Csónakos;Győr;Tengerész'],
    ['windows-1251', 'ru', 'Иван Причалов;Алматы;Общество\nОльга Якорева;Бишкек;Объединение'],
    ['windows-1251', 'en', 'Ігор Пристанний;Київ;Єдність\nЇжакевич Олена;Львів;Об’єднання'],
    ['windows-1253', 'en', 'Γιώργος Λιμένας;Αθήνα;Σύλλογος\nΕλένη Άγκυρα;Χίος;Ένωση'],
    ['windows-1254', 'tr', 'Işık Denizoğlu;İzmir;Derneği\nGülşen Yağmur;Muğla;Dayanışma'],
    ['windows-1255', 'he', 'דוד נמל;חיפה;עמותה\nרות עוגן;עכו;ארגון'],
    ['windows-1256', 'ar', 'سمير المرفأ;بيروت;جمعية\nليلى الميناء;صور;اتحاد'],
    ['windows-1257', 'en', 'Žygimantas Burė;Klaipėda;Sąjunga\nRūta Uostaitė;Šiauliai;Bendruomenė'],
    ['koi8-u', 'en', 'Иван Причалов;Алматы;Общество\nОльга Якорева;Бишкек;Объединение'],
    ['shift_jis', 'ja', '港太郎;神戸市;環境協会\n波花子;横浜市;こども会'],
    ['gb18030', 'zh', '王海港;上海市;环境保护协会\n李明珠;广州市;法律中心'],
    ['big5', 'zh-Hant', '陳海港;臺北市;環境保護協會\n林明珠;高雄市;法律中心'],
    ['euc-kr', 'ko', '김항구;부산시;환경협회\n박나루;인천시;시민모임'],
  ])('finds %s in a letter in %s', async (encoding, language, lines) => {
    const bytes = encode(`Name;City;Group\n${lines}\n`, encoding);
    const sheet = await sheetOf(bytes, {}, language);
    expect(sheet.reading.encoding).toBe(encoding);
    expect(sheet.rows).toEqual(lines.split('\n').map((line) => line.split(';')));
  });

  const text = 'Name;Country\nWaldemar Žagar;KZ\n';
  const utf16 = (isBig: boolean, hasMark: boolean) => {
    const buffer = Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`, 'utf16le');
    return Uint8Array.from(isBig ? buffer.swap16() : buffer);
  };
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['utf-16le', utf16(false, true)],
    ['utf-16be', utf16(true, true)],
    ['utf-16le', utf16(false, false)],
    ['utf-16be', utf16(true, false)],
  ])('finds %s', async (encoding, bytes) => {
    const sheet = await sheetOf(bytes);
    expect(sheet.reading.encoding).toBe(encoding);
    expect(sheet).toMatchObject({ columns: ['Name', 'Country'], rows: [['Waldemar Žagar', 'KZ']] });
  });

  it('uses the chosen one, and reports a file that is not in it', async () => {
    const bytes = encode('Name\nEspaña\n', 'windows-1252');
    expect((await sheetOf(bytes, { encoding: 'windows-1250' })).rows).toEqual([['Espańa']]);
    expect(await readSheet(bytes, { encoding: 'euc-jp' })).toMatchObject({ ok: false });
  });

  it('reads UTF-8 that is damaged in one place, and refuses that line alone', async () => {
    const good = Array.from({ length: 30 }, (_, index) => `Žofie Přístavní ${index};CZ`).join('\n');
    const bytes = Buffer.concat([Buffer.from(`Name;Country\n${good}\nJ`), Buffer.from([0xfc]), Buffer.from('rg;DE\n')]);
    const people = peopleIn(await sheetOf(bytes));
    expect(people.filter((one) => 'why' in one)).toEqual([{ line: 32, why: expect.stringContaining('damaged') }]);
  });
});

describe('lines', () => {
  it("are each in exactly one total, with the spreadsheet's line numbers", async () => {
    const text = [
      'sep=;',
      'Signatures of the quay',
      '',
      '# from the fair, 3 May; sheet 1',
      'Name;Country;Note',
      'Philippa Mooring;KZ;"first line',
      'second line"',
      ';;',
      'Ottilie Bowsprit;Atlantis;',
      '#MeToo Osh;KG;',
      '# a remark',
      'Name;Country;Note',
      ';;only a note',
      '',
    ].join('\r\n');
    const sheet = await sheetOf(text);
    expect(tallyLines(sheet.lines)).toEqual({ separator: 1, title: 1, blank: 2, comment: 2, header: 2, row: 4 });
    // A quoted line end does not start a line, and neither does the last line end.
    expect(linesIn(sheet)).toBe(12);
    expect(sheet).toMatchObject({ reading: { headerLine: 5, separator: 'semicolon' } });
    expect(peopleIn(sheet)).toMatchObject([
      { line: 6, name: 'Philippa Mooring' },
      { line: 8, name: 'Ottilie Bowsprit' },
      { line: 9, name: '#MeToo Osh' },
      { line: 12, why: 'name: is missing' },
    ]);
  });

  it.each([
    ['of our own export', 'Name,Country\nPhilippa Mooring,KZ\n# 1 signature of 2 November, 14:00\n', 1],
    ['with numbers', '#;Name;Land\n1;Philippa Mooring;KZ\n2;Ottilie Bowsprit;FR\n', 2],
    ['with numbers after the sign', 'No;Name;Land\n# 1;Philippa Mooring;KZ\n', 1],
  ])('that begin with # %s are remarks or people', async (_, text, count) => {
    const people = peopleIn(await sheetOf(text));
    expect(people).toHaveLength(count);
    expect(people[0]).toMatchObject({ name: 'Philippa Mooring', country: 'KZ' });
  });

  it('may have no column names, or only unknown ones', async () => {
    const none = await sheetOf('Philippa Mooring,philippa@mooring.example\nOttilie Bowsprit,ottilie@mooring.example\n');
    expect(none).toMatchObject({ reading: { headerLine: 0 }, columns: ['Column A', 'Column B'], numbers: [1, 2] });
    expect(await sheetOf('Philippa Mooring;KZ\nOttilie Bowsprit;France\n')).toMatchObject({
      reading: { headerLine: 0 },
    });
    const unknown = await sheetOf('Titel der Liste\n\nAaa;Bbb\nPhilippa Mooring;KZ\n');
    expect(unknown).toMatchObject({ reading: { headerLine: 3 }, columns: ['Aaa', 'Bbb'], numbers: [4] });
    const chosen = await sheetOf('Name;Country\nFull name;Land\nPhilippa Mooring;KZ\n', { headerLine: 2 });
    expect(chosen).toMatchObject({ columns: ['Full name', 'Land'], numbers: [3] });
    expect(tallyLines(chosen.lines)).toEqual({ title: 1, header: 1, row: 1 });
    expect((await sheetOf('Name;Country\nPhilippa Mooring;KZ\n', { headerLine: 0 })).numbers).toEqual([1, 2]);
    expect(await readSheet(new TextEncoder().encode('Name\n\nAda\n'), { headerLine: 2 })).toMatchObject({ ok: false });
  });

  it('that cannot be read are reported by number', async () => {
    const why = async (text: string) => {
      const read = await readSheet(new TextEncoder().encode(text));
      return read.ok ? '' : read.why;
    };
    expect(await why('Name;Country\n\nPhilippa;KZ\n"Ottilie;FR\n')).toContain('line 4');
    expect(await why(`Name;Country\n\n${'x'.repeat(2001)};KZ\n`)).toContain('Line 3');
    expect(await why(`<html><table><tr><td>Name</td></tr></table></html>`)).toContain('web page');
    expect(await why('\u00d0')).toContain('no line below');
  });

  it('hold quotation marks as people write them', async () => {
    const sheet = await sheetOf('Name,Organisation\n"Philippa ""Pip"" Mooring",The "Old" Pier\n"a, b",\'c\'\n');
    expect(sheet.rows).toEqual([
      ['Philippa "Pip" Mooring', 'The "Old" Pier'],
      ['a, b', "'c'"],
    ]);
  });

  it('with a failed formula are reported', async () => {
    const sheet = await sheetOf('Name,Country\n#N/A,KZ\nPhilippa Mooring,#REF!\n');
    expect(peopleIn(sheet)).toMatchObject([
      { line: 2, why: 'name: is missing; name: shows an error of the spreadsheet' },
      { line: 3, name: 'Philippa Mooring' },
    ]);
  });
});
