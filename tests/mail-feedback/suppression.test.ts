/** A suppressed mailbox gets no mail at all, and nobody outside can tell. */
import { beforeEach, describe, expect, it } from 'vitest';
import { releaseMailbox, suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { askedToCarryOver, notedDuplicate } from '../../shared/signature/transitions.ts';
import { recordCalls } from '../fixtures/store.ts';
import { endorsement, keys, type World } from '../fixtures/world.ts';
import { readTruth } from '../system/property/truth.ts';
import { addressOf, confirmed, mailboxRow, mailsTo, openWorld, recordOf } from './signer.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

const email = addressOf(1);
const suppress = (because: 'bounce' | 'complaint' | 'asked', at = '2026-03-02T10:00:00.000Z') =>
  suppressMailbox(world.store, keys, email, { at, because }, world.clock.now);
const from = (number: number) => endorsement(number, { signatory: { name: 'Person', role: 'x', email } });
const manageToken = () => /\/manage\/([a-z0-9]{46})/.exec(mailsTo(world, email).at(-1)?.text ?? '')?.[1];
const askForLink = (address: string) =>
  world.app.request('/manage', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ email: address }),
  });
async function whole(asked: Response | Promise<Response>) {
  const answer = await asked;
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
  return { status: answer.status, headers: [...answer.headers], body };
}

describe('a suppressed mailbox', () => {
  it.each(['bounce', 'complaint', 'asked'] as const)('(%s) gets no confirmation mail', async (because) => {
    await suppress(because);
    await world.submit('clean-air', from(1));
    await world.sendMails();
    world.clock.now += 3 * 24 * 3600 * 1000;
    await world.sendMails();
    expect(mailsTo(world, email)).toEqual([]);
    const [record] = (await readTruth(world)).records;
    expect(record).toMatchObject({ heldBecause: 'suppressed', due: 'expiry' });
  });

  it('gets no receipt, note, question or withdrawal notice; each counts as done', async () => {
    const { id } = await confirmed(world, 1);
    const token = manageToken();
    const before = mailsTo(world, email).length;
    await suppress('asked');
    const now = new Date(world.clock.now);
    await change(world.store, id, (record) => notedDuplicate(askedToCarryOver(record, '0'.repeat(64), now), now), now);
    await world.sendMails();
    await world.sendMails();
    expect((await recordOf(world, id))?.due).toBeUndefined();
    await world.app.request(`/manage/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ action: 'withdraw' }),
    });
    await world.sendMails();
    // Only the end of the withdrawn one is left.
    expect((await recordOf(world, id))?.due).toBe('expiry');
    expect(mailsTo(world, email)).toHaveLength(before);
    // At its owner's request: the mailbox itself works.
    expect((await recordOf(world, id))?.deliverability).toBeUndefined();
  });

  it('gets no links, nor the notice that it has already signed', async () => {
    await confirmed(world, 1);
    const before = mailsTo(world, email).length;
    await suppress('complaint');
    await askForLink(email);
    await world.submit('clean-air', from(1));
    await world.sendMails();
    await world.sendMails();
    expect(mailsTo(world, email)).toHaveLength(before);
  });

  it('is stored in one spelling, as its provider reads it', async () => {
    await suppressMailbox(
      world.store,
      keys,
      'jo.doe@gmail.com',
      { at: '2026-03-02T10:00:00.000Z', because: 'asked' },
      1,
    );
    await world.submit('clean-air', endorsement(1, { signatory: { name: 'Jo', email: 'JoDoe+x@googlemail.com' } }));
    await world.sendMails();
    expect(world.mails).toEqual([]);
  });

  it('gets the usual answer, after the same calls', async () => {
    await suppress('asked');
    // The letter is cached from then on, whoever sends.
    await world.submit('clean-air', endorsement(3));
    const calls = recordCalls(world.store);
    const seen = [];
    for (const number of [1, 2]) {
      calls.length = 0;
      const answers = [
        await whole(world.submit('clean-air', endorsement(number))),
        await whole(askForLink(addressOf(number))),
      ];
      seen.push({ answers, calls: calls.map(({ operation }) => operation) });
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it('stays suppressed, and gets mail again when released', async () => {
    await suppress('bounce');
    await suppress('asked');
    await suppress('bounce', '2026-01-01T00:00:00.000Z');
    const row = await mailboxRow(world, email);
    expect(row).toMatchObject({ suppressed: { because: 'asked', at: '2026-03-02T10:00:00.000Z' } });
    expect(row).not.toHaveProperty('ttl');
    await releaseMailbox(world.store, keys, email, world.clock.now);
    const released = await mailboxRow(world, email);
    expect(released).not.toHaveProperty('suppressed');
    expect(released).toHaveProperty('ttl');
    await world.submit('clean-air', from(1));
    await world.sendMails();
    expect(mailsTo(world, email)).toHaveLength(1);
  });
});

describe('being forgotten', () => {
  it.each([true, false])('with "never send mail again" = %s', async (noMoreMail) => {
    const { id } = await confirmed(world, 1);
    const answer = await world.app.request(`/manage/${manageToken()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ action: 'forget', sure: true, noMoreMail }),
    });
    expect(await answer.json()).toEqual({ state: 'forgotten' });
    expect(await recordOf(world, id)).toBeUndefined();
    const { pk, sk, revision, ttl, ...left } = (await mailboxRow(world, email)) ?? {};
    const suppressed = { because: 'asked', at: new Date(world.clock.now).toISOString() };
    // The keyed hash leads to nothing else.
    expect(left).toEqual({ mails: [], signatures: [], inHand: [], ...(noMoreMail ? { suppressed } : {}) });
    expect(ttl === undefined).toBe(noMoreMail);
    const before = mailsTo(world, email).length;
    await world.submit('clean-air', from(1));
    await world.sendMails();
    expect(mailsTo(world, email)).toHaveLength(before + (noMoreMail ? 0 : 1));
  });
});
