/** The mails that hand a letter over: hostile words, bounces, links. */
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { sendHandover } from '../../shared/handover/hand-over.ts';
import { type CopyState, stateOfCopy } from '../../shared/handover/handover.ts';
import { sendRequest } from '../../shared/handover/send-request.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { signatureId } from '../../shared/ids.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { handleFeedback } from '../fixtures/functions.ts';
import { personal } from '../fixtures/personal.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let delivery: Delivery;
const mayor = 'mayor@town-hall.example';

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  delivery = await makeReadyDelivery(world);
  personal(mayor);
});

const handover = () => readHandover(world.store, delivery.letter, delivery.id);

async function send(change: Readonly<Record<string, unknown>> = {}) {
  const request = sendRequest.parse({
    subject: 'Clean air',
    note: 'Dear Mayor,',
    language: 'en',
    addressees: [{ name: 'The Mayor', email: mayor, addressee: 0 }],
    ...change,
  });
  const now = new Date(world.clock.now);
  const acting = {
    store: world.store,
    letter: delivery.letter,
    delivery,
    handover: await handover(),
    by: commandLine,
    now,
  };
  return sendHandover(acting, request);
}

const sent = z.object({
  ConfigurationSetName: z.string(),
  Tags: z.array(z.object({ Name: z.string(), Value: z.string() })),
});

const mails = () => world.mails.filter(({ about }) => about['mail'] === 'handover');
const states = async (): Promise<CopyState[]> => Object.values((await handover()).mails).map(stateOfCopy);
const idOf = async () => signatureId.parse(Object.keys((await handover()).mails)[0]);

it('makes no header of a subject or a note, and no markup of either', async () => {
  const note = 'Hello\r\nBcc: spy@evil.example\r\n\r\n<b>bold</b> <script>hostile()</script>';
  await send({ subject: 'Clean air\r\nBcc: spy@evil.example\n\nBody', note });
  await world.sendMails();

  const [mail] = mails();
  expect(mail?.to).toBe(mayor);
  expect(mail?.headers.has('bcc')).toBe(false);
  expect(mail?.subject).toBe('Clean air Bcc: spy@evil.example Body');
  expect(mail?.html).toContain('&lt;script&gt;hostile()');
  expect(mail?.html).not.toContain('<script>');
});

it('links to a document that is too large to be attached', async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  delivery = await makeReadyDelivery(world, { bytes: 7 * 1024 * 1024 + 1 });
  await send();
  await world.sendMails();
  expect(mails()[0]?.attachments).toEqual([]);
  expect(mails()[0]?.text).toContain('/clean-air/handover/');
});

it('sends once, however often the button is pressed and the queue brings it', async () => {
  await send();
  expect(await send()).toMatchObject({ outcome: 'done', queued: 0, already: 1 });
  await world.sendMails();
  await world.sendMails();
  expect(mails()).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

it('shows that a mail came back, writes no more to that mailbox, and sends to another', async () => {
  await send();
  await world.sendMails();
  const at = new Date(world.clock.now).toISOString();
  const taking = { store: world.store, keys, now: new Date(world.clock.now) };
  const about = { mailboxes: [mayor], about: undefined, handover: await idOf() };
  await handleFeedback(taking, { what: 'bounced', at, ...about });
  await handleFeedback(taking, { what: 'bounced', at, ...about });
  expect(await states()).toEqual(['bounced']);

  await send();
  await send({ addressees: [{ name: 'The Mayor', email: 'office@town-hall.example', addressee: 0 }] });
  await world.sendMails();
  expect((await states()).toSorted()).toEqual(['bounced', 'not-sent', 'sent']);
  expect(mails().map(({ to }) => to)).toEqual([mayor, 'office@town-hall.example']);
});

it('notes that a server took the mail', async () => {
  await send();
  await world.sendMails();
  const taking = { store: world.store, keys, now: new Date(world.clock.now) };
  await handleFeedback(taking, { what: 'delivered', at: taking.now.toISOString(), handover: await idOf() });
  expect(await states()).toEqual(['delivered']);
});

it('uses the configuration set that reports delivery, as no other mail does', async () => {
  const sets = new Map<string, string>();
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  world.mailing.ses.middlewareStack.add(
    (next) => async (args) => {
      const { Tags, ConfigurationSetName } = sent.parse(args.input);
      sets.set(Tags.find(({ Name }) => Name === 'mail')?.Value ?? '', ConfigurationSetName);
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
  await sign(world, endorsement(1));
  delivery = await makeReadyDelivery(world);
  await send();
  await world.sendMails();
  expect(sets.get('handover')).toBe('test-handover');
  sets.delete('handover');
  expect([...new Set(sets.values())]).toEqual(['test']);
});

it('writes to nobody who asked for no mail', async () => {
  const at = new Date(world.clock.now).toISOString();
  await suppressMailbox(world.store, keys, mayor, { at, because: 'asked' }, world.clock.now);
  await send();
  await world.sendMails();
  expect(mails()).toEqual([]);
  expect(await states()).toEqual(['not-sent']);
});

it('opens nothing with a link of the other purpose, of another letter, or after a year', async () => {
  await send();
  await world.sendMails();
  const token = (door: string) => new RegExp(`/clean-air/${door}/(\\w+)`).exec(mails()[0]?.text ?? '')?.[1] ?? '';
  const [document, arrived] = [token('handover'), token('arrived')];
  for (const method of ['GET', 'HEAD']) {
    for (const path of [`handover/${document}`, `arrived/${arrived}`]) {
      await world.app.request(`/clean-air/${path}`, { method });
    }
  }
  await world.app.request(`/clean-air/arrived/${document}`, { method: 'POST' });
  expect((await world.app.request(`/clean-air/handover/${arrived}`)).status).toBe(200);
  expect(await states()).toEqual(['sent']);

  world.clock.now += 366 * 24 * 3600 * 1000;
  expect((await world.app.request(`/clean-air/handover/${document}`)).status).toBe(200);
  await world.app.request(`/clean-air/arrived/${arrived}`, { method: 'POST' });
  expect(await states()).toEqual(['sent']);
});
