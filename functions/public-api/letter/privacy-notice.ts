/** A letter's own statements about its signers' data, in the language closest to the reader's. */

import type { Letter, OwnPrivacy } from '../../../shared/letter/letter.ts';
import { bestLanguage } from '../../../shared/text/language.ts';

/** A sentence of the letter's own, and its language. */
export interface OwnSentence {
  readonly text: string;
  readonly language: string;
}

export type PrivacySentences = Readonly<Record<keyof OwnPrivacy, OwnSentence | undefined>>;

/** @returns each sentence that the letter has: in that language, or else in the letter's first */
export function privacyIn(
  letter: Pick<Letter, 'language' | 'settings' | 'ownPrivacy'>,
  wanted: string,
): PrivacySentences {
  const sentence = (of: keyof OwnPrivacy): OwnSentence | undefined => {
    const first = letter.settings.privacy?.[of];
    const known = new Map(
      Object.entries(letter.ownPrivacy).flatMap(([language, said]) => (said[of] ? [[language, said[of]]] : [])),
    );
    if (first) known.set(letter.language, first);
    const language = bestLanguage([wanted], [...known.keys()], letter.language);
    const text = known.get(language);
    return text === undefined ? undefined : { text, language };
  };
  return { purpose: sentence('purpose'), recipients: sentence('recipients'), retention: sentence('retention') };
}
