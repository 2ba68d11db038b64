/** Finds the country that a text means. Browsers load it, too: it imports nothing of the server. */
import { countryCodes } from './country.ts';
import { countryAliases, isoCodes, unclearNames } from './country-names.ts';

/** The one country meant, those that may be meant, or none. */
export type FoundCountry = { readonly code: string } | { readonly unclear: readonly string[] } | undefined;

/** Languages whose names are known: those of our pages, then those in which other countries call themselves. */
export const knownLanguages: readonly string[] = /* @__PURE__ */ (
  'en ar de es fa fr hi id it ja ko nl pl pt ru sw tr uk vi zh-Hans zh-Hant ' +
  'af am az be bg bn bs ca cs cy da dz el et eu fi fil ga gl gu he hr hu hy is ka kk km kn ky lo lt lv mk ml mn mr ms ' +
  'mt my nb ne pa ps pt-PT ro si sk sl so sq sr sr-Latn sv ta te tg th ti tk ur uz zu'
).split(' ');

/** Words in front of the country's name in its full name: `Republic of`, `Королевство`, `République du`. */
const formal =
  /^(?:(?:arab|arabische|bolivariaanse|co operative|cooperatieve|cooperative|democratic|democratische|federal|federale|federative|independent|islamic|islamitische|onafhankelijke|oostelijke|peoples|plurinational|socialist|socialistische|sovereign|united) )*(?:commonwealth|gemenebest|kingdom|konigreich|koninkrijk|jamhuri|principality|reino|regno|republic|republica|republiek|republik|republika|republique|repubblica|royaume|staat|state|sultanate|union|volksrepubliek|vorstendom|королевство|республика|республіка|жумхурияси|cong hoa)(?: (?:de la|de|del|della|des|der|di|do|du|d|of|van de|van|wa|ya))? /u;

/** Countries that the full name tells apart from another one. */
const tellingFormal = ['CD', 'CG', 'CN', 'KP', 'KR', 'TW'];

/** @returns the name reduced to what tells countries apart: `The St.-Lucia` becomes `saint lucia` */
export function foldCountry(name: string): string {
  return name
    .replaceAll('&', ' and ')
    .normalize('NFKD')
    .replace(/\p{Cf}|[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/['’‘ʻʼ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\brep\b/g, 'republic')
    .replace(/\bdem\b/g, 'democratic')
    .replace(/\bfed\b/g, 'federated')
    .replace(/\bis\b/g, 'islands');
}

/** Moves the second part to the front: `Korea, Republic of`, `Korea (Republic of)`. */
const turned = (name: string) =>
  name.replace(/^([^,()]+),\s*(.+)$/, '$2 $1').replace(/^([^()]+?)\s*\((.+)\)\s*$/, '$2 $1');

/**
 * @param text a code of ISO 3166-1 in two or three letters or three digits, a flag, or a name in any known language:
 *   current, former, official, native or short
 * @param language of the writer: its names take precedence
 */
export function findCountry(text: string, language = 'en'): FoundCountry {
  // `Nga` is Vietnamese for Russia, and the three-letter code of Nigeria.
  const code = byCode(text) ?? namesIn(language).get(foldCountry(text)) ?? byLongCode(text);
  if (code !== undefined && !Array.isArray(aliases().get(foldCountry(text)))) return { code };
  for (const name of new Set([text, turned(text)].map(foldCountry))) {
    const found = byName(name, language) ?? byFullName(name, language);
    if (found) return found;
  }
  return undefined;
}

function byCode(text: string): string | undefined {
  const typed = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  // A flag consists of two characters that represent the letters of a code.
  const plain = typed.replace(/[\u{1f1e6}-\u{1f1ff}]/gu, (sign) =>
    String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 65),
  );
  const short = plain.toUpperCase();
  return countryCodes.find((code) => code === short);
}

/** By three letters, or by digits, whose leading zeros a spreadsheet may have dropped. */
function byLongCode(text: string): string | undefined {
  const typed = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  const digits = /^\d{1,3}$/.test(typed) && Number(typed) > 0 ? typed.padStart(3, '0') : undefined;
  const place = isoCodes.findIndex((iso) =>
    digits === undefined ? iso.slice(0, 3) === typed.toUpperCase() : iso.slice(3) === digits,
  );
  return countryCodes[place];
}

function byName(name: string, language: string): FoundCountry {
  const code = aliases().get(name);
  if (code !== undefined) return typeof code === 'string' ? { code } : { unclear: code };
  for (const first of [language, 'en']) {
    const known = namesIn(first).get(name);
    if (known !== undefined) return { code: known };
  }
  const all = [...new Set(knownLanguages.flatMap((one) => namesIn(one).get(name) ?? []))];
  const [only] = all;
  if (only === undefined) return undefined;
  return all.length === 1 ? { code: only } : { unclear: all };
}

/** @returns the country whose short name remains without its form of state */
function byFullName(name: string, language: string): FoundCountry {
  const short = name.replace(formal, '').replace(/^the /, '');
  if (short === name) return undefined;
  const found = byName(short, language);
  return found && 'code' in found && !tellingFormal.includes(found.code) ? found : undefined;
}

let known: ReadonlyMap<string, string | readonly string[]> | undefined;

/** @returns our own list by folded name, built on the first lookup */
function aliases(): ReadonlyMap<string, string | readonly string[]> {
  known ??= new Map<string, string | readonly string[]>([
    ...countryAliases
      .trim()
      .split('\n')
      .flatMap((line) =>
        line
          .slice(3)
          .split('|')
          .flatMap((name) => [name, turned(name)])
          .map((name) => [foldCountry(name), line.slice(0, 2)] as const),
      ),
    ...Object.entries(unclearNames).map(([name, codes]) => [foldCountry(name), codes] as const),
  ]);
  return known;
}

const byLanguage = new Map<string, ReadonlyMap<string, string>>();

/** @returns codes by the folded names, long and short, that Intl has in that language */
function namesIn(language: string): ReadonlyMap<string, string> {
  const kept = byLanguage.get(language);
  if (kept) return kept;
  const names = new Map<string, string>();
  // Browsers that do not know the language would answer in another one.
  if (Intl.DisplayNames.supportedLocalesOf(language).length > 0) {
    for (const style of ['short', 'long'] as const) {
      const display = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const code of countryCodes) {
        const name = display.of(code);
        if (name !== undefined) names.set(foldCountry(name), code);
      }
    }
  }
  // Signers choose the language: the limit keeps made-up ones from filling the memory.
  if (byLanguage.size < 150) byLanguage.set(language, names);
  return names;
}
