/** Input and output of the functions that compose mails. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** A mail ready to be sent. `html` is a whole document. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
  /** For mails to a list: its name, and the address at which one click ends them (RFC 2919, RFC 8058). */
  readonly list?: { readonly id: string; readonly unsubscribe: string };
  /** Sender name and reply address; the sending address is always the mailer's own. */
  readonly sender: { readonly name?: string | undefined; readonly replyTo?: string | undefined };
}

export interface MailSubject {
  readonly record: SignatureRecord;
  readonly letter: Letter;
  /** The text that the signer read. */
  readonly text: LetterText;
  /** The strings in the signer's language. */
  readonly texts: Texts;
  readonly publicUrl: string;
}
