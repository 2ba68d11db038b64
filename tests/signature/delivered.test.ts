/** A delivered letter counts nobody more, in any way to become counted. */
import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { importLines } from '../fixtures/import-lines.ts';
import { signIn } from '../fixtures/members.ts';
import { moderateAs, moderated, versionOf } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
});

const open = (policy = 'mailbox') => openTestLetter(world.store, { 'goal: 50': `goal: 50\npublishedFrom: ${policy}` });

async function become(state: 'closed' | 'delivered') {
  expect((await setState(world.store, slug, state, new Date(clock.now))).ok).toBe(true);
  // Instances cache a letter for two seconds.
  clock.now += 3000;
}
async function deliver() {
  await become('closed');
  await become('delivered');
}

/** Submits without confirming. @returns the link's token and the code */
async function pending(number: number) {
  const body = endorsement(number);
  await world.submit('clean-air', body);
  await world.sendMails();
  const mail = mailsTo(world, body.signatory.email).at(-1);
  if (!mail) throw new Error('no mail came');
  return { token: tokenIn(mail), code: codeIn(mail), email: body.signatory.email };
}
const page = async (token: string, init: RequestInit = {}) =>
  world.app.request(`/confirm/${token}`, { ...init, headers: { accept: 'text/html', ...init.headers } });
const json = { accept: 'application/json' };

describe('a signer who had not confirmed by then', () => {
  it('is told so by the link and by the code, and counts nowhere', async () => {
    await open();
    const { token, code, email } = await pending(1);
    await deliver();
    const shown = await page(token);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toMatch(/was delivered on [^,.]*2026[\s\S]*person1@org-1\.example/);
    const pressed = await world.confirm(token);
    expect([pressed.status, await pressed.json()]).toMatchObject([
      409,
      { type: 'urn:problem-type:undersigned:letter-delivered' },
    ]);
    const typed = await world.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...json },
      body: JSON.stringify({ letter: 'clean-air', email, code }),
    });
    expect(typed.status).toBe(409);
    expect((await page(token, { method: 'POST' })).status).toBe(200);
    expect(await publicTotal(world)).toBe(0);
  });

  it('can be forgotten by the button on that page', async () => {
    await open();
    const { token } = await pending(1);
    await deliver();
    const body = new URLSearchParams({ action: 'forget' });
    expect(await (await page(token, { method: 'POST', body })).text()).toContain('Your data is deleted');
    expect((await world.confirm(token)).status).toBe(404);
  });

  it('may confirm while the letter is closed and not delivered yet', async () => {
    await open();
    const { token } = await pending(1);
    await become('closed');
    expect((await world.confirm(token)).status).toBe(200);
    expect(await publicTotal(world)).toBe(1);
  });

  it('gets no confirmation mail, and none can be sent', async () => {
    await open();
    await world.submit('clean-air', endorsement(1));
    const { email } = await pending(2);
    const held = { ...endorsement(3), homepage: 'https://spam.example' };
    await world.submit('clean-air', held);
    await world.sendMails();
    const { token } = await pending(4);
    await world.submit('clean-air', endorsement(5));
    await deliver();
    const before = world.mails.length;
    await world.sendMails();
    clock.now += 3 * 24 * 3600 * 1000;
    await world.sendMails();
    expect(world.mails).toHaveLength(before);
    expect(mailsTo(world, email)).toHaveLength(1);
    const browser = await signIn(world);
    for (const state of ['pending', 'silent']) {
      const list = await browser.page(`/console/letters/clean-air/signatures?state=${state}`);
      for (const [, id = ''] of list.matchAll(/signatures\/([0-9a-z]{20})"/g)) {
        const action = state === 'silent' ? 'release' : 'resend';
        const answer = await browser.send(`/console/letters/clean-air/signatures/${id}/act`, { do: action });
        expect(answer.status).toBe(409);
      }
    }
    expect(token).toHaveLength(46);
  });
});

describe('a signer who had confirmed and was not counted', () => {
  const rival = organisationFrom('harbour.example', 'second@harbour.example', 'Harbour Friends');

  it('takes no free place, and is not counted by a correction', async () => {
    await open();
    const first = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const second = await sign(world, rival);
    await deliver();
    await ask(world, first, { action: 'withdraw' });
    const taken = await ask(world, second, { action: 'take-place' });
    expect([taken.status, await taken.json()]).toMatchObject([
      409,
      { type: 'urn:problem-type:undersigned:letter-delivered' },
    ]);
    const corrected = await ask(world, second, {
      action: 'correct',
      kind: 'organisation',
      organisation: { name: 'River Watch', website: 'https://river.example', country: 'KZ' },
      signatory: { name: 'Signer second', role: 'Chair' },
      attestation: true,
    });
    expect(corrected.status).toBe(409);
    expect(await publicTotal(world)).toBe(0);
    const own = await (await world.app.request(`/manage/${second.token}`)).text();
    expect(own).not.toContain('value="take-place"');
    expect((await ask(world, second, { action: 'forget', sure: true })).status).toBe(200);
  });

  it.each([{ do: 'approve' }, { do: 'vouch', note: 'Called them.' }] as const)(
    'is not admitted by the secretariat: $do',
    async (decision) => {
      await open('vouched');
      const held = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
      await deliver();
      expect(await moderateAs(world, held, decision)).toEqual({ outcome: 'refused', why: 'letter-delivered' });
      expect((await recordOf(world, held)).moderation).toBe('held');
      expect((await moderateAs(world, held, { do: 'reject', why: 'Too late.' })).outcome).toBe('done');
    },
  );

  it('is not admitted by splitting chapters, nor by undoing an earlier decision', async () => {
    await open();
    await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const second = await sign(world, rival);
    const third = await sign(world, endorsement(3));
    const browser = await signIn(world);
    const path = `/console/letters/clean-air/signatures/${third.id}`;
    const answer = await browser.send(`${path}/act`, { do: 'hold', fieldsVersion: await versionOf(world, third) });
    const act = /done=([0-9a-z]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    await deliver();
    const { total } = await publicState(world);
    expect((await moderateAs(world, second, { do: 'split', chapter: 'north' })).outcome).toBe('refused');
    const undone = await browser.send(`${path}/undo`, { act });
    expect([undone.status, await undone.text()]).toMatchObject([409, expect.stringContaining('delivered')]);
    expect(await publicTotal(world)).toBe(total);
  });

  it('does not take the place of a counted signature, either', async () => {
    await open();
    await sign(world, organisationFrom('harbour.example', 'harbour@gmail.com'));
    const { token } = await (async () => {
      await world.submit('clean-air', rival);
      await world.sendMails();
      const mail = mailsTo(world, rival.signatory.email).at(-1);
      return { token: mail ? tokenIn(mail) : '' };
    })();
    const before = await publicState(world);
    await deliver();
    expect((await world.confirm(token)).status).toBe(409);
    expect(await publicState(world)).toEqual(before);
  });
});

it('a delivered letter can still shrink, and the remaining signatures count the same', async () => {
  await open();
  const [one, two] = [await sign(world, endorsement(1)), await sign(world, endorsement(2))] as const;
  await deliver();
  await moderated(world, one, { do: 'hold' });
  await ask(world, two, { action: 'withdraw' });
  expect(await publicTotal(world)).toBe(0);
  expect((await moderateAs(world, one, { do: 'approve' })).outcome).toBe('refused');
});

it('is exact when a confirmation and the delivery meet', async () => {
  await open();
  const tokens = [];
  for (let number = 1; number <= 8; number += 1) tokens.push((await pending(number)).token);
  await become('closed');
  const meeting = tokens.map((token) => world.confirm(token));
  const delivered = setState(world.store, slug, 'delivered', new Date(clock.now));
  const statuses = (await Promise.all(meeting)).map(({ status }) => status);
  expect((await delivered).ok).toBe(true);
  const { total } = await publicState(world);
  expect(total).toBe(statuses.filter((status) => status === 200).length);
  for (const token of tokens) await world.confirm(token);
  expect(await publicTotal(world)).toBe(total);
});

describe('a list of co-signatories', () => {
  it.each([
    ['paper', 'Name;Country\nBartholomew Pierhead;KZ\nWilhelmina Quayside;KZ\n'],
    ['mail', 'Name;Email;Country\nBo Pier;bo@pier.example;KZ\nAda Pier;ada@pier.example;KZ\n'],
  ] as const)('adds nobody to a delivered letter: %s', async (mode, csv) => {
    await open();
    await deliver();
    const job = await importLines(world, slug, csv, mode);
    expect(job).toMatchObject({ state: 'done', sums: { faulty: 2 } });
    expect(await world.json(`/v1/letters/${slug}/count`)).toMatchObject({ total: 0, offline: 0 });
    await world.sendMails();
    expect(world.mails).toEqual([]);
  });

  it('adds the same people to a closed one', async () => {
    await open();
    await become('closed');
    await importLines(world, slug, 'Name;Country\nBartholomew Pierhead;KZ\n', 'paper');
    expect(await world.json(`/v1/letters/${slug}/count`)).toMatchObject({ total: 0, offline: 1 });
  });
});
