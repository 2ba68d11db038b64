/** Which mail of a signature is due next, as part of its state. */
import { type MailKind, mailKind } from '../mail/kind.ts';
import { isForLater } from '../mail/sweep-time.ts';
import type { SignatureRecord } from './record.ts';

type Outbox = Pick<SignatureRecord, 'due' | 'dueAt' | 'dueNext' | 'email'>;

/**
 * At most one mail of each kind is due. If that kind is due already, its mail may be on its way with outdated content.
 * A later `dueAt` then marks it as due again, so that the mailer cannot settle both by sending the first.
 *
 * @returns the record with one more mail due: at once, or after the one that is due now
 */
export function withMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  // The mailbox was erased.
  if (record.email === '') return record;
  const waiting = waitingMail(record, now);
  if (record.due === mail) return { ...record, dueAt: waiting ? now.toISOString() : laterThan(record.dueAt, now) };
  // A mail that is due now goes before one that is due later.
  if (waiting) {
    const dueNext = [...record.dueNext.filter((one) => one !== mail), waiting];
    return { ...record, due: mail, dueAt: now.toISOString(), dueNext };
  }
  if (record.dueNext.includes(mail)) return record;
  if (record.due) return { ...record, dueNext: [...record.dueNext, mail] };
  return { ...record, due: mail, dueAt: now.toISOString() };
}

/**
 * The same for a mail that has to wait until a given time. Behind another due mail, it is sent right after that one. A
 * mail of the same kind that is due already, and may be on its way, is sent again at that time.
 */
export function withMailAt<Kept extends Outbox>(record: Kept, mail: MailKind, at: Date, now: Date): Kept {
  if (at <= now) return withMail(record, mail, now);
  const isFree = record.due === undefined || record.due === mail;
  if (record.email === '' || !isFree) return withMail(record, mail, now);
  return { ...record, due: mail, dueAt: laterThan(record.dueAt, at) };
}

/** @returns the mail that waits for its time, if any */
function waitingMail({ due, dueAt }: Outbox, now: Date): MailKind | undefined {
  const mail = mailKind.safeParse(due).data;
  return mail && dueAt !== undefined && isForLater(dueAt, now) ? mail : undefined;
}

/**
 * @returns the given time, or one millisecond after `known` if that is later, so that two requests never have the same
 *   time
 */
function laterThan(known: string | undefined, now: Date): string {
  const earliest = known === undefined ? 0 : Date.parse(known) + 1;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

/** @returns the record without a mail that is no longer needed; the next one becomes due, if any */
export function withoutMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  if (record.due !== mail) return { ...record, dueNext: record.dueNext.filter((one) => one !== mail) };
  const [due, ...dueNext] = record.dueNext;
  return { ...record, due, dueAt: due && now.toISOString(), dueNext };
}
