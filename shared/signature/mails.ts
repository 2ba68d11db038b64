/** Which mail is due next, as part of a signature's state. */
import type { MailKind } from '../mail/kind.ts';
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
  if (record.due === mail) return { ...record, dueAt: laterThan(record.dueAt, now) };
  if (record.dueNext.includes(mail)) return record;
  if (record.due) return { ...record, dueNext: [...record.dueNext, mail] };
  return { ...record, due: mail, dueAt: now.toISOString() };
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
