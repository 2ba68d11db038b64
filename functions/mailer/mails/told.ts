/** Context of every mail to the owner of a confirmed signature. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';

export interface Told {
  /** Opens the owner's page of the signature. */
  readonly manageToken: string;
  /** Opens only the form of the follow-up letter; the manage token does not. */
  readonly followToken: string;
  /** @returns the current text of the letter, in the signer's language if available */
  readonly newText: () => Promise<LetterText>;
  /** @returns the letter that the signer is asked to sign next */
  readonly following: () => Promise<{ readonly letter: Letter; readonly text: LetterText } | undefined>;
}
