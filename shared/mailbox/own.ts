/** Which signatures a mailbox owns: to find them when its owner asks for a link, or signs once more. */
import type { SignatureId } from '../signature/id.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { changeMailbox, type MailboxRecord, type OwnSignature, type Suppression } from './record.ts';

/**
 * Notes that a signature was confirmed: its mails no longer count against the mailbox's day, their codes are spent, and
 * the mailbox is found to own it.
 *
 * @returns why no mail may go there, if none may
 */
export async function noteAnswer(
  store: Store,
  keys: Keys,
  email: string,
  own: OwnSignature,
  now: number,
): Promise<Suppression | undefined> {
  const { suppressed } = await changeMailbox<never>(
    store,
    keys,
    email,
    (mailbox) => {
      const mails = mailbox.mails.filter(({ signature }) => signature !== own.id);
      if (mails.length === mailbox.mails.length && mailbox.signatures.some(({ id }) => id === own.id)) return;
      return { ...mailbox, mails, signatures: [...mailbox.signatures.filter(({ id }) => id !== own.id), own] };
    },
    now,
  );
  return suppressed;
}

/** Forgets that the mailbox ever had to do with that signature. */
export async function forgetSignature(
  store: Store,
  keys: Keys,
  { email, signature }: { email: string; signature: SignatureId },
  now: number,
): Promise<void> {
  await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      const mails = mailbox.mails.filter((sent) => sent.signature !== signature && sent.mail !== signature);
      const signatures = mailbox.signatures.filter(({ id }) => id !== signature);
      if (mails.length + signatures.length === mailbox.mails.length + mailbox.signatures.length) return;
      return { ...mailbox, mails, signatures };
    },
    now,
  );
}

/** @returns what is known of a mailbox: its confirmed signatures, and those that a mail asked it to confirm */
export function signaturesOf({ signatures, mails }: MailboxRecord): {
  confirmed: readonly OwnSignature[];
  pending: SignatureId[];
} {
  return { confirmed: signatures, pending: [...new Set(mails.flatMap(({ signature }) => signature ?? []))] };
}
