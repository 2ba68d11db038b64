/** Decides whether a mail may go to a mailbox that anyone could have entered (rule 4). */
import type { LetterSlug, SignatureId } from '../../shared/ids.ts';
import type { HeldBecause } from '../../shared/mail/held-because.ts';
import {
  findMailInProgress,
  findUnsettled,
  type MailInProgress,
  type OwnMail,
  startMail,
} from '../../shared/mailbox/mail-in-progress.ts';
import { changeMailbox, type MailboxRecord, type SentMail } from '../../shared/mailbox/record.ts';
import { noteAtBase } from '../../shared/mailbox/spelling.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { hashCode, makeCode } from '../../shared/platform/token/token.ts';
import { pendingKeptFor } from '../../shared/time.ts';

/** Maximum of unanswered mails to a mailbox within a day, over all letters. */
const maxUnanswered = 5;
/**
 * One of these is reserved for requests for links and one for submissions, so that neither can block the other for the
 * owner of the mailbox.
 */
const maxOfOneKind = maxUnanswered - 1;
/** Maximum of noted signatures that could get no mail, and of new notes within an hour: each note is a write. */
const maxWaiting = 10;
const hour = 3600 * 1000;
const day = 24 * 3600 * 1000;
/** The same content within this time gets no second mail: a double click is not two requests. In milliseconds. */
const sameContentFor = 10 * 60 * 1000;

/** Maximum of noted attempts for one mail, whose codes may have been sent even when no answer came. */
const maxTries = 5;

/** Identifies the mail, with the keyed hash of what was requested. */
export interface AskedMail {
  readonly mail: SignatureId;
  readonly content: string;
  /** Set when the mail answers a request for links. */
  readonly links?: true;
}

/**
 * The same mail again (being sent when a process died) is always allowed, and counts once.
 *
 * @returns why the mail may not be sent to the mailbox now, or undefined
 */
export function mailRefusal({ suppressed, mails }: MailboxRecord, { mail, content, links }: AskedMail, now: number) {
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

/** The codes to print, or why no mail may be sent. */
export type MailPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string> }
  | { allowed: false; because: HeldBecause };

/** As `MailPermit`; an allowed mail is also marked as being sent. */
export type StartedMailPermit =
  | { allowed: true; codes: ReadonlyMap<SignatureId, string>; inProgress: MailInProgress; again: boolean }
  | { allowed: false; because: HeldBecause | 'in-progress' };

/** The mail to send, with the mailbox as just read. */
type Asked = AskedMail & { readonly email: string; readonly mailbox: MailboxRecord };

/** A pending signature that a mail can confirm. */
interface Confirmable {
  readonly id: SignatureId;
  readonly letter: LetterSlug;
  readonly expiresAt: number;
}

/**
 * Records a mail to the mailbox, if it may be sent, with a new code for each signature that it can confirm.
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
 * As `checkMailCap`, for a mail about a signature: the same write marks it as being sent.
 *
 * @returns also whether it may have been marked before (`again`): then it may already have been sent
 */
export async function checkMailCapAndStart(
  store: Store,
  keys: Keys,
  { email, mailbox: known, ...asked }: Asked,
  { confirms, mail }: { confirms: readonly Confirmable[]; mail: OwnMail },
  now: number,
): Promise<StartedMailPermit> {
  const refused = await refusalAtBase(store, keys, { ...asked, email }, now);
  if (refused) return { allowed: false, because: refused };
  const codes = codesFor(confirms);
  let again = false;
  const note = (mailbox: MailboxRecord): MailboxRecord | HeldBecause | 'in-progress' => {
    again = mailbox !== known || findUnsettled(mailbox, mail) !== undefined;
    const inHand = startMail(mailbox, mail, now);
    if (typeof inHand === 'string') return inHand;
    const noted = withSent(keys, mailbox, { asked, confirms, codes }, now);
    return typeof noted === 'string' ? noted : { ...noted, inHand };
  };
  const written = await changeMailbox(store, keys, email, note, now, known);
  if (typeof written === 'string') return { allowed: false, because: written };
  const inProgress = findMailInProgress(written, mail);
  return inProgress ? { allowed: true, codes, inProgress, again } : { allowed: false, because: 'in-progress' };
}

type AskedAtBase = Pick<AskedMail, 'mail' | 'links'> & { readonly email: string };

function refusalAtBase(store: Store, keys: Keys, asked: AskedAtBase, now: number) {
  const kind = asked.links ? { links: asked.links } : {};
  const judge = (base: MailboxRecord, mail: SignatureId) => mailRefusal(base, { mail, content: mail, ...kind }, now);
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
  const refused = mailRefusal(mailbox, asked, now);
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
