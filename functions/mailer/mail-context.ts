/** The subject of a mail: the signature, its letter, and the text that the signer read. */
import type { DayCounter } from '../../shared/count/daily-submissions.ts';
import { currentVersion, findVersion, type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { textsOf } from '../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import { readLetter, readText, readTextWithHash } from '../../shared/letter/storage.ts';
import type { LetterText } from '../../shared/letter/text.ts';
import { languageOfText } from '../../shared/letter/text-seen.ts';
import type { Consistency } from '../../shared/platform/store/read.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { type SignatureRecord, textSeenBy } from '../../shared/signature/record.ts';
import { bestLanguage } from '../../shared/text/language.ts';
import type { MailSubject } from './frame/mail.ts';
import type { Mailing } from './ses.ts';

export interface Delivery {
  readonly store: Store;
  readonly keys: Keys;
  readonly mailing: Mailing;
  readonly publicUrl: string;
  /** Counts first mails for the statistics of the letter. */
  readonly days: DayCounter;
}

/** Lifetime of a link to manage a signature, in milliseconds. */
export const manageValidFor = 365 * 24 * 3600 * 1000;

/**
 * @param consistency a version that was published a moment ago may be missing from an eventual read: then it is read again
 * @throws when the letter or its text is missing, which is our fault
 */
export async function mailContextOf(
  delivery: Delivery,
  record: SignatureRecord,
  consistency: Consistency = 'eventual',
): Promise<MailSubject> {
  const { store, publicUrl } = delivery;
  // Asked for at the same moment, so that one call reads both: few texts change after they were signed.
  const [letter, seen] = await Promise.all([
    readLetter(store, record.letter, consistency),
    readTextWithHash(store, record.letter, record.language, textSeenBy(record), consistency),
  ]);
  const version = letter && findVersion(letter, record.letterVersion);
  if (!letter || !version) {
    if (consistency === 'eventual') return mailContextOf(delivery, record, 'consistent');
    throw new Error('the letter of a signature is missing');
  }
  const isCurrent = seen && version.texts[record.language] === textSeenBy(record);
  const [text, texts] = await Promise.all([
    isCurrent
      ? seen.text
      : textOf(store, letter, version.id, languageOfText(letter, version, textSeenBy(record), record.language)),
    textsOf(letter, record.language),
  ]);
  return { record, letter, text, texts, publicUrl };
}

/** @returns the current text of the letter, in the signer's language if available */
export function newTextOf({ store }: Delivery, { letter, record }: MailSubject): Promise<LetterText> {
  return textOf(store, letter, currentVersion(letter).id, record.language);
}

/** @returns the letter that the signer is asked to sign next, in their language if available */
export async function followingLetter(
  { store }: Delivery,
  { followAsked, language }: SignatureRecord,
): Promise<{ letter: Letter; text: LetterText } | undefined> {
  const slug = followAsked?.at(-1);
  const letter = slug && (await readLetter(store, slug));
  if (!letter) return undefined;
  const shown = versionShownIn(letter, bestLanguage([language], languagesOf(letter), letter.language));
  return { letter, text: await textOf(store, letter, shown.id, language) };
}

async function textOf(store: Store, letter: Letter, versionId: string, wanted: string): Promise<LetterText> {
  const version = findVersion(letter, versionId);
  const language = bestLanguage([wanted], Object.keys(version?.texts ?? {}), letter.language);
  const stored = version && (await readText(store, letter.slug, version, language));
  if (!stored) throw new Error('the text of a letter is missing');
  return stored.text;
}
