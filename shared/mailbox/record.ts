/**
 * The record of a mailbox, under a keyed hash of it: its confirmation mails, so that strangers cannot use us to flood
 * it (rule 4), and the codes printed in them. It expires 30 days after the last mail; a suppression is kept.
 */
import * as z from 'zod';
import { letterSlug, signatureId } from '../ids.ts';
import { putIf } from '../platform/store/change.ts';
import { mailboxKey } from '../platform/store/keys.ts';
import { type Consistency, readItem } from '../platform/store/read.ts';
import { backOff, conflictError, type Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { isoTimestamp, pendingKeptFor } from '../time.ts';
import { canonicalMailbox } from './address.ts';
import { mailInProgress } from './mail-in-progress.ts';

const sentMail = z.object({
  /** Id of the signature that the mail confirms, or of the request that it answers. */
  mail: signatureId,
  /** Keyed hash of the whole request: tells a repeat from a corrected submission. */
  content: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** The signature that it can confirm; absent on mails that only bring links to confirmed signatures. */
  signature: signatureId.optional(),
  letter: letterSlug.optional(),
  codeHash: z.string().optional(),
  /** Expiry of the code, in milliseconds since 1970. */
  expiresAt: z.number().optional(),
  /** It contained links that somebody requested for the mailbox. */
  links: z.literal(true).optional(),
});
export type SentMail = z.infer<typeof sentMail>;

/** A confirmed signature of the mailbox, to find it when the owner asks for a link, or signs again. */
const ownSignature = z.object({ id: signatureId, letter: letterSlug, claimant: z.string() });
export type OwnSignature = z.infer<typeof ownSignature>;

const suppression = z.object({ at: isoTimestamp, because: z.enum(['bounce', 'complaint', 'asked']) });
/** Why no mail at all is sent to a mailbox, and since when. */
export type Suppression = z.infer<typeof suppression>;

const mailboxRecord = z.object({
  mails: z.array(sentMail),
  signatures: z.array(ownSignature).default([]),
  inHand: z.array(mailInProgress).default([]),
  /** The latest signatures that got no mail because of the mailbox's cap: a request for links also sends theirs. */
  waiting: z.array(z.object({ id: signatureId, at: z.number() })).optional(),
  suppressed: suppression.optional(),
  revision: z.number(),
});
export type MailboxRecord = z.infer<typeof mailboxRecord>;

/** @returns the keyed hash under which a mailbox is stored */
export function hashMailbox(keys: Keys, email: string): string {
  return keys.hash('mailbox', canonicalMailbox(email));
}

/** @returns the record of a mailbox, an empty one if there is none. One read */
export async function readMailbox(
  store: Store,
  keys: Keys,
  email: string,
  consistency?: Consistency,
): Promise<MailboxRecord> {
  return mailboxOf(await readItem(store, mailboxKey(hashMailbox(keys, email)), consistency));
}

/** @returns the record from its table row */
export function mailboxOf(item: Readonly<Record<string, unknown>> | undefined): MailboxRecord {
  return mailboxRecord.parse(item ?? { mails: [], revision: 0 });
}

/**
 * Reads, changes and writes the row of a mailbox, and retries when it changed concurrently.
 *
 * @param known the row, if the caller has just read it; saves a read. It may be a second old: the write is refused when
 *   the row changed, and a refusal is judged again on the row as it is
 * @param change returns the new row; undefined to leave it unchanged; or a word that refuses the change
 * @param also items written with the row, if it is written: the audit entry
 */
export async function changeMailbox<Refusal extends string = never>(
  store: Store,
  keys: Keys,
  email: string,
  change: (mailbox: MailboxRecord) => MailboxRecord | Refusal | undefined,
  now: number,
  known?: MailboxRecord,
  also: TransactItems = [],
): Promise<MailboxRecord | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    const isKnown = attempt === 1 && known !== undefined;
    const mailbox = isKnown ? known : await readMailbox(store, keys, email);
    const next = change(mailbox);
    if (isKnown && typeof next === 'string') continue;
    if (next === undefined) return mailbox;
    if (typeof next === 'string') return next;
    const Put = putMailbox(store, keys, { email, before: mailbox, after: next }, now);
    if (await (also.length === 0 ? putIf(store, Put) : isWritten(store, [{ Put }, ...also]))) return next;
    if (attempt >= maxAttempts) throw conflictError('the row of the mailbox changed');
    await backOff(attempt);
  }
}

const maxAttempts = 20;

async function isWritten(store: Store, items: TransactItems): Promise<boolean> {
  return (await transact(store, items)).written;
}

/** @returns the item that writes the row unless it changed since it was read */
export function putMailbox(
  store: Store,
  keys: Keys,
  { email, before, after }: { email: string; before: MailboxRecord; after: MailboxRecord },
  now: number,
) {
  return putMailboxAt(store, hashMailbox(keys, email), { before, after }, now);
}

/** @param hash under which the row is stored */
export function putMailboxAt(
  store: Store,
  hash: string,
  { before, after }: { before: MailboxRecord; after: MailboxRecord },
  now: number,
) {
  const { revision } = before;
  // Rows with signatures last as long as these, and suppressions are permanent; other rows expire.
  const ttl = after.signatures.length > 0 || after.suppressed ? undefined : Math.ceil((now + pendingKeptFor) / 1000);
  return {
    TableName: store.table,
    Item: { ...mailboxKey(hash), ...after, revision: revision + 1, ttl },
    ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision',
    ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':revision': revision } }),
  };
}
