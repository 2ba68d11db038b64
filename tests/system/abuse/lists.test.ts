import { beforeEach, describe, expect, it } from 'vitest';
import { listedMailbox } from '../../../shared/screening/lists.ts';
import { readRange, writeRange } from '../../../shared/screening/network.ts';
import { editList } from '../../fixtures/lists.ts';
import { inLambda, sendForm, sendJson } from '../../fixtures/proof.ts';
import { itemsOf, recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, tokenIn, type World } from '../../fixtures/world.ts';

/** Time within which an entry must take effect, in milliseconds. */
const inForceAfter = 60_000;
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const mailsTo = (address: string) => world.mails.filter(({ to }) => to === address);
const signedBy = (number: number, email: string) =>
  endorsement(number, { signatory: { name: `Person ${number}`, role: 'Director', email } });

async function latest() {
  world.clock.now += 1;
  return (await recordsOf(world.store)).at(-1);
}

describe('a mailbox on the deny list', () => {
  it('gets no mail within a minute, in any spelling, and gets mail again once removed from the list', async () => {
    await world.submit('clean-air', signedBy(1, 'jo.doe@gmail.com'));
    await world.sendMails();
    expect(world.mails).toHaveLength(1);

    await editList(world.store, 'deniedMailboxes', 'ADD', listedMailbox(keys, 'jo.doe@gmail.com'));
    world.clock.now += inForceAfter;
    expect((await world.submit('clean-air', signedBy(2, 'J.odoe+x@googlemail.com'))).status).toBe(202);
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
    expect(await latest()).toMatchObject({ screening: '-----', heldBecause: 'mailbox-denied', due: 'expiry' });

    await editList(world.store, 'deniedMailboxes', 'DELETE', listedMailbox(keys, 'jo.doe@gmail.com'));
    world.clock.now += inForceAfter;
    await world.submit('clean-air', signedBy(3, 'jo.doe@gmail.com'));
    await world.sendMails();
    expect(mailsTo('jo.doe@gmail.com')).toHaveLength(2);
  });

  it('is stored as a hash', async () => {
    await editList(world.store, 'deniedMailboxes', 'ADD', listedMailbox(keys, 'jo.doe@gmail.com'));
    expect(JSON.stringify(await itemsOf(world.store), (_, value) => (value instanceof Set ? [...value] : value)))
      .not //
      .toContain('doe');
  });

  it('gets neither a reminder nor links requested by a stranger', async () => {
    await world.submit('clean-air', signedBy(1, 'a@one.example'));
    await world.submit('clean-air', signedBy(2, 'b@one.example'));
    await world.sendMails();
    const mail = mailsTo('b@one.example').at(0);
    await world.confirm(mail ? tokenIn(mail) : '');
    await world.sendMails();
    const before = world.mails.length;
    await editList(world.store, 'deniedDomains', 'ADD', 'one.example');
    world.clock.now += 49 * 3600 * 1000;
    const ask = { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' } };
    await world.app.request('/manage', { ...ask, body: JSON.stringify({ email: 'b@one.example' }) });
    await world.sendMails();
    expect(world.mails).toHaveLength(before);
  });
});

describe('a domain on the deny list', () => {
  it('covers its subdomains, but no domain that merely ends alike', async () => {
    await editList(world.store, 'deniedDomains', 'ADD', 'bad.example');
    await world.submit('clean-air', signedBy(1, 'a@bad.example'));
    await world.submit('clean-air', signedBy(2, 'a@very.BAD.example'));
    await world.submit('clean-air', signedBy(3, 'a@notbad.example'));
    await world.submit('clean-air', signedBy(4, 'bad.example@good.example'));
    await world.sendMails();
    expect(world.mails.map(({ to }) => to).toSorted()).toEqual(['a@notbad.example', 'bad.example@good.example']);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.77', '203.0.114.77'],
    ['203.0.113.9', '::ffff:203.0.113.9', '203.0.113.10'],
    ['2001:db8::/32', '2001:db8:ffff::1', '2001:db9::1'],
  ])(
    'on the deny list (%s) is held with the same answer within a minute, on every entry path',
    async (range, bad, good) => {
      await sendJson(world, endorsement(1), { env: inLambda(bad) });
      expect((await latest())?.screening).toBe('-----');
      await editList(world.store, 'deniedNetworks', 'ADD', range);
      world.clock.now += inForceAfter;
      expect((await sendJson(world, endorsement(2), { env: inLambda(bad) })).status).toBe(202);
      expect((await latest())?.screening).toBe('---n-');
      expect((await sendForm(world, endorsement(3), { env: inLambda(bad) })).status).toBe(303);
      expect((await latest())?.screening).toBe('---n-');
      await sendJson(world, endorsement(4), { env: inLambda(good) });
      expect((await latest())?.screening).toBe('-----');
      await world.sendMails();
      expect(world.mails).toHaveLength(2);
    },
  );

  it('on the allow list has no cap, unless it is also denied', async () => {
    await editList(world.store, 'allowedNetworks', 'ADD', '203.0.113.0/24');
    for (let number = 0; number < 15; number += 1) {
      await sendJson(world, endorsement(number), { env: inLambda('203.0.113.5') });
    }
    expect((await recordsOf(world.store)).map(({ screening }) => screening)).toEqual(Array(15).fill('-----'));
    await editList(world.store, 'deniedNetworks', 'ADD', '203.0.113.5/32');
    world.clock.now += inForceAfter;
    await sendJson(world, endorsement(20), { env: inLambda('203.0.113.5') });
    expect((await latest())?.screening).toMatch(/^---n/);
  });

  it.each([
    ['203.0.113.77/24', '203.0.113.0/24'],
    ['203.0.113.77', '203.0.113.77/32'],
    ['2001:DB8:0:0:1::5/64', '2001:db8::/64'],
    ['::ffff:203.0.113.9', '203.0.113.9/32'],
    ['0x7f.1', undefined],
    ['203.0.113.0/33', undefined],
    ['example.org', undefined],
    ['1', undefined],
  ])('is parsed from %s as %s', (text, range) => {
    const read = readRange(text);
    expect(read && writeRange(read)).toBe(range);
  });
});
