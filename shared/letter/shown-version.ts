/**
 * The version that is read and signed in each language: the current one, or an earlier one whose translation was kept
 * (docs/decisions/090-translations-of-an-earlier-version.md).
 */
import { currentVersion, findVersion, type Letter, type LetterVersion, languagesOf } from './letter.ts';

/** @returns the earlier version of which readers of that language get a translation, if they do */
export function olderVersionIn(letter: Letter, language: string): LetterVersion | undefined {
  const { texts, older } = currentVersion(letter);
  const kept = texts[language] === undefined ? older?.[language] : undefined;
  return kept === undefined ? undefined : findVersion(letter, kept);
}

/** @returns the version that is read and signed in that language */
export function versionShownIn(letter: Letter, language: string): LetterVersion {
  return olderVersionIn(letter, language) ?? currentVersion(letter);
}

/** @returns the version that a signature names, if it is not the current one */
export function olderVersionSigned(letter: Letter, letterVersion: string): LetterVersion | undefined {
  return letterVersion === currentVersion(letter).id ? undefined : findVersion(letter, letterVersion);
}

/** @returns the hash of the text that is read and signed in each language */
export function textsShown(letter: Letter): Record<string, string> {
  return Object.fromEntries(
    languagesOf(letter).flatMap((language) => {
      const hash = versionShownIn(letter, language).texts[language];
      return hash === undefined ? [] : [[language, hash]];
    }),
  );
}
