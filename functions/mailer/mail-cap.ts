/** Whether a mail may go to a mailbox that anybody could have asked for (DESIGN rule 4). */
import type { LetterSlug, SignatureId } from '../../shared/ids.ts';
import type { HeldBecause } from '../../shared/mail/held-because.ts';
import {
  findInHand,
  findUnsettled,
  type MailInHand,
  type OwnMail,
  takeInHand,
} from '../../shared/mailbox/mail-in-progress.ts';
import { changeMailbox, type MailboxRecord, type SentMail } from '../../shared/mailbox/record.ts';
import { noteAtBase } from '../../shared/mailbox/spelling.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { hashCode, makeCode } from '../../shared/platform/token/token.ts';
import { pendingKeptFor } from '../../shared/time.ts';

/** Unanswered mails that a mailbox gets within a day, over all letters. */
const maxUnanswered = 5;
/**
 * One of these is kept for links that somebody asks for by the mailbox, and one for submissions: neither of the two keeps
 * the other from whom the mailbox belongs to.
 */
const maxOfOneKind = maxUnanswered - 1;
/** So many signatures for which there was no place are noted, and no more within an hour: each is a write. */
const maxWaiting = 10;
const hour = 3600 * 1000;
const day = 24 * 3600 * 1000;
/** The same content again within this time gets no second mail: a double click is not two requests. */
const sameContentFor = 10 * 60 * 1000;

/** So many tries of one mail are noted, whose codes may have gone out without an answer. */
const maxTries = 5;

/** Which mail it is, and the keyed hash of what was asked for. */
export interface AskedMail {
  readonly mail: SignatureId;
  readonly content: string;
  /** It brings links that somebody asked for, by the mailbox. */
  readonly links?: true;
}

/**
 * The same mail again (in flight when a process died) is always allowed, and counts once.
 *
 * @returns why the mail may not go to the mailbox now, if it may not
 */
export function refusal({ suppressed, mails }: MailboxRecord, { mail, content, links }: AskedMail, now: number) {
  if (suppressed) return 'suppressed';
  const others = mails.filter((sent) => sent.mail !== mail);
  if (others.some((sent) => sent.content === content && sent.at > now - sameContentFor)) return 'mail-just-sent';
  const today = others.filter(({ at }) => at > now - day);
  const unanswered = new Set(today.map((sent) => sent.mail));
  const alike = new Set(today.filter((sent) => sent.links === links).map((sent) => sent.mail));
  return unanswered.size >= maxUnanswered || alike.size >= maxOfOneKind ? 'mailbox-cap' : undefined;
}

/** Notes a signature that gets no mail because of the mailbox's cap, so that a mail with links can confirm it. */
export async function noteWaiting(
  store: Store,
  keys: Keys,
  { email, mailbox: known, signature }: { email: string; mailbox: MailboxRecord; signature: SignatureId },
  now: number,
): Promise<void> {
  const note = (mailbox: MailboxRecord) => {
    const { waiting = [] } = mailbox;
    const isNoted = waiting.some(({ id }) => id === signature);
    const recent = waiting.filter(({ at }) => at > now - hour);
    if (isNoted || recent.length >= maxWaiting) return undefined;
    return { ...mailbox, waiting: [...waiting, { id: signature, at: now }].slice(-maxWaiting) };
  };
  await changeMailbox(store, keys, email, note, now, known);
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
export async function checkMailCap(
  store: Store,
  keys: Keys,
  { email, mailbox: known, ...asked }: Asked,
  confirms: readonly Confirmable[],
  now: number,
): Promise<MailPermit> {
  const refused = await refusalAtBase(store, keys, { ...asked, email }, now);
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
  const refused = await refusalAtBase(store, keys, { ...asked, email }, now);
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

type AskedAtBase = Pick<AskedMail, 'mail' | 'links'> & { readonly email: string };

function refusalAtBase(store: Store, keys: Keys, asked: AskedAtBase, now: number) {
  const kind = asked.links ? { links: asked.links } : {};
  const judge = (base: MailboxRecord, mail: SignatureId) => refusal(base, { mail, content: mail, ...kind }, now);
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
  const oldest = [...tries].sort((one, other) => other - one).at(maxTries - 2) ?? 0;
  const usable = mailbox.mails.filter(
    (one) => one.at > now - pendingKeptFor && (one.mail !== asked.mail || one.at >= oldest),
  );
  return { ...mailbox, mails: [...usable, ...(added.length > 0 ? added : [sent])] };
}
