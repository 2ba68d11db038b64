/** Signing a draft as a test: mailed, confirmed by link or code, and no part of anything else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { dropTests } from '../../functions/housekeeping/drop-tests.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { revokePreviewLink } from '../../shared/letter/preview-link.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { meterCalls } from '../bench/meter.ts';
import { linkTo, makeDraft, testByForm, testByJson, testPathIn } from '../fixtures/drafts.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { itemsOf } from '../fixtures/records.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, type Mail, makeWorld, tokenIn, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const day = 24 * 3600 * 1000;
let world: World;
let preview: string;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  preview = await makeDraft(world);
});

const now = () => new Date(world.clock.now);
const page = async (path: string, init: RequestInit = {}) => (await world.app.request(path, init)).text();
const press = (path: string, accept = 'text/html') => world.app.request(path, { method: 'POST', headers: { accept } });
const open = () => setState(world.store, slug, 'open', now());
const tidyUp = () => runTask(housekeepingContextOf(world), { task: 'letters' });
const rowsOf = async (...families: string[]) =>
  (await itemsOf(world.store)).filter(({ pk }) => families.includes(String(pk).split('#')[0] ?? ''));
const tests = () => rowsOf('TEST', 'TESTS');

async function signAsTest(number = 1): Promise<Mail> {
  expect((await testByJson(world, preview, endorsement(number))).status).toBe(202);
  await world.sendMails();
  const mail = world.mails.at(-1);
  if (!mail) throw new Error('no mail');
  return mail;
}

const noMail = (): never => {
  throw new Error('no mail came');
};

describe('a test', () => {
  it('takes few write units, and none of the count, the lists and the claims', async () => {
    const costs = meterCalls(world.store, anotherClient(world.store));
    const unitsOf = async (work: () => unknown) => {
      costs.length = 0;
      await work();
      return costs.reduce((sum, { writes, indexWrites }) => sum + writes + indexWrites, 0);
    };
    let path = '';
    const submitted = await unitsOf(() => testByJson(world, preview, endorsement(1)));
    const mailed = await unitsOf(async () => {
      await world.sendMails();
      path = testPathIn(world.mails.at(-1) ?? noMail());
    });
    const confirmed = await unitsOf(() => press(path));
    expect({ submitted, mailed, confirmed }).toEqual({ submitted: 7, mailed: 4, confirmed: 2 });
  });

  it('is sent by the form of the preview page, without JavaScript, and confirmed by link', async () => {
    const html = await page(preview);
    expect(html).toContain('Sign as a test');
    expect(html).toContain('It is not counted or published');
    expect(html).toContain(`action="${preview}"`);
    expect(html).not.toContain('<script');
    const answer = await testByForm(world, preview, endorsement(1));
    expect(answer.status).toBe(303);
    const sent = await page(answer.headers.get('location') ?? '');
    expect(sent).toContain('Check your email');
    expect(sent).toContain('This is a test.');
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    expect(mail.subject).toContain('Test: ');
    expect(mail.text).toContain('This is a test. It is not counted or published');
    expect(mail.about).toMatchObject({ mail: 'test' });
    expect(mail.text).not.toContain('Person 1');
    expect(mail.html).not.toContain('Organisation 1');
    const path = testPathIn(mail);
    const before = await page(path);
    expect(before).toContain('Organisation 1');
    expect(before).toContain('Confirm the test');
    expect((await tests()).some(({ confirmedAt }) => confirmedAt)).toBe(false);
    expect((await press(path)).headers.get('location')).toBe(path);
    for (let time = 0; time < 2; time += 1) {
      const done = await page(path);
      expect(done).toContain('Your test signature is confirmed');
      expect(done).toContain('This is a test.');
    }
    expect(await (await press(path, 'application/json')).json()).toEqual({ status: 'test' });
  });

  it('is confirmed by its code, as a page or as JSON', async () => {
    for (const [number, accept] of [
      [1, 'text/html'],
      [2, 'application/json'],
    ] as const) {
      const mail = await signAsTest(number);
      const body = JSON.stringify({ letter: 'clean-air', email: mail.to, code: codeIn(mail) });
      const init = { method: 'POST', headers: { 'content-type': 'application/json', accept }, body };
      const answer = await world.app.request('/confirm', init);
      expect(answer.status).toBe(200);
      if (accept === 'text/html') expect(await answer.text()).toContain('Your test signature is confirmed');
      else expect(await answer.json()).toEqual({ status: 'test' });
      // Its code is spent.
      expect((await world.app.request('/confirm', init)).status).toBe(422);
    }
  });

  it('writes nothing but its own rows, the mailbox and the caps', async () => {
    const before = await itemsOf(world.store);
    const path = testPathIn(await signAsTest());
    await press(path);
    const after = await itemsOf(world.store);
    const known = new Set(before.map((item) => JSON.stringify(item)));
    const families = after.filter((item) => !known.has(JSON.stringify(item))).map(({ pk }) => String(pk).split('#')[0]);
    expect([...new Set(families)].toSorted()).toEqual(['MAILBOX', 'NETWORK', 'TEST', 'TESTS']);
    expect(after.filter(({ listKey, listedAt }) => listKey ?? listedAt)).toEqual([]);
  });

  it('keeps nothing that was typed once it is confirmed, and gives the mail back to the mailbox', async () => {
    const path = testPathIn(await signAsTest());
    await press(path);
    const text = JSON.stringify([...(await tests()), ...(await rowsOf('MAILBOX'))]);
    for (const word of ['Organisation 1', 'Person 1', 'org-1', 'Director']) expect(text).not.toContain(word);
    for (let number = 2; number <= 6; number += 1) {
      await testByJson(world, preview, { ...endorsement(number), signatory: endorsement(1).signatory });
      await world.sendMails();
    }
    // Four more: the fifth is kept for requests for links.
    expect(world.mails).toHaveLength(5);
  });

  it('neither displaces nor blocks a signature of the same organisation and mailbox', async () => {
    const path = testPathIn(await signAsTest());
    await press(path);
    await open();
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const mail = world.mails.at(-1);
    expect(await (await world.confirm(mail ? tokenIn(mail) : '')).json()).toEqual({ status: 'confirmed' });
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1, organisations: 1 });
  });

  it('returns with what was typed and its errors', async () => {
    const body = { ...endorsement(1), signatory: { ...endorsement(1).signatory, email: 'nonsense' } };
    const answer = await testByForm(world, preview, body);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('id="f-signatory-email-wrong"');
    expect(html).toContain('value="Organisation 1"');
    expect(html).toContain('Sign as a test');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await testByJson(world, preview, body)).status).toBe(422);
    expect(await tests()).toEqual([]);
  });

  it('can be ended by whoever did not send it', async () => {
    const mail = await signAsTest();
    const stop = /sign\.example\.org(\/stop\/[a-z0-9]{46})/.exec(mail.text)?.[1] ?? '';
    expect(await page(stop)).toContain('Clean air for the harbour district');
    const answer = await world.app.request(stop, { method: 'POST', headers: { accept: 'application/json' } });
    expect(await answer.json()).toEqual({ status: 'stopped' });
    expect(await tests()).toEqual([]);
    expect(await page(testPathIn(mail))).toContain('This was a test signature');
    await testByJson(world, preview, endorsement(1));
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
  });
});

describe('a test is over', () => {
  it('when the letter opens: its link says so and leads to signing, and nothing of it is left', async () => {
    const confirmed = testPathIn(await signAsTest(1));
    await press(confirmed);
    const pending = testPathIn(await signAsTest(2));
    await open();
    world.clock.now += 60_000;
    for (const path of [confirmed, pending]) {
      const html = await page(path);
      expect(html).toContain('This was a test signature');
      expect(html).toContain('href="/clean-air#sign"');
      expect((await press(path)).status).toBe(200);
      expect((await press(path, 'application/json')).status).toBe(404);
    }
    expect(await tidyUp()).toMatchObject({ tests: 2 });
    expect(await tests()).toEqual([]);
    expect(await page(pending)).toContain('This was a test signature');
    expect(await tidyUp()).toMatchObject({ tests: 0 });
  });

  it('when its preview link is revoked or replaced', async () => {
    const first = testPathIn(await signAsTest(1));
    preview = await linkTo(world, slug);
    const second = testPathIn(await signAsTest(2));
    expect(await page(first)).toContain('It was never counted or published');
    expect(await page(second)).toContain('Confirm the test');
    expect(await tidyUp()).toMatchObject({ tests: 1 });
    await revokePreviewLink(world.store, slug, commandLine, now());
    expect(await page(second)).toContain('It was never counted or published');
    expect(await page(second)).not.toContain('href="/clean-air');
    expect(await tidyUp()).toMatchObject({ tests: 1 });
    expect(await tests()).toEqual([]);
  });

  it('after a week, before any mail of it went out, too', async () => {
    const path = testPathIn(await signAsTest(1));
    world.clock.now += 7 * day - 60_000;
    expect(await page(path)).toContain('Confirm the test');
    await testByJson(world, preview, endorsement(2));
    world.clock.now += 7 * day;
    expect(await page(path)).toContain('This was a test signature');
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
    expect(await tidyUp()).toMatchObject({ tests: 1 });
    expect(await tests()).toEqual([]);
  });

  it('even when housekeeping is stopped after each row', async () => {
    for (const number of [1, 2, 3]) await signAsTest(number);
    await open();
    for (let run = 0; run < 3; run += 1) {
      let left = 1;
      const hasTime = () => left-- > 0;
      const letter = await readLetter(world.store, slug);
      if (!letter) throw new Error('no letter');
      expect(await dropTests(world.store, letter, now(), hasTime)).toBe(1);
    }
    expect(await tests()).toEqual([]);
  });
});
