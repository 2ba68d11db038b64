/** Mails to members that they did not ask for at this moment: an invitation, the digest of a day. They go by the outbox. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { letterSlug, makeSignatureId, memberId, type SignatureId, signatureId } from '../ids.ts';
import { dueRow } from '../mail/due-row.ts';
import { noticeKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';

/** How long one that could not be sent is kept: what it says is old by then. In milliseconds. */
const keptFor = 7 * 24 * 3600 * 1000;

/** What the digest says of a letter: numbers, and nobody's name. */
export const digestOfLetter = z.object({
  letter: letterSlug,
  title: z.string(),
  /** Counted now, and how many more than when the last digest went out. */
  total: z.int(),
  more: z.int(),
  /** So many wait for a decision; the first 100 are counted. */
  waiting: z.int(),
  /** Said since the last digest that they did not sign. */
  disputes: z.int(),
});
export type DigestOfLetter = z.infer<typeof digestOfLetter>;

const notice = z.discriminatedUnion('due', [
  z.object({ due: z.literal('invitation'), id: signatureId, member: memberId, invitedBy: z.string() }),
  z.object({ due: z.literal('digest'), id: signatureId, member: memberId, letters: z.array(digestOfLetter) }),
]);
export type Notice = z.infer<typeof notice>;

/** What a caller knows; the id is given here. */
export type Told = Notice extends infer One ? (One extends Notice ? Omit<One, 'id'> : never) : never;

/** @returns the item of a transaction that makes the mail due */
export function noticePut(store: Store, told: Told, now: Date) {
  const id = makeSignatureId();
  const Item = { ...noticeKey(id), ...told, ...dueRow(id, keptFor, now) };
  return { Put: { TableName: store.table, Item } };
}

/** @returns the mail that is due, or undefined when it is out. One strongly consistent read. */
export async function readNotice(store: Store, id: SignatureId): Promise<Notice | undefined> {
  const item = await readItem(store, noticeKey(id));
  return item && notice.parse(item);
}

/** The mail is out, or nobody is there to read it. */
export async function dropNotice(store: Store, id: SignatureId): Promise<void> {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: noticeKey(id) }));
}
