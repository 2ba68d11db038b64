/**
 * Cleans text as people type and paste it, before it is validated: by the form, the element on partner sites, the API,
 * corrections, imports and front matter. Browsers load it, too: it imports nothing.
 */

/** Line ends of every kind, and tabs. */
const lineEnds = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Characters that copying leaves behind and no text needs: controls, overrides and isolates of the writing direction,
 * byte-order marks, private use (the bullets of word processors), anchors of annotations and pictures.
 * https://www.unicode.org/reports/tr36/ (Unicode security considerations)
 */
const dirt = /[\p{Co}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc]|(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

/**
 * Invisible characters that no name needs: soft hyphens, spaces without width, invisible operators, fillers, tags.
 * Joiners, direction marks and variation selectors are checked one by one (UAX 44, Default_Ignorable_Code_Point).
 */
const invisible = /(?![\u061c\u200c-\u200f]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/**
 * Variation selectors with the characters that they modify: an emoji, an ideograph, a Mongolian letter. Elsewhere they
 * show nothing.
 */
const variants: readonly (readonly [selector: RegExp, after: RegExp])[] = [
  [/\ufe0e|\ufe0f/, /\p{Extended_Pictographic}|\p{Emoji}/u],
  [/\u180b|\u180c|\u180d|\u180f/, /\p{Script=Mongolian}/u],
  [/\p{Variation_Selector}/u, /\p{Script=Han}/u],
];
const selectors = /((?!\p{Variation_Selector}).)?(\p{Variation_Selector}+)/gsu;

/**
 * More marks on one letter than any language uses, except in scripts whose letters stack, such as Myanmar and Tibetan.
 */
const manyMarks = /(\P{M}?)(\p{M}{5,})/gu;
const stacks = /[\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const [maxMarks, maxStacked] = [4, 8];

/** Direction marks: Arabic and Hebrew need them within a line, but not at its ends. */
const marksAtEnds = /^[\s\u061c\u200e\u200f]+|[\s\u061c\u200e\u200f]+$/gu;

/**
 * Scripts in which a joiner changes how the word looks
 * (https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters).
 */
const joins =
  /[\p{scx=Arabic}\p{scx=Bengali}\p{scx=Devanagari}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Kannada}\p{scx=Khmer}\p{scx=Malayalam}\p{scx=Mongolian}\p{scx=Nko}\p{scx=Oriya}\p{scx=Sinhala}\p{scx=Syriac}\p{scx=Tamil}\p{scx=Telugu}]/u;

/** Remains of a lost character: half of a surrogate pair, or the replacement character. */
const damaged = /[\p{Cs}\ufffd]/u;

/** @returns whether characters were lost before the text arrived, so that only its author knows the original */
export function isDamaged(text: string): boolean {
  return damaged.test(text);
}

/** @returns one line: without remains of copying, with single spaces, in NFC */
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
 * @returns a name on one line: also without invisible characters, without the apostrophe by which spreadsheets keep `+`
 *   from being a formula, and without quotation marks around the whole of it
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

/** Whether a joiner is needed: between letters of those scripts, or in an emoji sequence. */
function isJoined(before: string, joiner: string, after: string): boolean {
  // Between two letters, or after a sign that removes a vowel; a zero-width joiner also shows the form of a letter
  // within a word.
  if (joins.test(before)) return joiner === '\u200d' || joins.test(after) || /\p{M}/u.test(before);
  const isEmoji = /\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before);
  return isEmoji && joiner === '\u200d' && /\p{Extended_Pictographic}/u.test(after);
}

/**
 * Removes quotation marks around the whole name. Guillemets and low quotation marks stay, since some names are written
 * with them.
 */
function withoutQuotes(name: string): string {
  const quoted = /^(?:"([^"]+)"|“([^“”]+)”|”([^”]+)”|‘([^‘’]+)’|'([^']+)')$/u.exec(name);
  return (
    quoted
      ?.slice(1)
      .find((inside) => inside !== undefined)
      ?.trim() || name
  );
}

/** Ways to say that there is nothing, in the languages of our pages. Folded to lower case. */
const nothing = new Set(
  (
    'n/a|n.a.|n.a|na|none|no|nil|null|not applicable|no website|without|keine|keiner|kein|nein|entfällt|ohne|aucun|aucune|' +
    'néant|sans|non|sans objet|ninguno|ninguna|no tiene|no tengo|no aplica|nessuno|nessuna|nessun|geen|nvt|n.v.t.|brak|' +
    'nie ma|nie dotyczy|nie|nenhum|nenhuma|não tem|não|não se aplica|нет|не имеется|отсутствует|немає|нема|відсутній|' +
    'yok|tidak ada|tidak|không|không có|hakuna|なし|無し|ない|없음|无|無|没有|沒有|नहीं|कोई नहीं|لا يوجد|لا شيء|لا|ندارد|هیچ'
  ).split('|'),
);

/** @returns whether the text means "nothing" in an optional field: `-`, `n/a`, `none`, `нет` */
export function isNothing(text: string): boolean {
  const said = cleanName(text).toLowerCase();
  return /^[\p{P}\p{Sm}\p{Sk}\s]*$/u.test(said) || nothing.has(said);
}

const openings = /^[\s"'“”‘’„‚«»‹›`´<([•·,;:]+/u;
const closings = /[\s"'“”‘’‚«»‹›`´>)\].,;:!?…،؛、。]+$/u;

/** Replaces full-width characters with plain ones and removes invisible ones. */
const plainSigns = (text: string) =>
  text
    .normalize('NFKC')
    .replace(lineEnds, ' ')
    .replace(/\u034f|[\p{Cc}\p{Cf}\p{Co}]/gu, '');

/**
 * @returns the bare address from pasted text: `Sam <sam@example.org>`, `mailto:sam@example.org?subject=x`,
 *   `“sam@example.org”,`, `ｓａｍ＠example．org`, `sam(at)example.org`, `sam.o’neil@example.org`. Anything else is returned
 *   nearly unchanged
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

/** @returns a web address without surrounding characters: quotation marks, brackets, the full stop of a sentence */
export function cleanWebAddress(text: string): string {
  const plain = plainSigns(text).replace(openings, '');
  return plain
    .replace(plain.includes('(') ? /[\s.,;:]+$/u : closings, '')
    .replace(/^(https?)(?::?[/\\]{1,3}|;\/\/|:(?=[a-z]))/i, '$1://');
}
