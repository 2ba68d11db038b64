/** Mails to members without a request: an invitation, the daily digest. They are sent through the outbox. */

import * as z from 'zod';
import { letterSlug, makeSignatureId, memberId, type SignatureId, signatureId } from '../ids.ts';
import { colour, letterLogo } from '../letter/look.ts';
import { dueRow } from '../mail/due-row.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { noticeKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { compiledWords } from '../update/update.ts';
import { alertKind, alertOfLetter } from './alert.ts';

/** Retention of a mail that could not be sent, in milliseconds: by then its content is outdated. */
const keptFor = 7 * 24 * 3600 * 1000;

/** The digest of a letter: numbers, no names. */
export const digestOfLetter = z.object({
  letter: letterSlug,
  title: z.string(),
  /** The count now, and its growth since the last digest. */
  total: z.int(),
  more: z.int(),
  /** Signatures that await review; at most 100 are counted. */
  waiting: z.int(),
  /** Disputes raised since the last digest. */
  disputes: z.int(),
});
export type DigestOfLetter = z.infer<typeof digestOfLetter>;

/** An update as its recipients would get it, without the links of any of them. */
export const updateTest = z.object({
  letter: letterSlug,
  /** Language of the strings around it. */
  language: z.string(),
  title: z.string(),
  convener: z.string(),
  contact: z.string().optional(),
  logo: letterLogo.optional(),
  colour: colour.optional(),
  newsUrl: z.string().optional(),
  words: z.object({ language: z.string(), words: compiledWords }),
});
export type UpdateTest = z.infer<typeof updateTest>;

const notice = z.discriminatedUnion('due', [
  z.object({ due: z.literal('invitation'), id: signatureId, member: memberId, invitedBy: z.string() }),
  z.object({
    due: z.literal('alert'),
    id: signatureId,
    member: memberId,
    kind: alertKind,
    letters: z.array(alertOfLetter),
  }),
  z.object({ due: z.literal('digest'), id: signatureId, member: memberId, letters: z.array(digestOfLetter) }),
  z.object({ due: z.literal('update-test'), id: signatureId, member: memberId, test: updateTest }),
]);
export type Notice = z.infer<typeof notice>;

/** A notice as callers pass it; the id is added here. */
export type NewNotice = Notice extends infer One ? (One extends Notice ? Omit<One, 'id'> : never) : never;

/** @returns the transaction item that makes the mail due */
export function noticePut(store: Store, told: NewNotice, now: Date) {
  const id = makeSignatureId();
  const Item = { ...noticeKey(id), ...told, ...dueRow(id, keptFor, now) };
  return { Put: { TableName: store.table, Item } };
}

/** @returns the due mail, or undefined when it was sent. One strongly consistent read. */
export async function readNotice(store: Store, id: SignatureId): Promise<Notice | undefined> {
  const item = await readItem(store, noticeKey(id));
  return item && notice.parse(item);
}

/** Deletes a notice that was sent, or that has no recipient. */
export async function dropNotice(store: Store, id: SignatureId): Promise<void> {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: noticeKey(id) }));
}
