/**
 * Members in the table: few, all in one partition. A row under a keyed hash of the mailbox ensures that each mailbox
 * belongs to one member.
 */
import * as z from 'zod';
import { type MemberId, memberId } from '../ids.ts';
import { canonicalMailbox } from '../mailbox/address.ts';
import { memberKey, memberMailboxKey, membersPartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { type Member, member } from './member.ts';

const mailboxRow = z.object({ member: memberId });

/** @returns the member, even a revoked one. One strongly consistent read. */
export async function readMember(store: Store, id: MemberId): Promise<Member | undefined> {
  const item = await readItem(store, memberKey(id));
  return item && member.parse(item);
}

/** @returns the member with that mailbox. At most two reads. */
export async function findMember(store: Store, keys: Keys, email: string): Promise<Member | undefined> {
  const row = await readItem(store, memberMailboxKey(mailboxHash(keys, email)));
  return row && readMember(store, mailboxRow.parse(row).member);
}

/** @returns all members including revoked ones, oldest first */
export async function listMembers(store: Store): Promise<readonly Member[]> {
  const members = await queryAll(store, table, membersPartition, { consistency: 'consistent' }, member);
  return members.sort((a, b) => a.invitedAt.localeCompare(b.invitedAt));
}

/**
 * Writes a new member.
 *
 * @param also items in the same transaction: the audit entry
 * @returns whether it was written; false when the mailbox belongs to a member already
 */
export async function addMember(store: Store, keys: Keys, added: Member, also: TransactItems = []): Promise<boolean> {
  const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
  const mailbox = { ...memberMailboxKey(mailboxHash(keys, added.email)), member: added.id };
  const { written } = await transact(store, [
    { Put: { TableName: store.table, Item: mailbox, ...condition } },
    { Put: { TableName: store.table, Item: { ...memberKey(added.id), ...added }, ...condition } },
    ...also,
  ]);
  return written;
}

/**
 * Writes a changed member, unless it changed since it was read.
 *
 * @param unless another member: nothing is written when that one changed since it was read
 * @param next with the revision as read
 * @returns the member as written, or undefined when it changed since it was read
 */
export async function writeMember(
  store: Store,
  next: Member,
  also: TransactItems = [],
  unless?: Member,
): Promise<Member | undefined> {
  const written = { ...next, revision: next.revision + 1 };
  const Put = {
    TableName: store.table,
    Item: { ...memberKey(next.id), ...written },
    ConditionExpression: 'revision = :seen',
    ExpressionAttributeValues: { ':seen': next.revision },
  };
  // A transaction also for one item: when the answer to it is lost, the SDK sends it again, and is told that it was written.
  const items = [{ Put }, ...also, ...(unless ? [stillThere(store, unless)] : [])];
  const { written: isWritten } = await transact(store, items);
  return isWritten ? written : undefined;
}

function stillThere(store: Store, { id, revision }: Member) {
  return {
    ConditionCheck: {
      TableName: store.table,
      Key: memberKey(id),
      ConditionExpression: 'revision = :unchanged',
      ExpressionAttributeValues: { ':unchanged': revision },
    },
  };
}

const mailboxHash = (keys: Keys, email: string) => keys.hash('member', canonicalMailbox(email));
