/** Strings that a letter puts in the place of ours, on its pages and in its mails, by language of its text. */
import { agreedIn, isFrozen, ownWordingId, withoutAgreed, wordingFor } from '../consent/wording.ts';
import { messagesIn, pageLanguage, type Texts, textsFor } from '../text/catalogue.ts';
import { bestLanguage } from '../text/language.ts';
import { makeTexts } from '../text/texts.ts';
import type { Letter } from './letter.ts';

/** Strings by their keys; a file that holds others is not imported (`file.ts`). */
export type OwnTexts = Readonly<Record<string, string>>;

type Replacing = Pick<Letter, 'ownTexts' | 'wordings'>;

interface Own {
  readonly strings: OwnTexts;
  /** By what the wording of attestation and consents in them is known, when they have one. */
  readonly wording: string | undefined;
}

/**
 * @returns the letter's own strings for pages in the language nearest to that one, if it has any. What signers agree to
 * is among them only as a whole whose words are kept: what is shown can always be told later.
 */
export function ownTextsIn(letter: Replacing, wanted: string): Own | undefined {
  const page = pageLanguage(wanted);
  const near = Object.keys(letter.ownTexts).filter((language) => pageLanguage(language) === page);
  const strings = letter.ownTexts[bestLanguage([wanted], near, '')];
  if (!strings) return undefined;
  const wording = ownWordingId(strings);
  if (wording && letter.wordings.includes(wording)) return { strings, wording };
  return { strings: withoutAgreed(strings), wording: undefined };
}

/** @returns the strings of the letter's pages and mails in the language nearest to that one; ours where it is unknown */
export async function textsOf(letter: Replacing | undefined, wanted: string): Promise<Texts> {
  const own = letter && ownTextsIn(letter, wanted);
  if (!own) return textsFor(wanted);
  const known = made.get(own.strings);
  if (known) return known;
  const tag = pageLanguage(wanted);
  const texts = makeTexts(tag, { ...(await messagesIn(tag)), ...own.strings });
  made.set(own.strings, texts);
  return texts;
}

/** For as long as the letter is in memory: the objects of Intl in it are costly to make. */
const made = new WeakMap<OwnTexts, Texts>();

/**
 * @param wanted the language that the signer reads
 * @returns the wording of attestation and consents that the letter's form shows then: its own, else one of ours
 */
export function wordingOf(letter: Replacing, wanted: string): string {
  return ownTextsIn(letter, wanted)?.wording ?? wordingFor(wanted);
}

/** @returns whether signers of the letter were ever shown that wording */
export function hadWording({ wordings }: Pick<Letter, 'wordings'>, id: string): boolean {
  return isFrozen(id) || wordings.includes(id);
}

/** The words of attestation and consents in one language, as a letter words them itself. */
export interface OwnWording {
  readonly id: string;
  readonly language: string;
  readonly strings: Readonly<Record<string, string>>;
}

/** @returns each wording that the letter shows in the place of ours */
export function wordingsIn(ownTexts: Letter['ownTexts']): OwnWording[] {
  return Object.entries(ownTexts).flatMap(([language, own]) => {
    const id = ownWordingId(own);
    return id ? [{ id, language, strings: agreedIn(own) }] : [];
  });
}
