/**
 * Counts mails to `name+anything` at `name` as well, so that one mailbox is not flooded under many spellings. The row
 * of `name` records only that a mail was sent, and not for which signature.
 */
import { createHash } from 'node:crypto';
import { makeSignatureId, type SignatureId } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { canonicalMailbox, cappedMailbox } from './address.ts';
import { changeMailbox, type MailboxRecord } from './record.ts';

/** @returns the other address at which it counts; undefined for an address without a plus */
function baseOf(email: string): string | undefined {
  const base = cappedMailbox(email);
  return base === canonicalMailbox(email) ? undefined : base;
}

/** @returns an id of the mail for the row of the base, from which its signature cannot be found */
function unnamed(keys: Keys, mail: SignatureId): SignatureId {
  return makeSignatureId(
    createHash('sha256')
      .update(keys.hash('content', 'spelling', mail))
      .digest(),
  );
}

/**
 * Notes the mail at the base address, if it may be sent there. One read and one write; none for an address without a
 * plus.
 *
 * @param refusal judges by the row of the base why it may not
 */
export async function noteAtBase<Refusal extends string>(
  store: Store,
  keys: Keys,
  { email, mail, links }: { email: string; mail: SignatureId; links?: true },
  refusal: (base: MailboxRecord, mail: SignatureId) => Refusal | undefined,
  now: number,
): Promise<Refusal | undefined> {
  const base = baseOf(email);
  if (base === undefined) return undefined;
  const named = unnamed(keys, mail);
  const note = (row: MailboxRecord) => {
    const refused = refusal(row, named);
    const others = row.mails.filter((sent) => sent.mail !== named);
    return (
      refused ?? { ...row, mails: [...others, { mail: named, content: named, at: now, ...(links ? { links } : {}) }] }
    );
  };
  const written = await changeMailbox(store, keys, base, note, now);
  return typeof written === 'string' ? written : undefined;
}

/** Stops counting a mail that was answered or not sent. */
export async function forgetAtBase(
  store: Store,
  keys: Keys,
  { email, mail }: { email: string; mail: SignatureId },
  now: number,
): Promise<void> {
  const base = baseOf(email);
  if (base === undefined) return;
  const named = unnamed(keys, mail);
  const drop = (row: MailboxRecord) => {
    const mails = row.mails.filter((sent) => sent.mail !== named);
    return mails.length < row.mails.length ? { ...row, mails } : undefined;
  };
  await changeMailbox(store, keys, base, drop, now);
}
