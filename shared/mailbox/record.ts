/**
 * What is kept of a mailbox, under a keyed hash of it: which confirmation mails went there, so that strangers cannot
 * use us to flood it (DESIGN rule 4), and the codes printed in them. Gone 30 days after the last mail; but that a mailbox
 * takes no mail, or wants none, is kept.
 */
import * as z from 'zod';
import { moment } from '../letter/letter.ts';
import { letterSlug } from '../letter/slug.ts';
import { signatureId } from '../signature/id.ts';
import { pendingKeptFor } from '../signature/record.ts';
import { putIf } from '../store/change.ts';
import { codeTriesKey, mailboxKey } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import { backOff, type Store, tooBusy } from '../store/store.ts';
import { type TransactItems, transact } from '../store/transaction.ts';
import type { Keys } from '../token/keys.ts';
import { canonicalMailbox } from './address.ts';
import { mailInHand } from './in-hand.ts';

const sentMail = z.object({
  /** Which mail it was: the id of the signature that it confirms, or of the request that it answers. */
  mail: signatureId,
  /** Keyed hash of all that was asked for: tells a repeat from a corrected submission. */
  content: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** What it can confirm; a mail that only brings links to confirmed signatures has none. */
  signature: signatureId.optional(),
  letter: letterSlug.optional(),
  codeHash: z.string().optional(),
  /** Until when the code works, milliseconds since 1970. */
  expiresAt: z.number().optional(),
  /** How many codes had been tried on this mailbox when this one was made. */
  triesBefore: z.number().default(0),
});
export type SentMail = z.infer<typeof sentMail>;

/** A confirmed signature of the mailbox: to find it when its owner asks for a link, or signs once more. */
const ownSignature = z.object({ id: signatureId, letter: letterSlug, claimant: z.string() });
export type OwnSignature = z.infer<typeof ownSignature>;

const suppression = z.object({ at: moment, because: z.enum(['bounce', 'complaint', 'asked']) });
/** Why nothing at all is sent to a mailbox, and since when. */
export type Suppression = z.infer<typeof suppression>;

export const mailboxRecord = z.object({
  mails: z.array(sentMail),
  signatures: z.array(ownSignature).default([]),
  inHand: z.array(mailInHand).default([]),
  suppressed: suppression.optional(),
  /** Codes typed before tries had a row of their own. It changes no more. */
  tries: z.number(),
  revision: z.number(),
});

export interface MailboxRecord extends z.infer<typeof mailboxRecord> {
  /** How many codes were typed for the mailbox by the time it was read. */
  readonly codesTried: number;
}

/** The row of the tries: see `codeTriesKey`. */
export const triesRow = z.object({ tries: z.number() });

/** @returns the keyed hash under which a mailbox is found */
export function hashMailbox(keys: Keys, email: string): string {
  return keys.hash('mailbox', canonicalMailbox(email));
}

/**
 * @returns what is kept of a mailbox, an empty row where there is none. One strongly consistent BatchGetItem of two rows,
 *   with whatever else is read in the same moment
 */
export async function readMailbox(store: Store, keys: Keys, email: string): Promise<MailboxRecord> {
  const hash = hashMailbox(keys, email);
  const [item, tried] = await Promise.all([readItem(store, mailboxKey(hash)), readItem(store, codeTriesKey(hash))]);
  return mailboxOf(item, triesRow.parse(tried ?? { tries: 0 }).tries);
}

/** @returns the row as it stands in the table, and how many codes were typed by its own row */
export function mailboxOf(item: Readonly<Record<string, unknown>> | undefined, tries: number): MailboxRecord {
  const mailbox = mailboxRecord.parse(item ?? { mails: [], tries: 0, revision: 0 });
  return { ...mailbox, codesTried: mailbox.tries + tries };
}

/**
 * Reads, changes and writes the row of a mailbox, again when somebody was faster.
 *
 * @param known the row as the caller has read it just now: then it is not read again
 * @param change gives the row as it shall be; nothing when it is right as it is; or a word when it must stay so
 * @param also what is written with it, if it is written: the line of the audit trail
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
    const mailbox = (attempt === 1 && known) || (await readMailbox(store, keys, email));
    const next = change(mailbox);
    if (next === undefined) return mailbox;
    if (typeof next === 'string') return next;
    const Put = putMailbox(store, keys, { email, before: mailbox, after: next }, now);
    if (await (also.length === 0 ? putIf(store, Put) : isWritten(store, [{ Put }, ...also]))) return next;
    if (attempt >= mostAttempts) throw tooBusy('the row of the mailbox changed');
    await backOff(attempt);
  }
}

const mostAttempts = 20;

async function isWritten(store: Store, items: TransactItems): Promise<boolean> {
  return (await transact(store, items)).written;
}

/** @returns what writes the row, if it is still as it was read */
export function putMailbox(
  store: Store,
  keys: Keys,
  { email, before, after }: { email: string; before: MailboxRecord; after: MailboxRecord },
  now: number,
) {
  const { revision } = before;
  const { codesTried: _apart, ...stored } = after;
  // Who has signed is found as long as the signature is there, and no mail means for good; the rest goes by itself.
  const ttl = after.signatures.length > 0 || after.suppressed ? undefined : Math.ceil((now + pendingKeptFor) / 1000);
  return {
    TableName: store.table,
    Item: { ...mailboxKey(hashMailbox(keys, email)), ...stored, revision: revision + 1, ttl },
    ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :revision',
    ...(revision === 0 ? {} : { ExpressionAttributeValues: { ':revision': revision } }),
  };
}
