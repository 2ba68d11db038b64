/** Requests for the links to one's signatures, by mailbox. Written for every address, known or not. */

import * as z from 'zod';
import { makeSignatureId, type SignatureId, signatureId } from '../../ids.ts';
import { dueRow } from '../../mail/due-row.ts';
import { DeleteCommand, GetCommand, PutCommand } from '../../platform/store/commands.ts';
import { linkRequestKey } from '../../platform/store/keys.ts';
import type { Store } from '../../platform/store/store.ts';

const linkRequest = z.object({ id: signatureId, email: z.string(), language: z.string() });
export type LinkRequest = z.infer<typeof linkRequest>;

/** A request that could not be answered within a day expires. */
const keptFor = 24 * 3600 * 1000;

/**
 * Stores the request; the mail is sent through the outbox, if there is anything to say. One PutItem for every address.
 */
export async function requestLinks(
  store: Store,
  { email, language }: { email: string; language: string },
  now: Date,
): Promise<void> {
  const id = makeSignatureId();
  await store.client.send(
    new PutCommand({
      TableName: store.table,
      Item: { ...linkRequestKey(id), email, language, due: 'link', ...dueRow(id, keptFor, now) },
    }),
  );
}

/** @returns the request, or undefined when it was answered. One strongly consistent read. */
export async function readLinkRequest(store: Store, id: SignatureId): Promise<LinkRequest | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: linkRequestKey(id), ConsistentRead: true }),
  );
  return Item ? linkRequest.parse(Item) : undefined;
}

/** Deletes a request that was answered, or that needs no answer. */
export async function dropLinkRequest(store: Store, id: SignatureId): Promise<void> {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: linkRequestKey(id) }));
}
