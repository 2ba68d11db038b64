/** Strangers' submissions never take the last mail of a mailbox's day: it is reserved for requests of links. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { recordsOf } from '../fixtures/records.ts';
import { mailsTo, manageTokenIn, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const day = 24 * 3600 * 1000;
const email = 'jo@river.example';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const pretend = async (number: number, as = email) => {
  world.clock.now += 1000;
  await world.submit('clean-air', endorsement(number, { signatory: { name: 'Not Jo', email: as } }));
  await world.sendMails();
};
const askForLinks = async (as = email) => {
  world.clock.now += 1000;
  const answer = await world.app.request('/manage', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ email: as }),
  });
  await world.sendMails();
  return answer.status;
};
const kinds = (to = email) => mailsTo(world, to).map(({ about }) => about['mail']);
const linkMails = (to = email) => mailsTo(world, to).filter(({ about }) => about['mail'] === 'link');

describe('a mailbox for which strangers sign repeatedly', () => {
  it('still gets the links to its signature', async () => {
    const own = await sign(world, organisationFrom('river.example', email));
    world.mails.length = 0;
    for (let number = 10; number < 30; number += 1) await pretend(number);
    expect(kinds()).toEqual(['confirmation', 'confirmation', 'confirmation', 'confirmation']);
    expect(await askForLinks()).toBe(202);
    expect(kinds().slice(4)).toEqual(['link']);
    const [mail] = linkMails();
    const links = [...(mail?.text.matchAll(/\/manage\/([a-z0-9]{46})/g) ?? [])].map(([, token]) => token);
    expect(links.some((token) => token?.startsWith(own.id))).toBe(true);
  });

  it('also gets a link for what its owner signed then, which confirms it', async () => {
    for (let number = 10; number < 14; number += 1) await pretend(number);
    await world.submit('clean-air', organisationFrom('river.example', email, 'River Friends'));
    await world.sendMails();
    expect(kinds()).toHaveLength(4);
    await askForLinks();
    const text = linkMails()[0]?.text ?? '';
    expect(text).toContain('River Friends');
    const held = (await recordsOf(world.store)).find(({ organisationName }) => organisationName === 'River Friends');
    expect(held?.heldBecause).toBe('mailbox-cap');
    const token = [...text.matchAll(/\/confirm\/([a-z0-9]{46})/g)].find(([, one]) =>
      one?.startsWith(held?.id ?? '-'),
    )?.[1];
    expect(await (await world.confirm(token ?? '')).json()).toEqual({ status: 'confirmed' });
    await world.sendMails();
    expect(kinds().at(-1)).toBe('receipt');
    expect(manageTokenIn(mailsTo(world, email).at(-1) ?? expect.fail())).toContain(held?.id);
    const { organisationKey, due } = await recordOf(world, { id: held?.id ?? expect.fail() });
    expect([organisationKey, due]).toEqual([undefined, undefined]);
  });

  it('can type the code of that link, too', async () => {
    for (let number = 10; number < 16; number += 1) await pretend(number);
    await askForLinks();
    const mail = linkMails()[0] ?? expect.fail();
    expect(codeIn(mail)).toBeDefined();
    const answer = await world.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ letter: 'clean-air', email, code: codeIn(mail) }),
    });
    expect(await answer.json()).toEqual({ status: 'confirmed' });
  });

  it('has one place for links whatever follows the plus', async () => {
    await sign(world, organisationFrom('river.example', 'jo+letters@river.example'));
    world.mails.length = 0;
    for (let number = 10; number < 20; number += 1) await pretend(number, `jo+${number}@river.example`);
    await askForLinks('jo+letters@river.example');
    expect(linkMails('jo+letters@river.example')).toHaveLength(1);
    expect(world.mails).toHaveLength(5);
  });

  it('gets no more than five mails a day, and links never take the last of them', async () => {
    await sign(world, organisationFrom('river.example', email));
    world.mails.length = 0;
    for (let time = 0; time < 8; time += 1) {
      world.clock.now += 11 * 60 * 1000;
      await askForLinks();
    }
    expect(kinds()).toEqual(['link', 'link', 'link', 'link']);
    for (let number = 10; number < 14; number += 1) await pretend(number);
    expect(kinds().slice(4)).toEqual(['confirmation']);
    world.clock.now += day;
    await askForLinks();
    expect(kinds()).toHaveLength(6);
  });
});

describe('submissions that wait for a place', () => {
  it('are ten an hour, the latest ten in total', async () => {
    const askedFor = () =>
      new Set(
        linkMails()
          .at(-1)
          ?.text.match(/\/confirm\/[a-z0-9]{46}/g),
      );
    for (let number = 10; number < 30; number += 1) await pretend(number);
    await askForLinks();
    // The four that got a mail of their own, and ten more.
    expect(askedFor().size).toBe(14);
    world.clock.now += day / 24;
    await pretend(40);
    world.clock.now += day;
    await askForLinks();
    expect(linkMails().at(-1)?.text).toContain('Organisation 40');
    expect(askedFor().size).toBe(15);
  });

  it('are dropped once confirmed', async () => {
    for (let number = 10; number < 15; number += 1) await pretend(number);
    const row = () => readMailbox(world.store, keys, email);
    const [waiting] = (await row()).waiting ?? [];
    await askForLinks();
    const tokens = linkMails()[0]?.text.match(/(?<=\/confirm\/)[a-z0-9]{46}/g) ?? [];
    await world.confirm(tokens.find((token) => token.startsWith(waiting?.id ?? '-')) ?? '');
    await world.sendMails();
    expect((await row()).waiting).toBeUndefined();
  });
});
