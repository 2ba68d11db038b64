/** Between the moment when a mail is sent and its recording on the signature, its link already works. */
import { beforeEach, describe, expect, it } from 'vitest';
import { countDays } from '../../shared/count/daily-submissions.ts';
import type { SignatureId } from '../../shared/ids.ts';
import { leaseDuration } from '../../shared/mail/lease.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import type { GetCommand } from '../../shared/platform/store/commands.ts';
import { injectFaults } from '../fixtures/dynamodb-faults.ts';
import { deliver } from '../fixtures/functions.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import {
  codeIn,
  endorsement,
  keys,
  type Mail,
  makeWorld,
  openTestLetter,
  publicUrl,
  tokenIn,
  type World,
} from '../fixtures/world.ts';

let world: World;
/** Runs as soon as a mail is sent, before the mailer knows it. */
let whenOut: (mail: Mail) => Promise<void>;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  whenOut = async () => {};
  world.mailing.ses.middlewareStack.add(
    (next) => async (args) => {
      const sent = await next(args);
      const mail = world.mails.at(-1);
      if (mail) await whenOut(mail);
      return sent;
    },
    { step: 'initialize', name: 'whenOut', priority: 'high' },
  );
});

const statusOf = async (answer: Response) => ({ status: answer.status, body: await answer.json() });
const press = async (mail: Mail) => statusOf(await world.confirm(tokenIn(mail)));
const confirmed = { status: 200, body: { status: 'confirmed' } };
const again = { status: 200, body: { status: 'already-confirmed' } };
const list = () => world.json('/v1/letters/clean-air/signatures');
const only = async () => (await recordsOf(world.store))[0] ?? expect.fail('no signature');

describe('a link that is pressed before the mailer has recorded its mail', () => {
  it('confirms with everything that the first mail determines, and keeps working', async () => {
    const told: unknown[] = [];
    whenOut = async (mail) => {
      if (mail.about['mail'] === 'confirmation') told.push(await press(mail));
    };
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    expect(told).toEqual([confirmed]);
    expect(await list()).toMatchObject({ items: [{ verification: 'mailbox-domain' }] });
    await world.sendMails();
    expect(world.mails.map(({ about }) => about['mail'])).toEqual(['confirmation', 'receipt']);
    expect(await press(world.mails[0] ?? expect.fail())).toEqual(again);
    expect(await only()).not.toHaveProperty('due');
  });

  it('confirms by the policy of the letter', async () => {
    await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: domain' });
    whenOut = async (mail) => {
      if (mail.about['mail'] === 'confirmation') await press(mail);
    };
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    expect(await list()).toMatchObject({ items: [] });
    expect(await only()).toMatchObject({ moderation: 'held', verification: 'mailbox-domain' });
  });

  it('confirms by its code, too', async () => {
    const told: unknown[] = [];
    whenOut = async (mail) => {
      if (mail.about['mail'] !== 'confirmation') return;
      const body = JSON.stringify({ letter: 'clean-air', email: mail.to, code: codeIn(mail) });
      const headers = { accept: 'application/json', 'content-type': 'application/json' };
      told.push(await statusOf(await world.app.request('/confirm', { method: 'POST', headers, body })));
    };
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    expect(told).toEqual([confirmed]);
    await world.sendMails();
    // Long after the mail was dropped from its mailbox's record.
    world.clock.now += 8 * 24 * 3600 * 1000;
    await world.submit('clean-air', endorsement(2, { signatory: { name: 'x', email: world.mails[0]?.to } }));
    await world.sendMails();
    expect(await press(world.mails[0] ?? expect.fail())).toEqual(again);
  });

  it('works though its mailbox was silenced at the same moment', async () => {
    await world.submit('clean-air', endorsement(1));
    const told: unknown[] = [];
    whenOut = async (mail) => {
      const bounce = { at: new Date(world.clock.now).toISOString(), because: 'bounce' } as const;
      await suppressMailbox(world.store, keys, mail.to, bounce, world.clock.now);
      told.push(await press(mail));
    };
    await world.sendMails();
    expect(told).toEqual([confirmed]);
  });

  it('opens the page of the owner', async () => {
    const opened: number[] = [];
    whenOut = async ({ text }) => {
      const path = /\/manage\/[a-z0-9]{46}/.exec(text)?.[0];
      if (path) opened.push((await world.app.request(path)).status);
    };
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    await press(world.mails[0] ?? expect.fail());
    await world.sendMails();
    expect(opened).toEqual([200]);
  });
});

describe('a mailer that dies after sending a mail', () => {
  /** Its next write fails. */
  function dieOnce(): void {
    whenOut = async () => {
      whenOut = async () => {};
      injectFaults(world.store, ['unreachable']);
    };
  }

  it.each([1, 2])('sends it once more, and link number %i of the two works', async (number) => {
    await world.submit('clean-air', endorsement(1));
    dieOnce();
    await expect(world.sendMails()).rejects.toThrow('no answer');
    // Its current mailer may still be running.
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
    world.clock.now += leaseDuration + 1000;
    await world.sendMails();
    expect(world.mails).toHaveLength(2);
    expect(await press(world.mails[number - 1] ?? expect.fail())).toEqual(confirmed);
    for (const mail of world.mails) expect(await press(mail)).toEqual(again);
  });

  it('leaves a link that works before that', async () => {
    await world.submit('clean-air', endorsement(1));
    dieOnce();
    await expect(world.sendMails()).rejects.toThrow('no answer');
    expect(await press(world.mails[0] ?? expect.fail())).toEqual(confirmed);
    world.clock.now += leaseDuration + 1000;
    await world.sendMails();
    expect(world.mails.map(({ about }) => about['mail'])).toEqual(['confirmation', 'receipt']);
  });
});

describe('three mailers at once', () => {
  const atOnce = (signature: SignatureId, mail: 'confirmation' | 'receipt') =>
    Promise.all(
      [1, 2, 3].map(() =>
        deliver(
          { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() },
          { signature, mail },
          world.clock.now,
        ),
      ),
    );

  it('send one first mail, and one receipt', async () => {
    await world.submit('clean-air', endorsement(1));
    const { id } = await only();
    await atOnce(id, 'confirmation');
    expect(world.mails).toHaveLength(1);
    await press(world.mails[0] ?? expect.fail());
    await atOnce(id, 'receipt');
    expect(world.mails).toHaveLength(2);
  });

  it('send one, also when one of them continues long after it checked whether the mail is due', async () => {
    await world.submit('clean-air', endorsement(1));
    const { id } = await only();
    const gate = Promise.withResolvers<void>();
    const send = async (command: InstanceType<typeof GetCommand>) => {
      const answer = await world.store.client.send(command);
      await gate.promise;
      return answer;
    };
    const slow = { ...world.store, client: Object.create(world.store.client, { send: { value: send } }) };
    const request = { signature: id, mail: 'confirmation' } as const;
    const delivery = { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() };
    const late = deliver({ ...delivery, store: slow }, request, world.clock.now + 60_000);
    await deliver(delivery, request, world.clock.now);
    gate.resolve();
    await late;
    expect(world.mails).toHaveLength(1);
  });
});
