/** Language tags (BCP 47): parsing, negotiation and writing direction. Browsers load it, too: it imports nothing large. */

import { remembered } from './remembered.ts';

/** @returns the tag in canonical form (`pt-br` → `pt-BR`), or undefined when it is not one */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined; // RangeError: hostile or mistyped tags are common and mean "no language"
  }
}

/**
 * @param header an Accept-Language header as received, if any (RFC 9110 §12.5.4); hostile input is fine
 * @returns its tags, most wanted first, at most 10
 */
export function wantedLanguages(header: string | undefined): string[] {
  if (!header) return [];
  return header
    .slice(0, 500)
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag: canonicalTag(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0 && quality <= 1)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => tag ?? [])
    .slice(0, 10);
}

/**
 * @param wanted tags, most wanted first
 * @param available canonical tags to choose from
 * @param fallback returned when nothing fits
 * @returns the best: the same tag, else the same language and script (`pt-BR` for `pt`), else the same language
 */
export function bestLanguage(wanted: readonly string[], available: readonly string[], fallback: string): string {
  for (const tag of wanted) {
    const exact = available.find((candidate) => candidate === tag);
    if (exact) return exact;
    const { language, script } = maximized(tag);
    const sameLanguage = available.filter((candidate) => maximized(candidate).language === language);
    const best = sameLanguage.find((candidate) => maximized(candidate).script === script) ?? sameLanguage[0];
    if (best) return best;
  }
  return fallback;
}

/** With the script that the language is usually written in. */
const maximized = remembered((tag) => new Intl.Locale(tag).maximize());

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** @returns the writing direction of the language */
export function direction(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(maximized(language).script ?? '') ? 'rtl' : 'ltr';
}
