/** An update for signers: written in the console, previewed, sent, and unsubscribed from with one click. */
import { beforeEach, expect, it } from 'vitest';
import { type Browser, signIn } from '../fixtures/members.ts';
import { recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { sendEverything, unsubscribePathIn, updateMails } from '../fixtures/updates.ts';
import { endorsement, makeWorld, openTestLetter, secretariatEmail, type World } from '../fixtures/world.ts';

let world: World;
let browser: Browser;
const base = '/console/letters/clean-air/updates';
const asked = { consents: { publication: true, updates: true, partner: false } };
const reader = 'person1@org-1.example';

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  browser = await signIn(world);
});

async function write(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await browser.send(`${base}/new`, {
    'subject.en': 'The first ferry has shore power',
    'text.en':
      'Good news: **the first ferry** uses power from the shore.\n\nRead more [here](https://harbour.example/ferry).',
    ...fields,
  });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'https://x.example').pathname;
}

async function send(path: string, fields: Readonly<Record<string, string>> = {}) {
  return browser.send(`${path}/send`, { revision: '1', ...fields });
}

it('reaches each mailbox that asked for it, once, and nobody else', async () => {
  const { id } = await sign(world, endorsement(1, asked));
  await sign(world, endorsement(2));
  const path = await write();
  const preview = await browser.page(path);
  expect(preview).toContain('<strong>the first ferry</strong>');
  const before = await browser.page(`${path}/send`);
  expect(before).toContain('1 recipient');
  expect(before).toContain('did not ask for updates');
  expect((await send(path)).status).toBe(303);

  await sendEverything(world);
  await sendEverything(world);

  expect(updateMails(world).map(({ to }) => to)).toEqual([reader]);
  const [mail] = updateMails(world);
  if (!mail) throw new Error('no mail came');
  expect(mail.subject).toBe('The first ferry has shore power');
  expect(mail.html).toContain('<strong>the first ferry</strong>');
  expect(mail.text).toContain('here (https://harbour.example/ferry)');
  expect(await browser.page(path)).toContain('<dt>Emails sent</dt><dd>1</dd>');
  expect(await browser.page(base)).toContain('Sent');

  const link = unsubscribePathIn(mail);
  expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: `https://sign.example.org${link}` } });
  expect((await world.app.request(link)).status).toBe(200);
  expect((await recordOf(world, { id })).consents.updates).toBe(true);
  const click = await world.app.request(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(click.status).toBe(200);
  expect(click.headers.get('set-cookie')).toBeNull();
  expect((await recordOf(world, { id })).consents).toEqual({ publication: true, updates: false, partner: false });

  world.clock.now += 25 * 3600 * 1000;
  browser = await signIn(world);
  await send(await write());
  await sendEverything(world);
  expect(updateMails(world)).toHaveLength(1);
});

it('is tried by its writer, with all of its headers, and reaches nobody else', async () => {
  await sign(world, endorsement(1, asked));
  const path = await write();
  const answer = await browser.send(`${path}/test`, { revision: '1', language: 'en' });
  expect(answer.status).toBe(303);
  await world.sendMails();
  const tests = world.mails.filter(({ about }) => about['mail'] === 'update-test');
  expect(tests.map(({ to, subject }) => [to, subject])).toEqual([
    [secretariatEmail, 'Test: The first ferry has shore power'],
  ]);
  expect(tests[0]?.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/unsubscribe/') },
  });
  expect(updateMails(world)).toEqual([]);
});

it.each(['delivered', 'answered', 'goal'])(
  'starts with a ready-made text in the languages of the letter: %s',
  async (start) => {
    const page = await browser.page(`${base}/new?start=${start}`);
    expect(page).toContain('Clean air for the harbour district');
    expect(page).toContain('https://sign.example.org/clean-air');
  },
);

it('shows each problem at its field, and keeps what was typed', async () => {
  const answer = await browser.send(`${base}/new`, { 'subject.en': 'Shore power', 'text.en': '' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('value="Shore power"');
});
