/** Strings of ours that a letter replaces on its pages and in its mails, by language of its text. */
import { agreedIn, followUpKey, isFrozen, ownWordingId, withoutAgreed, wordingFor } from '../consent/wording.ts';
import { messagesIn, pageLanguage, type Texts, textsFor } from '../text/catalogue.ts';
import { bestLanguage } from '../text/language.ts';
import { makeTexts } from '../text/texts.ts';
import type { Letter } from './letter.ts';

/** Strings by key. A file with unknown keys is not imported (`file.ts`). */
export type OwnTexts = Readonly<Record<string, string>>;

type Replacing = Pick<Letter, 'ownTexts' | 'wordings'>;

interface Own {
  readonly strings: OwnTexts;
  /** Id of their wording of attestation and consents, when they have one. */
  readonly wording: string | undefined;
}

/**
 * @returns the letter's own strings for pages in the language nearest to that one, if any. Text that signers agree to
 *   is included only as a whole whose wording is stored, so that the shown text can always be proven later
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

/**
 * @returns the strings of the letter's pages and mails in the language nearest to that one; ours when there is no
 *   letter
 */
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

/** Cached while the letter is in memory, since Intl objects are expensive to create. */
const made = new WeakMap<OwnTexts, Texts>();

/**
 * @param wanted the language that the signer reads
 * @returns the wording of attestation and consents that the letter's form shows in it: its own, else one of ours
 */
export function wordingOf(letter: Replacing, wanted: string): string {
  return ownTextsIn(letter, wanted)?.wording ?? wordingFor(wanted);
}

/**
 * @param wanted the language that the signer reads
 * @returns whether the letter's form asks for the consent to one mail about a letter that follows: if its setting says
 *   so, and the wording in that language has it
 */
export function offersFollowUp(letter: Replacing & Pick<Letter, 'settings'>, wanted: string): boolean {
  if (!letter.settings.asksFollowUp) return false;
  const own = ownTextsIn(letter, wanted);
  return own?.wording === undefined || own.strings[followUpKey] !== undefined;
}

/** @returns whether signers of the letter were ever shown that wording */
export function hadWording({ wordings }: Pick<Letter, 'wordings'>, id: string): boolean {
  return isFrozen(id) || wordings.includes(id);
}

/** A letter's own wording of attestation and consents in one language. */
export interface OwnWording {
  readonly id: string;
  readonly language: string;
  readonly strings: Readonly<Record<string, string>>;
}

/** @returns each wording that the letter shows instead of ours */
export function wordingsIn(ownTexts: Letter['ownTexts']): OwnWording[] {
  return Object.entries(ownTexts).flatMap(([language, own]) => {
    const id = ownWordingId(own);
    return id ? [{ id, language, strings: agreedIn(own) }] : [];
  });
}
