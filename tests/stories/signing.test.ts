/** The README's promises to people who sign, each told as it happens to them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { ask, mailsTo, organisationFrom, publicList, publicState, publicTotal, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const days = (count: number) => count * 24 * 3600 * 1000;
let world: World;

beforeEach(async () => {
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
});

const fisherfolk = organisationFrom('fisherfolk.example', 'chair@fisherfolk.example', 'Fisherfolk Union');
const chair = 'Signer chair: mailbox-domain';

describe('An organisation signs', () => {
  it('is asked to confirm by email, and is listed and counted once it does', async () => {
    expect((await world.submit('clean-air', fisherfolk)).status).toBe(202);
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });

    await world.sendMails();
    const [mail] = mailsTo(world, 'chair@fisherfolk.example');
    if (!mail) return expect.fail('no mail came');
    await world.confirm(tokenIn(mail));

    expect(await publicState(world)).toEqual({ listed: [chair], total: 1 });
  });

  it('can type the code from the mail instead of opening the link', async () => {
    await world.submit('clean-air', fisherfolk);
    await world.sendMails();
    const [mail] = mailsTo(world, 'chair@fisherfolk.example');
    if (!mail) return expect.fail('no mail came');

    const typed = await world.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ letter: 'clean-air', email: 'chair@fisherfolk.example', code: codeIn(mail) }),
    });

    expect(typed.status).toBe(200);
    expect(await publicTotal(world)).toBe(1);
  });

  it('is not confirmed by a mail scanner that opens the link', async () => {
    await world.submit('clean-air', fisherfolk);
    await world.sendMails();
    const [mail] = mailsTo(world, 'chair@fisherfolk.example');
    if (!mail) return expect.fail('no mail came');

    await world.app.request(`/confirm/${tokenIn(mail)}`);

    expect(await publicTotal(world)).toBe(0);
  });

  it('is reminded once when nobody confirms, and forgotten after a month', async () => {
    await world.submit('clean-air', fisherfolk);
    await world.sendMails();
    clock.now += days(3);
    await world.sendMails();
    clock.now += days(10);
    await world.sendMails();
    expect(mailsTo(world, 'chair@fisherfolk.example')).toHaveLength(2);

    clock.now += days(31);
    await world.sendMails();
    expect(mailsTo(world, 'chair@fisherfolk.example')).toHaveLength(2);
    expect(await publicTotal(world)).toBe(0);
  });

  it('is counted once, however many of its people sign', async () => {
    await sign(world, fisherfolk);
    await sign(world, organisationFrom('fisherfolk.example', 'press@fisherfolk.example', 'Fisherfolk Union'));

    expect(await publicState(world)).toEqual({ listed: [chair], total: 1 });
  });
});

describe('A person signs', () => {
  const swimmer = endorsement(7, {
    kind: 'individual',
    organisation: undefined,
    signatory: { name: 'Ines Quillfeather', role: 'Swimmer', email: 'ines@swimmers.example' },
  });

  it('hides the name later: the signature is counted and no longer shown', async () => {
    const own = await sign(world, swimmer);
    expect(await publicList(world)).toHaveLength(1);

    expect(
      (await ask(world, own, { action: 'consents', display: 'withheld', consents: { publication: true } })).status,
    ).toBe(200);

    expect(await publicState(world)).toEqual({ listed: [], total: 1 });
    const page = await (await world.app.request('/clean-air/signatories')).text();
    expect(page).not.toContain('Quillfeather');
  });

  it('is counted once, however the name is spelled the next time', async () => {
    await sign(world, swimmer);
    world.clock.now += 25 * 3600 * 1000;
    const again = { ...swimmer.signatory, name: swimmer.signatory.name.toUpperCase().replace('E', 'É') };
    expect((await world.submit('clean-air', { ...swimmer, signatory: again })).status).toBe(202);
    const before = world.mails.length;
    await world.sendMails();
    for (const mail of world.mails.slice(before)) if (/\/confirm\//.test(mail.text)) await world.confirm(tokenIn(mail));

    expect(await publicTotal(world)).toBe(1);
  });

  it('withdraws', async () => {
    const own = await sign(world, swimmer);
    expect((await ask(world, own, { action: 'withdraw' })).status).toBe(200);
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
  });

  it('is forgotten: the link stops working', async () => {
    const own = await sign(world, swimmer);
    expect((await ask(world, own, { action: 'forget', sure: true })).status).toBe(200);

    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
    const page = await (await world.app.request(`/manage/${own.token}`)).text();
    expect(page).toContain('This link does not work');
    expect(page).not.toContain('Quillfeather');
  });
});

describe('A stranger types my address', () => {
  it('gets the same answer whether or not I signed, and I am neither listed nor counted', async () => {
    const mine = organisationFrom('harbour-choir.example', 'me@harbour-choir.example', 'Harbour Choir');
    await sign(world, mine);
    const again = await world.submit('clean-air', mine);
    const unknown = await world.submit('clean-air', organisationFrom('rowers.example', 'you@rowers.example', 'Rowers'));

    expect([again.status, Object.keys(Object(await again.json()))]).toEqual([
      unknown.status,
      Object.keys(Object(await unknown.json())),
    ]);
    expect(await publicTotal(world)).toBe(1);
  });
});

describe('The letter is delivered', () => {
  it('accepts no further names, and still shows those under it', async () => {
    await sign(world, fisherfolk);
    await world.submit('clean-air', endorsement(4));
    await world.sendMails();
    const [late] = mailsTo(world, 'person4@org-4.example');
    if (!late) return expect.fail('no mail came');
    const slug = letterSlug.parse('clean-air');
    await setState(world.store, slug, 'closed', new Date(clock.now));
    await setState(world.store, slug, 'delivered', new Date(clock.now));
    clock.now += 3000;

    await world.confirm(tokenIn(late));

    expect(await publicState(world)).toEqual({ listed: [chair], total: 1 });
    expect((await world.submit('clean-air', endorsement(5))).status).not.toBe(202);
  });
});

describe('A reader looks at the letter', () => {
  it('gets no cookie, and nothing from third parties', async () => {
    await sign(world, fisherfolk);
    for (const path of ['/', '/clean-air', '/clean-air/signatories', '/clean-air/privacy']) {
      const answer = await world.app.request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      const loaded = [...(await answer.text()).matchAll(/(?:src|<link[^>]* href)="(https?:[^"]*)"/g)].map(
        ([, url]) => url,
      );
      expect(loaded.filter((url) => !url?.startsWith('https://sign.example.org/'))).toEqual([]);
    }
  });
});
