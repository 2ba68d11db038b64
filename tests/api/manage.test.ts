/** The owner's page: it shows what is stored and what can be changed, and changes take effect at once. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, type Mail, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const manageTokenIn = ({ text }: Mail) => z.string().parse(/\/manage\/([a-z0-9]{46})/.exec(text)?.[1]);
const last = (address: string): Mail => {
  const mail = world.mails.findLast(({ to }) => to === address);
  if (!mail) throw new Error('no mail');
  return mail;
};

/** @returns the manage token from the receipt */
async function signed(number: number, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const body = endorsement(number, change);
  await world.submit('clean-air', body);
  await world.sendMails();
  await world.confirm(tokenIn(last(body.signatory.email)));
  await world.sendMails();
  return manageTokenIn(last(body.signatory.email));
}

const ask = (token: string, body: unknown) =>
  world.app.request(`/manage/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
const held = async (token: string) =>
  z
    .looseObject({ state: z.string() })
    .parse(await (await world.app.request(`/manage/${token}`, { headers: { accept: 'application/json' } })).json());
const count = () => world.json('/v1/letters/clean-air/count');
const names = async () =>
  z
    .object({ items: z.array(z.object({ organisation: z.object({ name: z.string() }).optional() })) })
    .parse(await world.json('/v1/letters/clean-air/signatures'))
    .items.map(({ organisation }) => organisation?.name);

const correction = (name: string, change: Readonly<Record<string, unknown>> = {}) => ({
  action: 'correct',
  kind: 'organisation',
  organisation: { name, website: 'https://org-1.example', country: 'KZ' },
  signatory: { name: 'Person 1', role: 'Chair' },
  attestation: true,
  ...change,
});

describe('the owner', () => {
  it('sees everything that is stored, but no hash or token', async () => {
    const token = await signed(1, { comment: 'Go on' });
    const view = await held(token);
    expect(view).toMatchObject({
      state: 'counted',
      organisation: { name: 'Organisation 1', website: 'https://org-1.example/' },
      signatory: { email: 'person1@org-1.example' },
      comment: 'Go on',
      agreed: { attestation: true, consents: { publication: true, updates: false, partner: false } },
    });
    expect(JSON.stringify(view)).not.toMatch(/hash|Tokens/);
    const file = await world.app.request(`/manage/${token}/data`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.json()).toEqual(view);
  });

  it('withdraws at once, and a second time changes nothing', async () => {
    const token = await signed(1);
    expect(await count()).toMatchObject({ organisations: 1 });
    expect((await ask(token, { action: 'withdraw' })).status).toBe(200);
    expect(await count()).toMatchObject({ organisations: 0, total: 0 });
    expect(await names()).toEqual([]);
    expect((await ask(token, { action: 'withdraw' })).status).toBe(200);
    expect(await count()).toMatchObject({ total: 0 });
    const before = world.mails.length;
    await world.sendMails();
    expect(world.mails).toHaveLength(before + 1);
  });

  it('corrects the name, and gets a mail with the current record', async () => {
    const token = await signed(1);
    expect((await ask(token, correction('Organisation One'))).status).toBe(200);
    expect(await names()).toEqual(['Organisation One']);
    expect(await count()).toMatchObject({ organisations: 1 });
    await world.sendMails();
    expect(last('person1@org-1.example').text).toContain('Organisation One');
  });

  it('switches between the organisation and herself, and the counts follow', async () => {
    const token = await signed(1);
    const mine = correction('Organisation 1', { kind: 'individual', attestation: false });
    expect((await ask(token, mine)).status).toBe(200);
    expect(await count()).toMatchObject({ organisations: 0, individuals: 1, total: 1 });
    expect((await ask(token, correction('Organisation 1'))).status).toBe(200);
    expect(await count()).toMatchObject({ organisations: 1, individuals: 0, total: 1 });
  });

  it('hides the name: the signature is still counted, but no longer listed', async () => {
    const token = await signed(1);
    const hide = { action: 'consents', display: 'withheld', consents: { publication: false } };
    expect((await ask(token, hide)).status).toBe(200);
    expect(await count()).toMatchObject({ total: 1 });
    expect(await names()).toEqual([]);
    expect(await held(token)).toMatchObject({
      agreed: { consents: { publication: true } },
      laterConsents: [{ consents: { publication: false } }],
    });
    const open = { action: 'consents', display: 'public', consents: { publication: false } };
    expect((await ask(token, open)).status).toBe(422);
  });

  it('is forgotten: nothing in the table identifies the signer, and the link stops working', async () => {
    const token = await signed(1, { comment: 'A word from Person 1' });
    expect((await ask(token, { action: 'forget' })).status).toBe(422);
    expect(await (await ask(token, { action: 'forget', sure: true })).json()).toEqual({ state: 'forgotten' });
    expect(await count()).toMatchObject({ total: 0 });
    expect(await names()).toEqual([]);
    expect((await world.app.request(`/manage/${token}`, { headers: { accept: 'application/json' } })).status).toBe(404);
    await world.sendMails();
    // The organisation can sign again.
    await signed(1);
    expect(await count()).toMatchObject({ total: 1 });
  });
});

describe('a second endorsement of the same organisation', () => {
  const second = { signatory: { name: 'Second Person', role: 'Clerk', email: 'second@org-1.example' } };

  it('is kept as a duplicate, and takes the place in one step when the first withdraws', async () => {
    const first = await signed(1);
    const duplicate = await signed(1, second);
    expect(await held(duplicate)).toMatchObject({ state: 'duplicate' });
    expect(await count()).toMatchObject({ organisations: 1 });
    await ask(duplicate, { action: 'take-place' });
    expect(await held(duplicate)).toMatchObject({ state: 'duplicate', history: [] });
    await ask(first, { action: 'withdraw' });
    await ask(duplicate, { action: 'take-place' });
    expect(await held(duplicate)).toMatchObject({ state: 'counted', history: [{ did: 'took-place' }] });
    expect(await count()).toMatchObject({ organisations: 1 });
  });

  it('is reported to the first signer, without a name or a mailbox', async () => {
    await signed(1);
    const before = world.mails.filter(({ to }) => to === 'person1@org-1.example').length;
    await signed(1, second);
    await world.sendMails();
    const notes = world.mails.filter(({ to }) => to === 'person1@org-1.example').slice(before);
    expect(notes).toHaveLength(1);
    expect(`${notes[0]?.subject} ${notes[0]?.text}`).not.toMatch(/Second Person|second@/);
  });
});

describe('a link', () => {
  it('can be requested by mailbox, with the same answer for everybody', async () => {
    await signed(1);
    const request = (email: string) =>
      world.app.request('/manage', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ email }),
      });
    const sent = world.mails.length;
    const [known, unknown] = await Promise.all([request('person1@org-1.example'), request('nobody@org-9.example')]);
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(await known.text()).toBe(await unknown.text());
    await world.sendMails();
    expect(world.mails).toHaveLength(sent + 1);
    expect(await held(manageTokenIn(last('person1@org-1.example')))).toMatchObject({ state: 'counted' });
  });

  it('does not open a page of another purpose', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const token = tokenIn(last('person1@org-1.example'));
    const answer = await world.app.request(`/manage/${token}`, { headers: { accept: 'application/json' } });
    expect(answer.status).toBe(404);
    expect((await world.confirm(await signed(2))).status).toBe(404);
  });
});
