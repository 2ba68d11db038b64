/** A decision can be told to the signer, with a sentence of the secretariat, one by one and in bulk. */
import { beforeEach, expect, it } from 'vitest';
import { type Browser, signIn } from '../fixtures/members.ts';
import { mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const home = '/console/letters/clean-air';
const clock = { now: 0 };
let world: World;
let browser: Browser;
beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T09:00:00Z');
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain' });
  browser = await signIn(world);
});

const email = 'ferrywatchers@gmail.com';
const signs = (number = 1) =>
  sign(
    world,
    organisationFrom(
      `ferrywatch${number}.example`,
      `${number}${email}`,
      `Ferry Watch ${['One', 'Two', 'Three'][number - 1]}`,
    ),
  );
const seenIn = (page: string) => /name="fieldsVersion" value="([^"]+)/.exec(page)?.[1] ?? '';
async function act({ id }: { id: string }, fields: Readonly<Record<string, string>>) {
  const fieldsVersion = seenIn(await browser.page(`${home}/signatures/${id}`));
  const answer = await browser.send(`${home}/signatures/${id}/act`, { ...fields, fieldsVersion });
  await world.sendMails();
  return answer.status;
}
const told = (number: number, kind: string) =>
  mailsTo(world, `${number}${email}`).filter(({ about }) => about['mail'] === kind);

it('says that a signature is listed now, once, and only when asked to', async () => {
  const [first, second] = [await signs(1), await signs(2)];
  await act(first, { do: 'approve', tell: 'true' });
  await act(first, { do: 'approve', tell: 'true' });
  await act(second, { do: 'approve' });
  expect(told(1, 'listed').map(({ subject }) => subject)).toEqual([expect.stringContaining('You are listed now')]);
  expect(told(2, 'listed')).toEqual([]);
});

it('says why a signature could not be listed, in the words for the signer and in no others', async () => {
  const first = await signs();
  const words = 'We list only organisations, and you signed for a company.';
  await act(first, { do: 'reject', why: 'Looks zanzibarian to me', tell: 'true', words });
  const [mail] = told(1, 'not-listed');
  expect(mail?.subject).toContain('We could not list your signature');
  expect(mail?.text).toContain(words);
  expect(String(mail?.html) + mail?.text).not.toContain('zanzibarian');
  expect(told(1, 'not-listed')).toHaveLength(1);
  await act(first, { do: 'reject', why: 'Looks zanzibarian to me', tell: 'true', words });
  expect(told(1, 'not-listed')).toHaveLength(1);
});

it('says nothing that was taken back before the mail went out', async () => {
  const first = await signs();
  const page = await browser.page(`${home}/signatures/${first.id}`);
  const answer = await browser.send(`${home}/signatures/${first.id}/act`, {
    do: 'reject',
    why: 'A mistake',
    tell: 'true',
    fieldsVersion: seenIn(page),
  });
  const done = new URL(answer.headers.get('location') ?? '', 'https://sign.example.org').searchParams.get('done') ?? '';
  await browser.send(`${home}/signatures/${first.id}/undo`, { act: done });
  await world.sendMails();
  expect(told(1, 'not-listed')).toEqual([]);
  expect((await recordOf(world, first)).told).toBeUndefined();
});

it('asks an organisation for proof, once a day, and waits', async () => {
  const first = await signs();
  await act(first, { do: 'ask' });
  await act(first, { do: 'ask' });
  const [mail, ...others] = told(1, 'proof-asked');
  expect(others).toEqual([]);
  expect(mail?.text).toContain('an email address on the organisation’s own domain');
  expect(mail?.text).toContain('DNS record');
  expect(mail?.text).toMatch(/\/manage\/[a-z0-9]{46}/);
  expect(await recordOf(world, first)).toMatchObject({ moderation: 'held', proofAskedAt: expect.any(String) });
  expect(await browser.page(`${home}/review`)).toContain('Asked for proof on');
});

it('tells three rejected signers why in one step', async () => {
  const signed = [await signs(1), await signs(2), await signs(3)];
  for (const one of signed) await act(one, { do: 'reject', why: 'Companies' });
  const table = await browser.page(`${home}/signatures?state=rejected`);
  const ticked = [...table.matchAll(/name="id" value="([^"]+)"/g)].map(([, value = '']) => value);
  expect(ticked).toHaveLength(3);
  const words = 'We list only organisations.';
  const made = await browser.send(`${home}/bulk`, {
    do: 'reject',
    of: 'ticked',
    id: ticked,
    why: 'Companies',
    tell: 'true',
    words,
  });
  const job = made.headers.get('location') ?? '';
  expect(await browser.page(job)).toContain('Up to 3 people will get an email.');
  await browser.send(`${job}/start`);
  await browser.send(`${job}/advance`);
  await world.sendMails();
  for (const number of [1, 2, 3]) expect(told(number, 'not-listed')[0]?.text).toContain(words);
});

it('approves many and tells them', async () => {
  await signs(1);
  await signs(2);
  const made = await browser.send(`${home}/bulk`, { do: 'approve-and-tell', of: 'filter', 'filter.state': 'review' });
  const job = made.headers.get('location') ?? '';
  await browser.send(`${job}/advance`);
  await browser.send(`${job}/start`);
  await browser.send(`${job}/advance`);
  await world.sendMails();
  expect([told(1, 'listed').length, told(2, 'listed').length]).toEqual([1, 1]);
});

it('shows the website as a link, and the domain of the mailbox without the mailbox', async () => {
  const first = await signs();
  const page = await browser.page(`${home}/signatures/${first.id}`);
  expect(page).toMatch(/<a href="https:\/\/ferrywatch1\.example\/" rel="noopener noreferrer nofollow"/);
  expect(page).toContain('<dd>gmail.com</dd>');
  expect(page).not.toContain(email);
});
