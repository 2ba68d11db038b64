/** Given to every mail to the owner of a confirmed signature. */
import type { LetterText } from '../../../shared/letter/text.ts';

export interface Told {
  /** Opens the owner's page of the signature. */
  readonly manageToken: string;
  /** @returns the current text of the letter, in the signer's language if available */
  readonly newText: () => Promise<LetterText>;
}
