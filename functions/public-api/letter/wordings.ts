/** Finds every wording that a letter ever had by its hash, so that signed wordings stay readable. */

import type { Letter, LetterVersion } from '../../../shared/letter/letter.ts';
import { bestLanguage } from '../../../shared/text/language.ts';

export interface Wording {
  /** The version with exactly this text in that language. */
  readonly version: LetterVersion;
  readonly language: string;
}

/**
 * @param hash the id of a version, or the SHA-256 of a text in any language, corrected since or not
 * @param wanted the reader's language: a version found by its id is shown in it, if translated
 * @returns the wording, or undefined when the letter never had it
 */
export function findWording({ versions, corrections, removed, language }: Letter, hash: string, wanted: string) {
  const version = versions.find(({ id }) => id === hash);
  if (version) {
    const shown = bestLanguage([wanted], Object.keys(version.texts), language);
    return shown === language ? exactly(version, language, hash) : { version, language: shown };
  }
  for (const one of versions) {
    const current = Object.entries(one.texts).find(([, text]) => text === hash);
    const corrected = corrections.find(({ version: id, from, to }) => id === one.id && (from === hash || to === hash));
    const gone = removed.find(({ version: id, text }) => id === one.id && text === hash);
    const found = current?.[0] ?? corrected?.language ?? gone?.language;
    if (found) return exactly(one, found, hash);
  }
  return undefined;
}

function exactly(version: LetterVersion, language: string, hash: string): Wording {
  return { version: { ...version, texts: { ...version.texts, [language]: hash } }, language };
}
