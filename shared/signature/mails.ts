/** Which mail is due next, as part of a signature's state. */
import type { MailKind } from '../mail/kind.ts';
import type { SignatureRecord } from './record.ts';

type Outbox = Pick<SignatureRecord, 'due' | 'dueAt' | 'dueNext' | 'email'>;

/** @returns the record with one more mail due: at once, or when the one that is due now is out. Never twice the same */
export function withMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  // Nobody knows any more where it would have to go.
  if (record.email === '') return record;
  if (record.due === mail || record.dueNext.includes(mail)) return record;
  if (record.due) return { ...record, dueNext: [...record.dueNext, mail] };
  return { ...record, due: mail, dueAt: now.toISOString() };
}

/** @returns the record without a mail that has become needless; the next one is due instead, if any */
export function withoutMail<Kept extends Outbox>(record: Kept, mail: MailKind, now: Date): Kept {
  if (record.due !== mail) return { ...record, dueNext: record.dueNext.filter((one) => one !== mail) };
  const [due, ...dueNext] = record.dueNext;
  return { ...record, due, dueAt: due && now.toISOString(), dueNext };
}
