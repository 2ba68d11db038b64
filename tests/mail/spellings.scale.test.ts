/** One mailbox under many spellings, and many mailboxes of one domain. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cappedMailbox } from '../../shared/mailbox/address.ts';
import { recordsOf } from '../fixtures/records.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const hour = 3600_000;
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const submit = (number: number, email: string) =>
  world.submit('clean-air', endorsement(number, { signatory: { name: `Person ${number}`, role: 'x', email } }));
const confirmLast = async () => {
  const mail = world.mails.findLast(({ text }) => text.includes('/confirm/')) ?? expect.fail('no mail');
  await world.confirm(tokenIn(mail));
  await world.sendMails();
};

describe('a mailbox', () => {
  it.each([
    ['victim@corp.example', 'victim@corp.example'],
    ['Victim+letters@Corp.example', 'victim@corp.example'],
    ['victim+a+b@corp.example', 'victim@corp.example'],
    ['v.ictim+x@gmail.com', 'victim@gmail.com'],
    ['+only@corp.example', '+only@corp.example'],
  ])('%s is capped as %s', (written, capped) => {
    expect(cappedMailbox(written)).toBe(capped);
  });

  it('gets four unanswered confirmation mails a day, whatever follows the plus', async () => {
    for (let number = 0; number < 20; number += 1) await submit(number, `victim+${number}@corp.example`);
    await submit(30, 'victim@corp.example');
    await world.sendMails();
    expect(world.mails).toHaveLength(4);
    const held = (await recordsOf(world.store)).filter(({ heldBecause }) => heldBecause === 'mailbox-cap');
    expect(held).toHaveLength(17);
    world.clock.now += 24 * hour + 1;
    await submit(40, 'victim+again@corp.example');
    await world.sendMails();
    expect(world.mails).toHaveLength(5);
  });

  it('that answers can continue under other spellings', async () => {
    for (let number = 0; number < 8; number += 1) {
      await submit(number, `officer+${number}@corp.example`);
      await world.sendMails();
      await confirmLast();
    }
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 8 });
  });

  it('counts as another signer under each spelling', async () => {
    for (const email of ['info+a@corp.example', 'info+b@corp.example']) {
      const individual = { kind: 'individual', organisation: undefined, attestation: undefined };
      await world.submit('clean-air', endorsement(1, { ...individual, signatory: { name: 'Jo Doe', email } }));
      await world.sendMails();
      await confirmLast();
    }
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ individuals: 2 });
  });
});

describe('the mailboxes of one domain', () => {
  const flood = async (from: number, count: number, domain: string) => {
    for (let number = from; number < from + count; number += 1) await submit(number, `person${number}@${domain}`);
    await world.sendMails();
  };

  it('get a hundred unanswered mails within an hour; further ones are sent later', async () => {
    await flood(0, 130, 'corp.example');
    expect(world.mails).toHaveLength(100);
    world.clock.now += hour;
    await world.sendMails();
    expect(world.mails).toHaveLength(130);
  });

  it('are counted together, in every process and for subdomains', async () => {
    await flood(0, 99, 'a.corp.example');
    const other = makeWorld(anotherClient(world.store), world.clock);
    for (let number = 200; number < 230; number += 1) await submit(number, `person${number}@b.corp.example`);
    await other.sendMails();
    // Another process only records its own first ten.
    expect(other.mails.length).toBeLessThanOrEqual(11);
  });

  it('get more the more of them answer', async () => {
    for (let number = 0; number < 50; number += 1) {
      await submit(number, `student${number}@uni.example`);
      await world.sendMails();
      await confirmLast();
    }
    const before = world.mails.length;
    await flood(1000, 150, 'uni.example');
    expect(world.mails.length - before).toBe(150);
  });

  it('do not block those of a provider, nor those of other domains', async () => {
    await flood(0, 120, 'gmail.com');
    expect(world.mails).toHaveLength(120);
    await flood(200, 101, 'corp.example');
    await submit(400, 'chair@river.example');
    await world.sendMails();
    expect(world.mails.at(-1)?.to).toBe('chair@river.example');
  });

  it('are held when it continues for a day', async () => {
    await flood(0, 160, 'corp.example');
    expect(world.mails).toHaveLength(100);
    world.clock.now += 25 * hour;
    await flood(1000, 100, 'corp.example');
    expect(world.mails).toHaveLength(200);
    const held = (await recordsOf(world.store)).filter(({ heldBecause }) => heldBecause === 'domain-cap');
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ signatoryName }) => Number(signatoryName.slice(7)) < 1000)).toBe(true);
  });
});
