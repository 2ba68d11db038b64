/**
 * Mails that follow from a dispute: a row each until it is sent. The mailer finds out whose signature it concerns, so
 * that the answer to the person who complains takes the same work whether or not anybody signed.
 */

import * as z from 'zod';
import { letterSlug, makeSignatureId, type SignatureId, signatureId } from '../ids.ts';
import { dueRow } from '../mail/due-row.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { disputeMailKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';

/** Retention of a mail that could not be sent, in milliseconds: after that it is no news. */
const keptFor = 7 * 24 * 3600 * 1000;

const row = { id: signatureId, letter: letterSlug, organisation: z.string() } as const;

const disputeMail = z.discriminatedUnion('due', [
  /** To people who signed for an organisation of that name. */
  z.object({ ...row, due: z.literal('disputed') }),
  /** To the address that the complaint gave. */
  z.object({
    ...row,
    due: z.literal('dispute-answer'),
    email: z.string(),
    language: z.string().optional(),
    answer: z.enum(['rejected', 'stands']),
    /** The secretariat's own words. */
    words: z.string().optional(),
  }),
]);
export type DisputeMail = z.infer<typeof disputeMail>;

/** A mail as callers pass it; the id is added here. */
export type NewDisputeMail = DisputeMail extends infer One
  ? One extends DisputeMail
    ? Omit<One, 'id'>
    : never
  : never;

/** @returns the transaction item that makes the mail due */
export function disputeMailPut(store: Store, mail: NewDisputeMail, now: Date) {
  const id = makeSignatureId();
  return { Put: { TableName: store.table, Item: { ...disputeMailKey(id), ...mail, ...dueRow(id, keptFor, now) } } };
}

/** @returns the same write for a dispute that fills the honeypot: nothing becomes due */
export function trappedMailPut(store: Store, mail: NewDisputeMail, now: Date) {
  const id = makeSignatureId();
  const { due: _, ...nothing } = mail;
  const { ttl } = dueRow(id, keptFor, now);
  return { Put: { TableName: store.table, Item: { ...disputeMailKey(id), ...nothing, ttl } } };
}

/** @returns the due mail, or undefined when it was sent. One strongly consistent read */
export async function readDisputeMail(store: Store, id: SignatureId): Promise<DisputeMail | undefined> {
  const item = await readItem(store, disputeMailKey(id));
  return item && disputeMail.safeParse(item).data;
}

/** Deletes a mail that was sent, or that nobody gets. */
export async function dropDisputeMail(store: Store, id: SignatureId): Promise<void> {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: disputeMailKey(id) }));
}
