/** A world in which mails bounce: submit, confirm, receive SES events, and read the records. */

import { expect } from 'vitest';
import * as z from 'zod';
import { readFeedback } from '../../functions/mail-feedback/event.ts';
import { letterSlug, type SignatureId, signatureId } from '../../shared/ids.ts';
import { GetCommand } from '../../shared/platform/store/commands.ts';
import { mailboxKey } from '../../shared/platform/store/keys.ts';
import { listUndeliverable } from '../../shared/signature/lists/undeliverable.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { handleFeedback } from '../fixtures/functions.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, type Mail, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

export const addressOf = (number: number) => `person${number}@org-${number}.example`;

export async function openWorld(): Promise<World> {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  return world;
}

export const mailsTo = ({ mails }: World, address: string): Mail[] => mails.filter(({ to }) => to === address);

/** @returns the id of a signature whose confirmation mail was sent, and the token in it */
export async function pending(world: World, number: number, email = addressOf(number)) {
  await world.submit('clean-air', endorsement(number, { signatory: { name: `Person ${number}`, role: 'x', email } }));
  await world.sendMails();
  const mail = mailsTo(world, email).at(-1);
  const token = mail && tokenIn(mail);
  return { id: signatureId.parse(token?.slice(0, 20)), token: z.string().parse(token), email };
}

/** @returns the same after the confirmation and the receipt */
export async function confirmed(world: World, number: number, email = addressOf(number)) {
  const signer = await pending(world, number, email);
  expect((await world.confirm(signer.token)).status).toBe(200);
  await world.sendMails();
  return signer;
}

/** Delivers an SES event, as the function does with the text of a message. */
export async function deliverEvent(world: World, event: object): Promise<void> {
  const feedback = readFeedback(JSON.stringify(event));
  await handleFeedback({ store: world.store, keys, now: new Date(world.clock.now) }, feedback);
}

export const recordOf = ({ store }: World, id: SignatureId) => readSignature(store, id);

/** The secretariat's view of the test letter. */
export async function undeliverables({ store }: World) {
  const found = [];
  for await (const one of listUndeliverable(store, letterSlug.parse('clean-air'))) found.push(one);
  return found;
}

/** The public view of a letter, which no SES event may change. */
export const publicView = async (world: World) => ({
  count: z
    .object({ organisations: z.number(), individuals: z.number(), total: z.number() })
    .parse(await world.json('/v1/letters/clean-air/count')),
  list: await world.json('/v1/letters/clean-air/signatures'),
});

/** The row of a mailbox as stored. */
export async function mailboxRow({ store }: World, email: string): Promise<Record<string, unknown> | undefined> {
  const Key = mailboxKey(keys.hash('mailbox', email));
  return (await store.client.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;
}
