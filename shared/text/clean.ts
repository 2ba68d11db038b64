/**
 * Text as people type and paste it, made clean before it is judged: by the form, the element on partner sites, the API,
 * corrections, imports and front matter. Browsers load it, too: it imports nothing.
 */

/** Line ends of every kind, and tabs. */
const lineEnds = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Signs that no text needs, left behind by copying: controls, overrides and isolates of the writing direction,
 * byte-order marks, private use (the bullets of word processors), anchors of annotations and pictures.
 * https://www.unicode.org/reports/tr36/ (Unicode security considerations)
 */
const dirt = /[\p{Co}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc]|(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

/**
 * Signs that show nothing and that no name needs: soft hyphens, spaces without width, invisible operators, fillers, tags.
 * Joiners, marks of direction and selectors of variants are looked at one by one (UAX 44, Default_Ignorable_Code_Point).
 */
const invisible = /(?![\u061c\u200c-\u200f]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/** Selectors of variants change what stands before them: an emoji, an ideograph, a Mongolian letter. Elsewhere they show nothing. */
const variants: readonly (readonly [selector: RegExp, after: RegExp])[] = [
  [/\ufe0e|\ufe0f/, /\p{Extended_Pictographic}|\p{Emoji}/u],
  [/\u180b|\u180c|\u180d|\u180f/, /\p{Script=Mongolian}/u],
  [/\p{Variation_Selector}/u, /\p{Script=Han}/u],
];
const selectors = /((?!\p{Variation_Selector}).)?(\p{Variation_Selector}+)/gsu;

/** More marks on one letter than any language writes, where letters do not stack as in Myanmar and Tibetan. */
const manyMarks = /(\P{M}?)(\p{M}{5,})/gu;
const stacks = /[\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const [maxMarks, maxStacked] = [4, 8];

/** Marks of direction: Arabic and Hebrew need them within a line, nobody at its ends. */
const marksAtEnds = /^[\s\u061c\u200e\u200f]+|[\s\u061c\u200e\u200f]+$/gu;

/** After letters of these scripts a joiner changes how the word looks (https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters). */
const joins =
  /[\p{scx=Arabic}\p{scx=Bengali}\p{scx=Devanagari}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Kannada}\p{scx=Khmer}\p{scx=Malayalam}\p{scx=Mongolian}\p{scx=Nko}\p{scx=Oriya}\p{scx=Sinhala}\p{scx=Syriac}\p{scx=Tamil}\p{scx=Telugu}]/u;

/** What is left of a character that was lost on its way: half of a pair, or the sign that stands for one. */
const damaged = /[\p{Cs}\ufffd]/u;

/** @returns whether characters were lost before the text came here, so that only its author knows what it said */
export function isDamaged(text: string): boolean {
  return damaged.test(text);
}

/** @returns one line: without what copying leaves behind, with single spaces, in NFC */
export function cleanLine(text: string): string {
  return text.replace(lineEnds, ' ').replace(dirt, '').normalize('NFC').replace(/\s+/gu, ' ').replace(marksAtEnds, '');
}

/** @returns the same for text of several lines; lines end in LF, and white space within them stays */
export function cleanParagraphs(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(dirt, '')
    .normalize('NFC')
    .trim();
}

/**
 * @returns a name on one line: also without signs that show nothing, without the apostrophe by which spreadsheets keep
 *   `+` from being a formula, and without quotation marks around the whole of it
 */
export function cleanName(text: string): string {
  const seen = cleanLine(text)
    .replace(invisible, '')
    .replace(selectors, (_, before = '', [selector = '']: string) =>
      variants.some(([one, after]) => one.test(selector) && after.test(before)) ? before + selector : before,
    )
    .normalize('NFD')
    .replace(
      manyMarks,
      (_, base: string, marks: string) =>
        base + [...marks].slice(0, stacks.test(base) ? maxStacked : maxMarks).join(''),
    )
    .normalize('NFC')
    .replace(
      /([^\u200c\u200d]?)([\u200c\u200d]+)(?=(.?))/gsu,
      (_, before: string, [joiner = '']: string, after: string) =>
        isJoined(before, joiner, after) ? before + joiner : before,
    );
  return withoutQuotes(cleanLine(seen).replace(/^'(?=[=+@-])/, ''));
}

/** Emoji of several signs are joined, too. */
function isJoined(before: string, joiner: string, after: string): boolean {
  // Between two letters, or behind a sign that takes away a vowel; a joiner also shows the form that a letter has in a word.
  if (joins.test(before)) return joiner === '\u200d' || joins.test(after) || /\p{M}/u.test(before);
  const isEmoji = /\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before);
  return isEmoji && joiner === '\u200d' && /\p{Extended_Pictographic}/u.test(after);
}

/** Guillemets and low quotation marks stay: there they are part of how names are written. */
function withoutQuotes(name: string): string {
  const quoted = /^(?:"([^"]+)"|“([^“”]+)”|”([^”]+)”|‘([^‘’]+)’|'([^']+)')$/u.exec(name);
  return (
    quoted
      ?.slice(1)
      .find((inside) => inside !== undefined)
      ?.trim() || name
  );
}

/** What people write where they have nothing to say, in the languages of our pages. Folded to lower case. */
const nothing = new Set(
  (
    'n/a|n.a.|n.a|na|none|no|nil|null|not applicable|no website|without|keine|keiner|kein|nein|entfällt|ohne|aucun|aucune|' +
    'néant|sans|non|sans objet|ninguno|ninguna|no tiene|no tengo|no aplica|nessuno|nessuna|nessun|geen|nvt|n.v.t.|brak|' +
    'nie ma|nie dotyczy|nie|nenhum|nenhuma|não tem|não|não se aplica|нет|не имеется|отсутствует|немає|нема|відсутній|' +
    'yok|tidak ada|tidak|không|không có|hakuna|なし|無し|ない|없음|无|無|没有|沒有|नहीं|कोई नहीं|لا يوجد|لا شيء|لا|ندارد|هیچ'
  ).split('|'),
);

/** @returns whether that is a way to write "nothing" into a field that may be left empty: `-`, `n/a`, `none`, `нет` */
export function isNothing(text: string): boolean {
  const said = cleanName(text).toLowerCase();
  return /^[\p{P}\p{Sm}\p{Sk}\s]*$/u.test(said) || nothing.has(said);
}

const openings = /^[\s"'“”‘’„‚«»‹›`´<([•·,;:]+/u;
const closings = /[\s"'“”‘’‚«»‹›`´>)\].,;:!?…،؛、。]+$/u;

/** Full-width signs become plain ones, and nothing stands in it that shows nothing. */
const plainSigns = (text: string) =>
  text
    .normalize('NFKC')
    .replace(lineEnds, ' ')
    .replace(/\u034f|[\p{Cc}\p{Cf}\p{Co}]/gu, '');

/**
 * @returns the address alone, of what people paste: `Sam <sam@example.org>`, `mailto:sam@example.org?subject=x`,
 *   `“sam@example.org”,`, `ｓａｍ＠example．org`, `sam(at)example.org`, `sam.o’neil@example.org`. Anything else comes back
 *   nearly as it was
 */
export function cleanAddress(text: string): string {
  const plain = plainSigns(text).replaceAll('。', '.').trim();
  const [, said = '', within, after] = /^([^<>]*)<([^<>]*@[^<>]*)>([^<>@]*)$/u.exec(plain) ?? [];
  // `ann@example.org <sam@example.org>` may be either of them.
  const isClear =
    within !== undefined && after !== undefined && (!said.includes('@') || said.includes(withoutMailto(within).trim()));
  return withoutMailto(isClear ? within : plain)
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*/i, '@')
    .replace(/\s*[([{]\s*dot\s*[)\]}]\s*/gi, '.')
    .replace(/^(\S+@\S+)\s+\([^@]*\)\s*$/u, '$1')
    .replace(openings, '')
    .replace(closings, '')
    .replace(/\s*@\s*/, '@')
    .replaceAll('’', "'");
}

function withoutMailto(text: string): string {
  const [, address] = /^[\s"'“‘<([]*mailto:\s*([^?]*)/i.exec(text) ?? [];
  return address?.replace(/%40/i, '@') ?? text;
}

/** @returns a web address without what stands around it: quotation marks, brackets, the full stop of a sentence */
export function cleanWebAddress(text: string): string {
  const plain = plainSigns(text).replace(openings, '');
  return plain
    .replace(plain.includes('(') ? /[\s.,;:]+$/u : closings, '')
    .replace(/^(https?)(?::?[/\\]{1,3}|;\/\/|:(?=[a-z]))/i, '$1://');
}
