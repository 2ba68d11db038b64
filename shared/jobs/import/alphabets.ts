/** Letters beyond ASCII by language, for the encodings made for those languages. */

interface Alphabet {
  readonly language: string;
  /** Whether the language writes every letter of the word. */
  readonly covers: (word: string) => boolean;
}

const western = {
  de: 'äöüß',
  fr: 'àâæçéèêëîïôœùûü',
  es: 'áéíñóúü',
  pt: 'àáâãçéêíóôõúü',
  it: 'àèéìíòóùú',
  nl: 'éëïóöüáè',
  ca: 'àçèéíïòóúü',
  sv: 'åäöé',
  da: 'æøåéö',
  is: 'áæðéíóöúýþ',
};
const central = {
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîşţ',
  hr: 'čćđšž',
  de: 'äöüß',
};
const cyrillic = {
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
};
const arabic = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ';

const byEncoding: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'windows-1252': western,
  macintosh: western,
  'windows-1250': central,
  'iso-8859-2': central,
  'windows-1251': cyrillic,
  'koi8-u': { ru: cyrillic.ru, uk: cyrillic.uk },
  ibm866: { ru: cyrillic.ru },
  'windows-1253': { el: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ' },
  'windows-1254': { tr: 'çğıöşüâîûi̇', de: 'äöüß' },
  'windows-1255': { he: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת' },
  'windows-1256': { ar: arabic, fa: `${arabic}پچژگکی`, ur: `${arabic}پچژگٹڈڑںھہے` },
  'windows-1257': { lt: 'ąčęėįšųūž', lv: 'āčēģīķļņšūž', et: 'äöõüšž' },
  'windows-1258': { vi: 'ăâđêôơưáàéèíóòúùýãñõ\u0300\u0301\u0303\u0309\u0323' },
  'windows-874': { th: '' },
  shift_jis: { ja: '' },
  'euc-jp': { ja: '' },
  gb18030: { zh: '' },
  big5: { zh: '' },
  'euc-kr': { ko: '' },
};

/**
 * Letters that occur only in some positions, but are frequent elsewhere when a text is read in the wrong encoding. `ã`
 * is Portuguese before a vowel or at the end, `õ` before `e`; `ì` and `ù` end Italian words; `ń` is Polish before a
 * consonant.
 */
const misplaced: Readonly<Record<string, RegExp>> = {
  pt: /ã(?![oeos]|$)|õ(?!e)/iu,
  it: /[ìò](?=\p{L})|ù(?=\p{L})/iu,
  fr: /ù(?=\p{L})|à(?=\p{L}{2})/iu,
  pl: /ń(?=[aeiouy])/iu,
  ro: /ă(?=[oe])/iu,
};

const known = new Map<string, readonly Alphabet[]>();

/** @returns the languages that are written in that encoding */
export function languagesOf(encoding: string): readonly Alphabet[] {
  const kept = known.get(encoding);
  if (kept) return kept;
  const alphabets = Object.entries(byEncoding[encoding] ?? {}).map(([language, letters]): Alphabet => {
    const signs = new Set(letters);
    const covers = (word: string) =>
      !misplaced[language]?.test(word) &&
      [...word.toLowerCase()].every((sign) => sign < '\u0080' || !/[\p{L}\p{M}]/u.test(sign) || signs.has(sign));
    return { language, covers: language === 'th' ? (word) => /\p{Script=Thai}/u.test(word) : covers };
  });
  known.set(encoding, alphabets);
  return alphabets;
}

/**
 * Characters frequent in names of people, places and organisations, in simplified and traditional Chinese and in
 * Japanese.
 */
export const commonHan: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严' +
    '张劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴張' +
    '中国國人民大学學会會社团團组組织織机機构構协協公司北京上海东東京南西天津重庆慶香港台湾灣省市区區县縣年月日名字姓邮郵箱电電子件地址家备備注註职職位务務语語言网網站联聯合环環保护護自由权權利法律平和山川水海江河湖明文华華志建小红紅玉兰蘭芳英伟偉强強军軍平杰' +
    '田中村本山川木口井野藤原崎松竹佐伊渡辺邊加吉橋清石森池阿部福太郎一二三美子和美恵幸男女雄正義博所属団体役職備考国名前氏会長代表理事委員東京都府県市区町村株式法人協会センター日本',
);
