/** The signatures of a mailbox: to find them when its owner asks for a link, or signs again. */
import type { SignatureId } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import type { StoredToken } from '../platform/token/token.ts';
import { forgetInvitations } from './invited.ts';
import {
  endAttempt,
  findMailInProgress,
  findUnsettled,
  type MailInProgress,
  type OwnMail,
  startMail,
} from './mail-in-progress.ts';
import { changeMailbox, hashMailbox, type MailboxRecord, type OwnSignature, type Suppression } from './record.ts';
import { forgetAtBase } from './spelling.ts';
import { forgetSubscriptions } from './subscriber.ts';

/** The mailbox row once a mailer works on a receipt. */
export interface Answered {
  /** Why no mail may be sent there, if so. */
  readonly suppressed: Suppression | undefined;
  readonly inProgress: MailInProgress;
  /** Whether another attempt came before, which may have sent the mail. */
  readonly again: boolean;
}

/**
 * Starts on the receipt and records that the signature was confirmed: its mails no longer count against the mailbox's
 * daily cap, their codes are spent, and the mailbox owns the signature.
 *
 * @returns undefined when another mailer works on the receipt
 */
export async function noteAnswer(
  store: Store,
  keys: Keys,
  { email, own, known }: { email: string; own: OwnSignature; known: MailboxRecord | undefined },
  mail: OwnMail,
  now: number,
): Promise<Answered | undefined> {
  let tries = 0;
  let again = false;
  const written = await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      tries += 1;
      again = tries > 1 || findUnsettled(mailbox, mail) !== undefined;
      const inHand = startMail(mailbox, mail, now);
      if (typeof inHand === 'string') return inHand;
      const mails = mailbox.mails.filter(({ signature }) => signature !== own.id);
      const signatures = [...mailbox.signatures.filter(({ id }) => id !== own.id), own];
      return { ...mailbox, mails, signatures, inHand, ...waitingWithout(mailbox, own.id) };
    },
    now,
    known,
  );
  await forgetAtBase(store, keys, { email, mail: own.id }, now);
  const inProgress = typeof written === 'string' ? undefined : findMailInProgress(written, mail);
  return typeof written === 'string' || !inProgress ? undefined : { suppressed: written.suppressed, inProgress, again };
}

/** A mail in progress whose attempt ends. */
export interface EndedAttempt {
  readonly email: string;
  readonly inProgress: MailInProgress;
  /** The token of this attempt. */
  readonly token: StoredToken;
  /** There was no answer, so somebody may have the mail. */
  readonly isPerhapsOut: boolean;
}

/**
 * Ends an attempt whose mail was not sent, so that the next mailer can try at once. If SES said so, nothing of the
 * attempt is kept.
 *
 * @param now time of the attempt
 */
export async function releaseLease(
  store: Store,
  keys: Keys,
  { email, inProgress, token, isPerhapsOut }: EndedAttempt,
  now: number,
): Promise<void> {
  await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      const known = findMailInProgress(mailbox, inProgress);
      // Another mailer took it over, because this one had it for too long.
      if (known?.until !== inProgress.until) return;
      const noted = isPerhapsOut ? mailbox : withoutAttempt(mailbox, inProgress.signature, now);
      return { ...noted, inHand: endAttempt(mailbox.inHand, known, { token, isPerhapsOut, now }) };
    },
    now,
  );
  if (!isPerhapsOut) await forgetAtBase(store, keys, { email, mail: inProgress.signature }, now);
}

/** Removes the record of a mail that was not sent at that time. */
export async function removeAttempt(
  store: Store,
  keys: Keys,
  { email, mail }: { email: string; mail: SignatureId },
  now: number,
): Promise<void> {
  const isNoted = ({ mails }: MailboxRecord) => mails.some((sent) => sent.mail === mail && sent.at === now);
  const change = (mailbox: MailboxRecord) => (isNoted(mailbox) ? withoutAttempt(mailbox, mail, now) : undefined);
  await changeMailbox(store, keys, email, change, now);
  await forgetAtBase(store, keys, { email, mail }, now);
}

/** @returns the row without the record of a mail that was not sent at that time */
function withoutAttempt(mailbox: MailboxRecord, mail: SignatureId, at: number): MailboxRecord {
  return { ...mailbox, mails: mailbox.mails.filter((sent) => sent.mail !== mail || sent.at !== at) };
}

/** Removes every trace of that signature from the mailbox, and of the updates that only it was sent. */
export async function forgetSignature(
  store: Store,
  keys: Keys,
  { email, signature }: { email: string; signature: SignatureId },
  now: number,
): Promise<void> {
  const { signatures, mails } = await changeMailbox<never>(
    store,
    keys,
    email,
    (mailbox) => {
      const without = withoutSignature(mailbox, signature);
      return entriesOf(without) === entriesOf(mailbox) ? undefined : without;
    },
    now,
  );
  const asked = mails.flatMap(({ letter, signature: id }) => (letter && id ? [[letter, id] as const] : []));
  const kept = new Map([...asked, ...signatures.map(({ letter, id }) => [letter, id] as const)]);
  const hash = hashMailbox(keys, email);
  await forgetSubscriptions(store, hash, { signature, kept });
  await forgetInvitations(store, hash, { signature, kept });
}

/** @returns the row without that signature */
export function withoutSignature(mailbox: MailboxRecord, signature: SignatureId): MailboxRecord {
  return {
    ...mailbox,
    mails: mailbox.mails.filter((sent) => sent.signature !== signature && sent.mail !== signature),
    signatures: mailbox.signatures.filter(({ id }) => id !== signature),
    inHand: mailbox.inHand.filter((one) => one.signature !== signature),
    ...waitingWithout(mailbox, signature),
  };
}

function waitingWithout({ waiting = [] }: MailboxRecord, signature: SignatureId): Pick<MailboxRecord, 'waiting'> {
  const others = waiting.filter(({ id }) => id !== signature);
  return { waiting: others.length > 0 ? others : undefined };
}

const entriesOf = ({ mails, signatures, inHand, waiting = [] }: MailboxRecord) =>
  mails.length + signatures.length + inHand.length + waiting.length;

/**
 * @returns the signatures of a mailbox: confirmed ones, and those that a mail asked it to confirm, or would have asked
 *   but for the cap
 */
export function signaturesOf({ signatures, mails, waiting = [] }: MailboxRecord): {
  confirmed: readonly OwnSignature[];
  pending: SignatureId[];
} {
  const asked = mails.flatMap(({ signature }) => signature ?? []);
  return { confirmed: signatures, pending: [...new Set([...asked, ...waiting.map(({ id }) => id)])] };
}
