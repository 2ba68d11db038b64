/**
 * Blocks by mailbox owners who ask us never to write again. The same link undoes the block for as long as it lasts. A
 * row under a hash of the link's token names the mailbox by its keyed hash, and no signature.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { putIf } from '../platform/store/change.ts';
import { blockKey, mailboxKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import { backOff, conflictError, type Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { hashMailbox, mailboxOf, putMailboxAt } from './record.ts';

const block = z.object({ blockedMailbox: z.string() });
const maxAttempts = 10;

const rowOf = (token: string) => blockKey(createHash('sha256').update(`block:${token}`).digest('base64url'));

/** @returns the item that records which mailbox the link with that token has blocked */
export function blockPut({ table }: Store, keys: Keys, { token, email }: { token: string; email: string }) {
  return { TableName: table, Item: { ...rowOf(token), blockedMailbox: hashMailbox(keys, email) } };
}

/** One PutItem. */
export async function noteBlock(store: Store, keys: Keys, blocked: { token: string; email: string }): Promise<void> {
  await putIf(store, blockPut(store, keys, blocked));
}

/** @returns whether the link with that token has blocked a mailbox that is still blocked. At most two reads */
export async function hasBlocked(store: Store, token: string): Promise<boolean> {
  return (await findBlocked(store, token)) !== undefined;
}

async function findBlocked(store: Store, token: string) {
  const hash = block.safeParse(await readItem(store, rowOf(token))).data?.blockedMailbox;
  if (hash === undefined) return undefined;
  const mailbox = mailboxOf(await readItem(store, mailboxKey(hash)));
  return mailbox.suppressed?.because === 'asked' ? { hash, mailbox } : undefined;
}

/**
 * Unblocks the mailbox that this link has blocked, unless something else suppresses it. Idempotent.
 *
 * @returns whether it was blocked
 */
export async function undoBlock(store: Store, token: string, now: Date): Promise<boolean> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const found = await findBlocked(store, token);
    if (!found) return false;
    const { hash, mailbox } = found;
    const Put = putMailboxAt(
      store,
      hash,
      { before: mailbox, after: { ...mailbox, suppressed: undefined } },
      now.getTime(),
    );
    const Delete = { TableName: store.table, Key: rowOf(token) };
    if ((await transact(store, [{ Put }, { Delete }])).written) return true;
    await backOff(attempt);
  }
  throw conflictError('the row of the mailbox changed');
}
