/** The title of a letter, for pages other than its own. */
import type { Letter } from '../../shared/letter/letter.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import { languageOfText } from '../../shared/letter/text-seen.ts';
import { type SignatureRecord, textSeenBy } from '../../shared/signature/record.ts';
import type { ApiContext } from './context.ts';

/** @returns the title as it is read now in that language of the letter; else the title in its first language */
export async function titleOf(api: ApiContext, letter: Letter, language: string): Promise<string> {
  const stored = await api.letters.text(letter.slug, versionShownIn(letter, language), language);
  return stored?.text.title ?? letter.title;
}

/** @returns the title of the text that the signer read; else the title in the first language */
export async function titleReadBy(
  api: ApiContext,
  letter: Letter | undefined,
  { letter: slug, letterVersion, textSeen, language }: Seen,
): Promise<string> {
  const version = letter?.versions.find(({ id }) => id === letterVersion);
  const read = letter && version && languageOfText(letter, version, textSeenBy({ letterVersion, textSeen }), language);
  const stored = version && read && (await api.letters.text(slug, version, read));
  return stored ? stored.text.title : (letter?.title ?? slug);
}

type Seen = Pick<SignatureRecord, 'letter' | 'letterVersion' | 'textSeen' | 'language'>;
