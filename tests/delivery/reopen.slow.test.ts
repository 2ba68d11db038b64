/** A letter whose final delivery was sent stays closed, whichever way somebody tries to open it. */
import { beforeEach, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { startDelivery } from '../../shared/delivery/start.ts';
import { sendHandover } from '../../shared/handover/hand-over.ts';
import { sendRequest } from '../../shared/handover/send-request.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { letterSlug, letterState } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { personal } from '../fixtures/personal.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const later = '2099-01-01T00:00:00Z';
let world: World;
let delivery: Delivery;
let office: Browser;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  delivery = await makeReadyDelivery(world);
  personal('mayor@town-hall.example');
  const { store } = world;
  const request = sendRequest.parse({
    subject: 'Clean air',
    note: 'Dear Mayor,',
    language: 'en',
    addressees: [{ name: 'The Mayor', email: 'mayor@town-hall.example', addressee: 0 }],
  });
  const handover = await readHandover(store, slug, delivery.id);
  const acting = { store, letter: slug, delivery, handover, by: commandLine, now: new Date(world.clock.now) };
  expect((await sendHandover(acting, request)).outcome).toBe('done');
  await world.sendMails();
  office = await signIn(world);
});

const api = async (method: string, path: string, body: object) =>
  office.request(`/v1/admin/letters/clean-air${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-csrf-token': await office.csrf(), origin: publicUrl },
    body: JSON.stringify(body),
  });

/** The letter is delivered, and takes neither a submission nor one more signature. */
async function expectClosed(): Promise<void> {
  expect((await readLetter(world.store, slug))?.state).toBe('delivered');
  world.clock.now += 60_000;
  expect((await world.submit('clean-air', endorsement(2))).status).not.toBe(202);
}

const otherStates = letterState.options.filter((state) => state !== 'delivered');

it.each(otherStates)('not as "%s" through the console or the API', async (state) => {
  expect((await office.send('/console/letters/clean-air/state', { state })).status).toBe(422);
  expect((await api('POST', '/state', { state })).status).toBe(422);
  await expectClosed();
});

it('not by saving another closing date', async () => {
  const revision = (await readLetter(world.store, slug))?.revision;
  expect((await api('PUT', '', { revision, settings: { closes: later } })).status).toBe(200);
  await expectClosed();
});

it('not by the command line', async () => {
  const letter = (...args: string[]) => sayingOf('letter', args, environmentOf(world.store));
  expect(await letter('open', 'clean-air')).toMatch(/^refused: /);
  expect(await letter('close', 'clean-air')).toMatch(/^refused: /);
  await expectClosed();
});

it('not by importing its file, with or without opening it', async () => {
  const file = letterFile({ 'goal: 50': `goal: 60\ncloses: ${later}` });
  const options = { now: new Date(world.clock.now) };
  expect((await importLetter(world.store, file, [], { ...options, open: true })).outcome).toBe('refused');
  expect((await importLetter(world.store, file, [], { ...options, open: false })).outcome).not.toBe('refused');
  await expectClosed();
});

it('not by cancelling the delivery or starting another', async () => {
  const path = `/console/letters/clean-air/deliveries/${delivery.id}/cancel`;
  expect((await office.send(path)).status).toBe(422);
  const options = delivery.options;
  for (const kind of ['interim', 'final'] as const) {
    const request = { kind, options, by: commandLine };
    const { outcome } = await startDelivery(world.store, slug, request, new Date(world.clock.now));
    expect(outcome).toBe(kind === 'final' ? 'already' : 'refused');
  }
  await expectClosed();
});
