import { beforeAll, describe, expect, it } from 'vitest';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

describe('the path of one signature', () => {
  let world: World;
  beforeAll(async () => {
    world = makeWorld(await freshStore());
    await openTestLetter(world.store);
  });

  it('is submitted, confirmed by the link, counted and listed, with a receipt', async () => {
    const answer = await world.submit('clean-air', endorsement(1));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ status: 'confirmation-requested' });
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    expect(mail.to).toBe('person1@org-1.example');
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 0 });
    const confirmed = await world.confirm(tokenIn(mail));
    expect(await confirmed.json()).toEqual({ status: 'confirmed' });
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 1, total: 1 });
    expect(await world.json('/v1/letters/clean-air/signatures')).toMatchObject({
      items: [{ organisation: { name: 'Organisation 1' } }],
    });
    await world.sendMails();
    expect(world.mails.at(-1)?.subject).toMatch(/^You signed/);
  });

  it('is confirmed by the typed code', async () => {
    await world.submit('clean-air', endorsement(2));
    await world.sendMails();
    const mail = world.mails.at(-1);
    if (!mail) throw new Error('no mail');
    const answer = await world.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ letter: 'clean-air', email: mail.to, code: codeIn(mail).toLowerCase() }),
    });
    expect(await answer.json()).toEqual({ status: 'confirmed' });
  });
});
