/** Which mail is due next, as part of a signature's state. */
import { type MailKind, mailKind } from '../mail/kind.ts';
import { isForLater } from '../mail/sweep-time.ts';
import type { SignatureRecord } from './record.ts';

type Outbox = Pick<SignatureRecord, 'due' | 'dueAt' | 'dueNext' | 'email'>;

/**
 * One mail of each kind is due at most. Where that kind is due already, its mail may be on its way and tell what was so
 * before: a later `dueAt` says that it is due again, so that the mailer cannot settle the one with the other.
 *
 * @returns the record with one more mail due: at once, or when the one that is due now is out
 */
export function withMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  // Nobody knows any more where it would have to go.
  if (record.email === '') return record;
  const waiting = waitingMail(record, now);
  if (record.due === mail) return { ...record, dueAt: waiting ? now.toISOString() : laterThan(record.dueAt, now) };
  // What is due now does not stand behind what is due later.
  if (waiting) {
    const dueNext = [...record.dueNext.filter((one) => one !== mail), waiting];
    return { ...record, due: mail, dueAt: now.toISOString(), dueNext };
  }
  if (record.dueNext.includes(mail)) return record;
  if (record.due) return { ...record, dueNext: [...record.dueNext, mail] };
  return { ...record, due: mail, dueAt: now.toISOString() };
}

/**
 * The same for a mail that has to wait until then. Where it follows another one, it goes out with that. One that is
 * due already, and may be on its way, goes out once more then.
 */
export function withMailAt<Kept extends Outbox>(record: Kept, mail: MailKind, at: Date, now: Date): Kept {
  if (at <= now) return withMail(record, mail, now);
  const isFree = record.due === undefined || record.due === mail;
  if (record.email === '' || !isFree) return withMail(record, mail, now);
  return { ...record, due: mail, dueAt: laterThan(record.dueAt, at) };
}

/** @returns the mail that waits for its time, if one does */
function waitingMail({ due, dueAt }: Outbox, now: Date): MailKind | undefined {
  const mail = mailKind.safeParse(due).data;
  return mail && dueAt !== undefined && isForLater(dueAt, now) ? mail : undefined;
}

/** @returns now, or the next millisecond where that moment has not passed: no two demands have the same time */
function laterThan(known: string | undefined, now: Date): string {
  const earliest = known === undefined ? 0 : Date.parse(known) + 1;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

/** @returns the record without a mail that has become needless; the next one is due instead, if any */
export function withoutMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  if (record.due !== mail) return { ...record, dueNext: record.dueNext.filter((one) => one !== mail) };
  const [due, ...dueNext] = record.dueNext;
  return { ...record, due, dueAt: due && now.toISOString(), dueNext };
}
