/** Whether a mail may go to a mailbox that anybody could have asked for (DESIGN rule 4). */
import type { LetterSlug } from '../letter/slug.ts';
import type { SignatureId } from '../signature/id.ts';
import { type HeldBecause, pendingKeptFor } from '../signature/record.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, makeCode } from '../token/token.ts';
import { changeMailbox, type MailboxRecord, type SentMail } from './record.ts';

/** Unanswered confirmation mails that a mailbox gets within a day, over all letters. */
const mostUnanswered = 5;
const day = 24 * 3600 * 1000;
/** The same content again within this time gets no second mail: a double click is not two requests. */
const sameContentFor = 10 * 60 * 1000;

/** Which mail it is, and the keyed hash of what was asked for. */
export interface AskedMail {
  readonly mail: SignatureId;
  readonly content: string;
}

/**
 * The same mail again (in flight when a process died) is always allowed, and counts once.
 *
 * @returns why the mail may not go to the mailbox now, if it may not
 */
export function refusal({ suppressed, mails }: MailboxRecord, { mail, content }: AskedMail, now: number) {
  if (suppressed) return 'suppressed';
  const others = mails.filter((sent) => sent.mail !== mail);
  if (others.some((sent) => sent.content === content && sent.at > now - sameContentFor)) return 'mail-just-sent';
  const unanswered = new Set(others.filter(({ at }) => at > now - day).map((sent) => sent.mail));
  return unanswered.size >= mostUnanswered ? 'mailbox-cap' : undefined;
}

export type MailPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string> }
  | { allowed: false; because: HeldBecause };

/**
 * Notes that a mail goes to the mailbox, if it may, with a fresh code for each signature that it can confirm.
 *
 * @param asked the mail, and the mailbox as it was read just now
 * @param confirms the pending signatures that it can confirm
 * @returns the codes to print, or why no mail may go
 */
export async function permitMail(
  store: Store,
  keys: Keys,
  { email, mailbox: known, ...asked }: AskedMail & { email: string; mailbox: MailboxRecord },
  confirms: readonly { id: SignatureId; letter: LetterSlug; expiresAt: number }[],
  now: number,
): Promise<MailPermit> {
  const codes = new Map(confirms.map(({ id }) => [id, makeCode()]));
  const written = await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      const refused = refusal(mailbox, asked, now);
      if (refused) return refused;
      const sent: SentMail = { ...asked, at: now, triesBefore: mailbox.tries };
      const added = confirms.map(({ id, letter, expiresAt }) => ({
        ...sent,
        signature: id,
        letter,
        expiresAt,
        codeHash: hashCode(keys, id, codes.get(id) ?? ''),
      }));
      const usable = mailbox.mails.filter(({ at }) => at > now - pendingKeptFor);
      return { ...mailbox, mails: [...usable, ...(added.length > 0 ? added : [sent])] };
    },
    now,
    known,
  );
  return typeof written === 'string' ? { allowed: false, because: written } : { allowed: true, codes };
}
