/** "We did not sign": one page to look, decide and answer; the signer is told, and the complainant learns nothing. */
import { beforeEach, expect, it } from 'vitest';
import { type Browser, signIn } from '../fixtures/members.ts';
import { mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const home = '/console/letters/clean-air';
const signer = 'chair@ferrywatch.example';
const asker = 'press@quarrel.example';
const clock = { now: 0 };
let world: World;
let browser: Browser;
beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T09:00:00Z');
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  browser = await signIn(world);
});

const complain = (organisation: string, more: Readonly<Record<string, string>> = {}) =>
  world.app.request('/clean-air/dispute', {
    method: 'POST',
    body: new URLSearchParams({ organisation, name: 'Quarrel Press', email: asker, ...more }),
  });
const fieldIn = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
const about = (email: string) => mailsTo(world, email).filter(({ about: { mail } }) => mail?.startsWith('dispute'));

it('removes the signature and answers in one step, and tells the signer beforehand', async () => {
  const signed = await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  await complain('FERRY  watch Osh', { message: 'Nobody of us signed zanzibarian things.' });
  await world.sendMails();
  const [told] = about(signer);
  expect(told?.subject).toContain('A question about your signature');
  expect(told?.text).toContain('Ferry Watch Osh did not sign it');
  expect(told?.text).toMatch(/\/manage\/[a-z0-9]{46}/);
  for (const theirs of ['zanzibarian', 'Quarrel', asker, 'FERRY'])
    expect(told?.text + String(told?.html)).not.toContain(theirs);
  const page = await browser.page(`${home}/disputes`);
  expect(page).toContain('zanzibarian');
  expect(page).toContain('<bdi>Ferry Watch Osh</bdi>');
  const answer = await browser.send(`${home}/disputes`, {
    id: fieldIn(page, 'id'),
    signature: fieldIn(page, 'signature'),
    answer: 'rejected',
    words: 'Thank you for telling us.',
  });
  expect(answer.status).toBe(303);
  expect((await recordOf(world, signed)).moderation).toBe('rejected');
  expect(await publicState(world)).toEqual({ listed: [], total: 0 });
  await world.sendMails();
  const [mail] = about(asker);
  expect(mail?.text).toContain('We have removed the signature from the list.');
  expect(mail?.text).toContain('Thank you for telling us.');
  expect(await browser.page(`${home}/disputes`)).toContain('<span class="mark">Removed</span>');
});

it('keeps the signature and answers once, however often the button is pressed', async () => {
  await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  await complain('Ferry Watch Osh');
  const page = await browser.page(`${home}/disputes`);
  for (let time = 0; time < 3; time += 1) {
    await browser.send(`${home}/disputes`, { id: fieldIn(page, 'id'), answer: 'stands' });
    await world.sendMails();
  }
  expect(about(asker).map(({ text }) => text.includes('It stays in the list'))).toEqual([true]);
  expect(await publicTotal(world)).toBe(1);
});

it('chooses the signature with the very name first, and among those of one name the one that counts', async () => {
  const from = (domain: string, name: string) => sign(world, organisationFrom(domain, `office@${domain}`, name));
  await from('another.example', 'A Ferry Watch Osh');
  const own = await from('ferrywatch.example', 'Ferry Watch Osh');
  const rejected = await from('elsewhere.example', 'Ferry Watch  Osh');
  const seen = /name="fieldsVersion" value="([^"]+)"/.exec(
    await browser.page(`${home}/signatures/${rejected.id}`),
  )?.[1];
  await browser.send(`${home}/signatures/${rejected.id}/act`, {
    do: 'reject',
    why: 'Twice',
    fieldsVersion: seen ?? '',
  });
  await complain('ferry  watch OSH');
  const page = await browser.page(`${home}/disputes`);
  const offered = [...page.matchAll(/name="signature" value="([^:]+):/g)].map(([, id]) => id);
  expect(offered).toHaveLength(3);
  expect(offered.slice(0, 2)).toEqual([own.id, rejected.id]);
  expect(fieldIn(page, 'signature').split(':')[0]).toBe(own.id);
});

it('does not remove a signature whose details changed after the page was opened, and answers nobody', async () => {
  const signed = await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  await complain('Ferry Watch Osh');
  const page = await browser.page(`${home}/disputes`);
  const [id] = fieldIn(page, 'signature').split(':');
  const refused = await browser.send(`${home}/disputes`, {
    id: fieldIn(page, 'id'),
    signature: `${id}:${'0'.repeat(32)}`,
    answer: 'rejected',
  });
  expect(refused.status).toBe(409);
  expect((await recordOf(world, signed)).moderation).toBe('approved');
  await world.sendMails();
  expect(about(asker)).toEqual([]);
});

it('tells the signer once a day, within the cap of the mailbox', async () => {
  await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  for (let time = 0; time < 6; time += 1) {
    await complain('Ferry Watch Osh');
    await world.sendMails();
    clock.now += 3600 * 1000;
  }
  expect(about(signer)).toHaveLength(1);
  clock.now += 24 * 3600 * 1000;
  await complain('Ferry Watch Osh');
  await world.sendMails();
  expect(about(signer)).toHaveLength(2);
});

it('sends a stranger no more than the cap allows, however many complaints give that address', async () => {
  for (let number = 0; number < 8; number += 1) await complain(`Unknown Club ${number}`);
  for (let number = 0; number < 8; number += 1) {
    const page = await browser.page(`${home}/disputes`);
    // Of the newest without an answer.
    const id = / name="id" value="([^"]+)"(?:(?!<\/form>).)*name="words"/s.exec(page)?.[1] ?? '';
    await browser.send(`${home}/disputes`, { id, answer: 'rejected' });
    await world.sendMails();
  }
  expect(about(asker)).toHaveLength(4);
});

it('answers the same whether somebody signed, withholds the name, or nobody signed, and tells no hidden signer', async () => {
  await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  await sign(
    world,
    endorsement(2, {
      display: 'withheld',
      organisation: { name: 'Hidden Tram Union', country: 'KZ' },
      signatory: { name: 'Quiet Person', role: 'Chair', email: 'quiet@hiddentram.example' },
    }),
  );
  const answers = [];
  for (const name of ['Ferry Watch Osh', 'Hidden Tram Union', 'Nobody At All']) {
    const answer = await complain(name);
    const headers = [...answer.headers].filter(([header]) => header !== 'date');
    answers.push({ status: answer.status, headers, body: await answer.text() });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  await world.sendMails();
  expect(about(signer)).toHaveLength(1);
  expect(about('quiet@hiddentram.example')).toEqual([]);
});

it('notifies nobody when a robot sends it', async () => {
  await sign(world, organisationFrom('ferrywatch.example', signer, 'Ferry Watch Osh'));
  await complain('Ferry Watch Osh', { homepage: 'https://robot.example' });
  await world.sendMails();
  expect(about(signer)).toEqual([]);
});
