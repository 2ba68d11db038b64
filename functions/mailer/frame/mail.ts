/** What the mailer hands to the composers, and what it gets back. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** A mail ready to be put into an envelope. `html` is a whole document. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** As whom it is sent, and where answers go; the mailer's own address stands under any name. */
  readonly sender: { readonly name?: string | undefined; readonly replyTo?: string | undefined };
}

export interface MailSubject {
  readonly record: SignatureRecord;
  readonly letter: Letter;
  /** The text as the signer read it. */
  readonly text: LetterText;
  /** The strings in the signer's language. */
  readonly texts: Texts;
  readonly publicUrl: string;
}
