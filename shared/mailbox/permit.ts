/** Whether a mail may go to a mailbox that anybody could have asked for (DESIGN rule 4). */
import type { LetterSlug } from '../letter/slug.ts';
import type { SignatureId } from '../signature/id.ts';
import { type HeldBecause, pendingKeptFor } from '../signature/record.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { hashCode, makeCode } from '../token/token.ts';
import { findInHand, findUnsettled, type MailInHand, type OwnMail, takeInHand } from './in-hand.ts';
import { changeMailbox, type MailboxRecord, type SentMail } from './record.ts';
import { noteAtBase } from './spelling.ts';

/** Unanswered confirmation mails that a mailbox gets within a day, over all letters. */
const mostUnanswered = 5;
const day = 24 * 3600 * 1000;
/** The same content again within this time gets no second mail: a double click is not two requests. */
const sameContentFor = 10 * 60 * 1000;

/** So many tries of one mail are noted, whose codes may have gone out without an answer. */
const mostTries = 5;

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

/** The codes to print, or why no mail may go. */
export type MailPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string> }
  | { allowed: false; because: HeldBecause };

/** A mail that may go is in hand now. */
export type HandPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string>; inHand: MailInHand; again: boolean }
  | { allowed: false; because: HeldBecause | 'in-hand' };

/** What is to go out, with the mailbox as it was read just now. */
type Asked = AskedMail & { readonly email: string; readonly mailbox: MailboxRecord };

/** A pending signature that a mail can confirm. */
interface Confirmable {
  readonly id: SignatureId;
  readonly letter: LetterSlug;
  readonly expiresAt: number;
}

/**
 * Notes that a mail goes to the mailbox, if it may, with a fresh code for each signature that it can confirm.
 *
 * @param confirms the pending signatures that it can confirm
 */
export async function permitMail(
  store: Store,
  keys: Keys,
  { email, mailbox: known, ...asked }: Asked,
  confirms: readonly Confirmable[],
  now: number,
): Promise<MailPermit> {
  const refused = await refusalAtBase(store, keys, { email, mail: asked.mail }, now);
  if (refused) return { allowed: false, because: refused };
  const codes = codesFor(confirms);
  const note = (mailbox: MailboxRecord) => withSent(keys, mailbox, { asked, confirms, codes }, now);
  const written = await changeMailbox(store, keys, email, note, now, known);
  return typeof written === 'string' ? { allowed: false, because: written } : { allowed: true, codes };
}

/**
 * The same for a mail of a signature, which is taken in hand with the same write.
 *
 * @returns also whether it may have been in hand before (`again`): then whoever had it may have sent it
 */
export async function permitInHand(
  store: Store,
  keys: Keys,
  { email, mailbox: known, ...asked }: Asked,
  { confirms, mail }: { confirms: readonly Confirmable[]; mail: OwnMail },
  now: number,
): Promise<HandPermit> {
  const refused = await refusalAtBase(store, keys, { email, mail: asked.mail }, now);
  if (refused) return { allowed: false, because: refused };
  const codes = codesFor(confirms);
  let again = false;
  const note = (mailbox: MailboxRecord): MailboxRecord | HeldBecause | 'in-hand' => {
    again = mailbox !== known || findUnsettled(mailbox, mail) !== undefined;
    const inHand = takeInHand(mailbox, mail, now);
    if (typeof inHand === 'string') return inHand;
    const noted = withSent(keys, mailbox, { asked, confirms, codes }, now);
    return typeof noted === 'string' ? noted : { ...noted, inHand };
  };
  const written = await changeMailbox(store, keys, email, note, now, known);
  if (typeof written === 'string') return { allowed: false, because: written };
  const inHand = findInHand(written, mail);
  return inHand ? { allowed: true, codes, inHand, again } : { allowed: false, because: 'in-hand' };
}

function refusalAtBase(store: Store, keys: Keys, asked: { email: string; mail: SignatureId }, now: number) {
  const judge = (base: MailboxRecord, mail: SignatureId) => refusal(base, { mail, content: mail }, now);
  return noteAtBase(store, keys, asked, judge, now);
}

const codesFor = (confirms: readonly Confirmable[]) => new Map(confirms.map(({ id }) => [id, makeCode()]));

function withSent(
  keys: Keys,
  mailbox: MailboxRecord,
  {
    asked,
    confirms,
    codes,
  }: { asked: AskedMail; confirms: readonly Confirmable[]; codes: ReadonlyMap<string, string> },
  now: number,
): MailboxRecord | HeldBecause {
  const refused = refusal(mailbox, asked, now);
  if (refused) return refused;
  const sent: SentMail = { ...asked, at: now };
  const added = confirms.map(({ id, letter, expiresAt }) => ({
    ...sent,
    signature: id,
    letter,
    expiresAt,
    codeHash: hashCode(keys, id, codes.get(id) ?? ''),
  }));
  const tries = new Set(mailbox.mails.filter((one) => one.mail === asked.mail).map(({ at }) => at));
  const oldest = [...tries].sort((one, other) => other - one).at(mostTries - 2) ?? 0;
  const usable = mailbox.mails.filter(
    (one) => one.at > now - pendingKeptFor && (one.mail !== asked.mail || one.at >= oldest),
  );
  return { ...mailbox, mails: [...usable, ...(added.length > 0 ? added : [sent])] };
}
