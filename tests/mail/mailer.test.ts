import { beforeEach, describe, expect, it } from 'vitest';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { readToken } from '../../shared/platform/token/token.ts';
import { deliver } from '../fixtures/functions.ts';
import { freshStore } from '../fixtures/store.ts';
import {
  codeIn,
  endorsement,
  keys,
  makeWorld,
  openTestLetter,
  publicUrl,
  tokenIn,
  type World,
} from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const fromOne = (number: number) =>
  endorsement(number, { signatory: { name: 'Officer', role: 'x', email: 'officer@umbrella.example' } });
const to = (address: string) => world.mails.filter((mail) => mail.to === address);

describe('the confirmation mail', () => {
  it('holds the whole link and the code, in text and in HTML', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    const link = `${publicUrl}/confirm/${tokenIn(mail)}`;
    expect(mail.text).toContain(`\n${link}\n`);
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.html).toContain(codeIn(mail));
    expect(mail.subject).toBe('Please confirm your signature: “Clean air for the harbour district”');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('list-unsubscribe')).toBe(false);
  });

  it("escapes people's input", async () => {
    const name = '<b>Bold</b> & "Quotes" <script>alert(1)</script>';
    await world.submit('clean-air', endorsement(1, { organisation: { name, country: 'KZ' } }));
    await world.sendMails();
    expect(world.mails[0]?.html).not.toMatch(/<script|<b>/);
    expect(world.mails[0]?.html).toContain('&lt;b&gt;Bold&lt;/b&gt;');
    expect(world.mails[0]?.text).toContain(name);
  });

  it('supports any script, and so does its receipt', async () => {
    const name = 'جمعية 人权 Ñandú';
    await world.submit('clean-air', endorsement(1, { organisation: { name, country: 'KZ' } }));
    await world.sendMails();
    const [asked] = world.mails;
    expect(asked?.text).toContain(name);
    await world.confirm(asked ? tokenIn(asked) : '');
    await world.sendMails();
    expect(world.mails.at(-1)?.text).toContain(name);
  });

  it('comes from the convener of the letter, and answers go to its contact', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const headers = world.mails[0]?.headers;
    const from = { name: 'Harbour Neighbours', address: 'letters@undersigned.example' };
    expect(headers?.get('from')).toMatchObject({ value: [from] });
    expect(headers?.get('reply-to')).toMatchObject({ value: [{ address: 'privacy@harbour.example' }] });
  });

  it('holds a code that also works when directional marks were copied with it', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    const copied = { letter: '\u2068clean-air\u2069', email: mail.to, code: `\u2068${codeIn(mail)}\u2069` };
    const answer = await world.app.request('/confirm', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(copied),
    });
    expect(await answer.json()).toEqual({ status: 'confirmed' });
  });

  it('is sent once, however often it is requested and by how many at once', async () => {
    await world.submit('clean-air', endorsement(1));
    const delivery = { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() };
    await world.sendMails();
    const [mail] = world.mails;
    const id = mail && readToken(tokenIn(mail))?.id;
    if (!id) throw new Error('no mail');
    const request = { signature: id, mail: 'confirmation' } as const;
    await Promise.all([1, 2, 3].map(() => deliver(delivery, request, world.clock.now)));
    expect(world.mails).toHaveLength(1);
  });
});

describe('one mailbox', () => {
  it('gets at most four unanswered confirmation mails a day, over all letters', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
    for (let number = 0; number < 20; number += 1) {
      const answer = await world.submit(number % 2 ? 'clean-air' : 'other-letter', fromOne(number));
      expect(answer.status).toBe(202);
    }
    await world.sendMails();
    expect(to('officer@umbrella.example')).toHaveLength(4);
    world.clock.now += 24 * 3600 * 1000 + 1;
    await world.submit('clean-air', fromOne(30));
    await world.sendMails();
    expect(to('officer@umbrella.example')).toHaveLength(5);
  });

  it('can continue when it answers: ten organisations in a day', async () => {
    for (let number = 0; number < 10; number += 1) {
      await world.submit('clean-air', fromOne(number));
      await world.sendMails();
      const mail = to('officer@umbrella.example').findLast(({ subject }) => subject.startsWith('Please'));
      if (!mail) throw new Error('no mail');
      await world.confirm(tokenIn(mail));
      await world.sendMails();
    }
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 10 });
  });

  it('gets one mail for the same submission sent fifty times at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => world.submit('clean-air', endorsement(1))));
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
  });

  it('gets a mail for each of two different submissions, and both links work', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.submit('clean-air', endorsement(1, { display: 'withheld' }));
    await world.sendMails();
    const [first, second] = world.mails.map(tokenIn);
    if (!first || !second) throw new Error('two mails expected');
    expect(await (await world.confirm(first)).json()).toEqual({ status: 'confirmed' });
    expect(await (await world.confirm(second)).json()).toEqual({ status: 'duplicate' });
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
  });

  it('written with dots and plus is the same if its provider says so', async () => {
    const spellings = [
      'jo.doe@gmail.com',
      'jodoe+a@gmail.com',
      'j.odoe@googlemail.com',
      'jodoe@gmail.com',
      'JODOE@gmail.com',
      'jodoe+b@gmail.com',
    ];
    for (const [number, email] of spellings.entries()) {
      await world.submit('clean-air', endorsement(number, { signatory: { name: 'Jo', email } }));
    }
    await world.sendMails();
    expect(world.mails).toHaveLength(4);
  });
});
