/** Effects of bounces and complaints, and effects that they must not have. */
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSignatureId } from '../../shared/ids.ts';
import { pendingKeptFor } from '../../shared/time.ts';
import type { World } from '../fixtures/world.ts';
import { asNotification, bounce, complaint, delay, reject } from './events.ts';
import {
  addressOf,
  confirmed,
  deliverEvent,
  mailboxRow,
  mailsTo,
  openWorld,
  pending,
  publicView,
  recordOf,
  undeliverables,
} from './signer.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

let signed: Awaited<ReturnType<typeof pending>>;
const about = () => ({ to: signed.email, signature: signed.id });
const day = 24 * 3600 * 1000;

describe('a signature that waits for its confirmation', () => {
  beforeEach(async () => {
    signed = await pending(world, 1);
  });

  it('is closed by a bounce: no reminder, no more mail, and it ends at the usual time', async () => {
    const before = await recordOf(world, signed.id);
    await deliverEvent(world, bounce(about()));
    const record = await recordOf(world, signed.id);
    expect(record).toMatchObject({ heldBecause: 'bounced', due: 'expiry' });
    const end = new Date(before?.submittedAt ?? '').getTime() + pendingKeptFor;
    expect(record?.dueAt).toBe(new Date(end).toISOString());
    expect(await mailboxRow(world, signed.email)).toMatchObject({ suppressed: { because: 'bounce' }, mails: [] });
    world.clock.now += 3 * day;
    await world.sendMails();
    expect(mailsTo(world, signed.email)).toHaveLength(1);
    world.clock.now = end + 1;
    await world.sendMails();
    expect(await recordOf(world, signed.id)).toBeUndefined();
  });

  it('can still be confirmed with a link that arrived after all, and the secretariat sees that no receipt did', async () => {
    await deliverEvent(world, bounce(about()));
    expect(await (await world.confirm(signed.token)).json()).toEqual({ status: 'confirmed' });
    await world.sendMails();
    expect(mailsTo(world, signed.email)).toHaveLength(1);
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state: 'bounced' } });
    expect((await recordOf(world, signed.id))?.due).toBeUndefined();
    expect(await undeliverables(world)).toMatchObject([{ id: signed.id, state: 'bounced' }]);
  });

  it('stays open after a complaint, but gets no more mail', async () => {
    await deliverEvent(world, complaint(about()));
    expect((await recordOf(world, signed.id))?.heldBecause).toBeUndefined();
    world.clock.now += 3 * day;
    await world.sendMails();
    expect(mailsTo(world, signed.email)).toHaveLength(1);
    expect(await recordOf(world, signed.id)).toMatchObject({ due: 'expiry' });
  });

  it('is not changed by transient events', async () => {
    const before = await recordOf(world, signed.id);
    for (const event of [
      bounce(about(), 'Transient'),
      bounce(about(), 'Undetermined'),
      delay(about()),
      reject(about()),
    ]) {
      await deliverEvent(world, event);
    }
    expect(await recordOf(world, signed.id)).toEqual(before);
    expect((await mailboxRow(world, signed.email))?.['suppressed']).toBeUndefined();
    world.clock.now += 3 * day;
    await world.sendMails();
    expect(mailsTo(world, signed.email)).toHaveLength(2);
  });
});

describe('a confirmed signature', () => {
  beforeEach(async () => {
    signed = await confirmed(world, 1);
  });

  it.each([
    ['a bounce', bounce, 'bounced', 'bounce'],
    ['a complaint', complaint, 'complained', 'complaint'],
  ] as const)('is marked by %s, and stays in list and count', async (_, event, state, because) => {
    const before = await publicView(world);
    expect(before.count.total).toBe(1);
    const { at } = { at: '2026-03-03T08:00:00.000Z' };
    await deliverEvent(world, event({ ...about(), mail: 'receipt', at }));
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state, at } });
    expect(await undeliverables(world)).toEqual([{ id: signed.id, state, at }]);
    const row = await mailboxRow(world, signed.email);
    expect(row).toMatchObject({ suppressed: { at, because } });
    expect(row).not.toHaveProperty('ttl');
    expect(await publicView(world)).toEqual(before);
  });

  it('is marked once: a repeat writes nothing', async () => {
    await deliverEvent(world, bounce(about()));
    const before = [await recordOf(world, signed.id), await mailboxRow(world, signed.email)];
    await deliverEvent(world, bounce(about()));
    await deliverEvent(world, bounce({ ...about(), at: '2026-03-04T10:00:00.000Z' }));
    expect([await recordOf(world, signed.id), await mailboxRow(world, signed.email)]).toEqual(before);
  });

  it('is marked by an event without tags, found by its mailbox', async () => {
    await deliverEvent(world, asNotification(bounce(about())));
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state: 'bounced' } });
  });

  it('is marked when the mail with its links bounces', async () => {
    await deliverEvent(world, bounce({ to: signed.email, signature: makeSignatureId(), mail: 'link' }));
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state: 'bounced' } });
  });

  it('is marked when a mail about another one to the same mailbox bounces', async () => {
    const other = await pending(world, 2, signed.email);
    await deliverEvent(world, bounce({ to: signed.email, signature: other.id }));
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state: 'bounced' } });
    expect(await recordOf(world, other.id)).toMatchObject({ heldBecause: 'bounced' });
  });

  it('is not changed by an event about a mail to an address that is not its own', async () => {
    const before = await recordOf(world, signed.id);
    await deliverEvent(world, bounce({ ...about(), to: 'former@org-1.example' }));
    expect(await recordOf(world, signed.id)).toEqual(before);
    expect(await mailboxRow(world, 'former@org-1.example')).toBeUndefined();
    expect((await mailboxRow(world, signed.email))?.['suppressed']).toBeUndefined();
  });

  it('leaves the list of undeliverable ones when it is forgotten, and no event brings anything back', async () => {
    await deliverEvent(world, bounce(about()));
    const receipt = mailsTo(world, signed.email).at(-1)?.text ?? '';
    const token = /\/manage\/([a-z0-9]{46})/.exec(receipt)?.[1];
    const forgotten = await world.app.request(`/manage/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ action: 'forget', sure: true }),
    });
    expect(forgotten.status).toBe(200);
    await deliverEvent(world, complaint(about()));
    expect(await recordOf(world, signed.id)).toBeUndefined();
    const other = await confirmed(world, 2);
    signed = other;
    expect(await undeliverables(world)).toEqual([]);
    expect(await mailboxRow(world, addressOf(1))).toMatchObject({ suppressed: { because: 'bounce' }, signatures: [] });
  });
});

it('an event about something unknown leaves no trace', async () => {
  for (const event of [bounce, complaint]) {
    await deliverEvent(world, event({ to: 'nobody@nowhere.example', signature: makeSignatureId() }));
    await deliverEvent(world, event({ to: 'nobody@nowhere.example' }));
  }
  expect(await mailboxRow(world, 'nobody@nowhere.example')).toBeUndefined();
});
