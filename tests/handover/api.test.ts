/** A delivery is cancelled, handed over and answered by programs, with the same effects as from the console. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeApiKey } from '../../functions/secretariat/members/api-key.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { type Permission, permissions } from '../../shared/member/role.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { start, work } from '../fixtures/deliveries.ts';
import { addTestMember, grantsOf } from '../fixtures/members.ts';
import { personal } from '../fixtures/personal.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const letter = '/v1/admin/letters/clean-air';
const mayor = 'lord-mayor@guildhall.example';
const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
let key: string;

beforeEach(async () => {
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  key = await keyWith(permissions);
  personal(mayor);
});

async function keyWith(scopes: readonly Permission[]): Promise<string> {
  const { id: madeBy } = await addTestMember(
    world,
    `m${scopes.length}@secretariat.example`,
    grantsOf('owner', '*', true),
  );
  const happened = (subject: string) =>
    ({ by: { kind: 'member', id: madeBy }, did: 'key.made', scope: '*', subject }) as const;
  const wanted = {
    name: 'test',
    scopes: [...scopes],
    letter: '*' as const,
    madeBy,
    expiresAt: '2027-01-01T00:00:00.000Z',
  };
  return (await makeApiKey(world.store, wanted, happened, new Date(clock.now))).shown;
}

async function call(method: string, path: string, sent?: unknown, by = key) {
  const answer = await world.secretariat.app.request(letter + path, {
    method,
    headers: { authorization: `Bearer ${by}`, ...(sent ? { 'content-type': 'application/json' } : {}) },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  return { status: answer.status, body: answer.status === 204 ? {} : z.looseObject({}).parse(await answer.json()) };
}
const page = async (path: string) => {
  clock.now += 3000;
  return (await world.app.request(path)).text();
};
const at = ({ id }: Delivery, path: string) => `/deliveries/${id}${path}`;
const mail = {
  subject: 'Clean air',
  note: 'Dear Mayor,\n\nplease read this.',
  language: 'en',
  addressees: [{ name: 'The Mayor', email: mayor, addressee: 0 }],
};

describe('A program', () => {
  it('cancels a delivery that is running, and not one that was handed over', async () => {
    const running = await start(world, 'interim');
    const cancelled = await call('POST', at(running, '/cancel'));
    expect(cancelled).toMatchObject({ status: 200, body: { delivery: { state: 'stopped', files: [] } } });
    await work(world, await freshBucket(), running);
    expect(await call('GET', at(running, ''))).toMatchObject({ body: { delivery: { state: 'stopped' } } });
    expect(await call('POST', at(running, '/cancel'))).toMatchObject({ status: 200 });

    const ready = await makeReadyDelivery(world, { kind: 'interim' });
    await call('POST', at(ready, '/handover/records'), { how: 'posted', on: '2026-05-01' });
    expect(await call('POST', at(ready, '/cancel'))).toMatchObject({
      status: 409,
      body: { detail: 'It was handed over already, so it can no longer be cancelled.' },
    });
  });

  it('sends a delivery once, after it has asked how many get it', async () => {
    const ready = await makeReadyDelivery(world);
    const mails = at(ready, '/handover/mails');
    expect((await call('POST', mails, { ...mail, dryRun: true })).body).toEqual({ queued: 1, already: 0 });
    await world.sendMails();
    expect(world.mails.filter(({ to }) => to === mayor)).toEqual([]);

    expect((await call('POST', mails, mail)).body).toEqual({ queued: 1, already: 0 });
    expect((await call('POST', mails, mail)).body).toEqual({ queued: 0, already: 1 });
    await world.sendMails();
    const sent = world.mails.filter(({ to }) => to === mayor);
    expect(sent).toHaveLength(1);

    const arrived = /(\/clean-air\/arrived\/\w+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    const stateOf = async () => (await call('GET', at(ready, '/handover'))).body;
    expect(await stateOf()).toMatchObject({ mails: [{ state: 'sent', email: mayor, addressee: 0 }], records: [] });
    await world.app.request(arrived, { method: 'POST' });
    expect(await stateOf()).toMatchObject({ mails: [{ state: 'arrived', name: 'The Mayor' }] });
  });

  it('sees no mailbox without the permission for mailboxes', async () => {
    const ready = await makeReadyDelivery(world);
    await call('POST', at(ready, '/handover/mails'), mail);
    const blind = await keyWith(['letter.read']);
    const shown = await call('GET', at(ready, '/handover'), undefined, blind);
    expect(shown.body).toMatchObject({ mails: [{ name: 'The Mayor' }] });
    expect(JSON.stringify(shown.body)).not.toContain(mayor);
  });

  it('is refused invalid fields, and languages and addressees that the letter does not have', async () => {
    const ready = await makeReadyDelivery(world);
    const nobody = { ...mail, addressees: [{ name: 'X', email: mayor, addressee: 7 }] };
    for (const [path, sent, status] of [
      ['/handover/mails', { ...mail, language: 'fr' }, 409],
      ['/handover/mails', nobody, 409],
      ['/handover/mails', { ...mail, subject: '' }, 422],
      ['/handover/mails', { ...mail, addressees: [] }, 422],
      ['/handover/records', { how: 'posted', on: '2026-05-09' }, 409],
      ['/handover/records', { how: 'posted', on: '2026-05-01', addressee: 7 }, 409],
      ['/handover/records', { how: 'thrown', on: '2026-05-01' }, 422],
    ] as const) {
      expect([path, sent, (await call('POST', at(ready, path), sent)).status]).toEqual([path, sent, status]);
    }
    expect((await call('GET', at(ready, '/handover'))).body).toEqual({ mails: [], records: [] });
    await world.sendMails();
    expect(world.mails.filter(({ to }) => to === mayor)).toEqual([]);
  });

  it('records a handover once, and shows the public no name of who took it', async () => {
    const ready = await makeReadyDelivery(world);
    const taken = {
      how: 'in-person',
      on: '2026-05-01',
      place: 'Town Hall',
      recipient: 'Ms Ukrainka-Porter',
      addressee: 0,
    };
    const first = await call('POST', at(ready, '/handover/records'), taken);
    expect(first).toMatchObject({ status: 201, body: taken });
    expect((await call('POST', at(ready, '/handover/records'), taken)).body).toEqual(first.body);
    expect((await call('GET', at(ready, '/handover'))).body).toEqual({ mails: [], records: [first.body] });
    expect(await page('/clean-air')).toMatch(/1 May 2026[\s\S]*in person[\s\S]*The Mayor[\s\S]*Town Hall/);
    expect(await page('/clean-air')).not.toContain('Ukrainka');
  });

  it('records an answer, changes it as it was read, and takes it back', async () => {
    const typed = { from: 'Office of the Mayor', receivedOn: '2026-05-01', language: 'en', text: 'We **agree**.' };
    expect((await call('POST', '/answers', { ...typed, receivedOn: '2026-06-01' })).status).toBe(422);
    const made = z
      .object({ answer: z.looseObject({ id: z.string() }) })
      .parse((await call('POST', '/answers', typed)).body);
    const { id } = made.answer;
    expect(await page('/clean-air')).toContain('<strong>agree</strong>');

    expect(await call('PUT', `/answers/${id}`, { ...typed, text: 'We _do not_.', revision: 1 })).toMatchObject({
      status: 200,
      body: { answer: { revision: 2 } },
    });
    expect((await call('PUT', `/answers/${id}`, { ...typed, revision: 1 })).status).toBe(409);
    expect(await page('/clean-air')).toContain('<em>do not</em>');
    expect((await call('GET', `/answers/${id}`)).body).toMatchObject({ answer: { text: 'We _do not_.' } });

    expect((await call('DELETE', `/answers/${id}?revision=1`)).status).toBe(409);
    expect((await call('DELETE', `/answers/${id}`)).status).toBe(204);
    expect((await call('DELETE', `/answers/${id}`)).status).toBe(404);
    expect(await page('/clean-air')).not.toContain('Office of the Mayor');
    expect((await call('GET', '/answers')).body).toEqual({ items: [] });
  });
});
