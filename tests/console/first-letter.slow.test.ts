/** From nothing to an open letter, and back from one that was closed by mistake. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proposeSlug } from '../../functions/secretariat/letters/propose-slug.ts';
import { offeredZones, zoneName } from '../../functions/secretariat/letters/zone-names.ts';
import { commandLine, listAudit } from '../../shared/audit/audit.ts';
import { startDelivery } from '../../shared/delivery/start.ts';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { sign } from '../fixtures/signing.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const hour = 3600 * 1000;
const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
let world: World;
let browser: Browser;
beforeAll(async () => {
  world = makeWorld(await rememberingStore(), clock);
});
beforeEach(async () => {
  clock.now += 24 * hour;
  browser = await signIn(world);
});

const fields = {
  language: 'de',
  title: 'Für saubere Flüsse!',
  date: '2026-11-20',
  addressees: 'Die Ministerin\nGroßer Platz 1',
  salutation: 'Sehr geehrte Frau Ministerin,',
  body: 'Bitte **handeln** Sie.',
  'convener.signatory': 'Jo Example',
  'convener.organisation': 'Flussfreunde',
  'convener.offices': 'Büro\nKai 3\nEmail: buero@fluss.example',
};
const policy = {
  accepts: 'both',
  publishedFrom: 'mailbox',
  individualsPublishedFrom: 'mailbox',
  confirmWithinDays: '7',
};
const privacy = { 'privacy.controller': 'Flussfreunde', 'privacy.contact': 'buero@fluss.example' };

const letterOf = async (slug: string) => {
  const letter = await readLetter(world.store, letterSlug.parse(slug));
  if (!letter) throw new Error(`no letter ${slug}`);
  return letter;
};
const at = (slug: string, part = '') => `/console/letters/${slug}${part}`;
const save = async (slug: string, sent: Record<string, string>) =>
  browser.send(at(slug, '/settings'), {
    ...policy,
    timeZone: 'Europe/Berlin',
    ...sent,
    revision: String((await letterOf(slug)).revision),
  });

describe('the address of a new letter', () => {
  it.each([
    ['Für saubere Flüsse!', 'de', 'fuer-saubere-fluesse'],
    ['Für saubere Flüsse!', 'tr', 'fur-saubere-flusse'],
    ['L’été de l’eau', 'fr', 'l-ete-de-l-eau'],
    ['Дайте реке течь', 'ru', 'dayte-reke-tech'],
    ['让河流流淌', 'zh-Hans', 'ranghe-liuliutang'],
    ['Console', 'en', 'console-2'],
    ['X', 'en', 'letter-x'],
    [
      'Do not extradite 30 Uzbek refugees and asylum seekers from Kazakhstan',
      'en',
      'do-not-extradite-30-uzbek-refugees-and-asylum',
    ],
  ])('is proposed for %s (%s)', async (title, language, slug) => {
    const found = await proposeSlug(world.store, title, language);
    expect(found).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    if (language !== 'zh-Hans') expect(found).toBe(slug);
  });

  it('is none for a title without a letter or digit', async () => {
    expect(await proposeSlug(world.store, '???', 'en')).toBeUndefined();
  });

  it('is proposed to the script, and taken when none was typed; the next letter of that title gets another', async () => {
    const asked = await browser.send('/console/new-letter/address', { title: fields.title, language: 'de' });
    expect(await asked.text()).toBe('fuer-saubere-fluesse');
    const first = await browser.send('/console/new-letter', { ...fields, do: 'save' });
    expect(first.headers.get('location')).toBe(at('fuer-saubere-fluesse'));
    const second = await browser.send('/console/new-letter', { ...fields, do: 'save' });
    expect(second.headers.get('location')).toBe(at('fuer-saubere-fluesse-2'));
  });

  it('is asked for when the title gives none', async () => {
    const answer = await browser.send('/console/new-letter', { ...fields, title: '!!!', do: 'save' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<a href="#slug">Address: ');
  });
});

describe('time zones', () => {
  it('have names that people read, the likely ones first', () => {
    const [likely, ...areas] = offeredZones('UTC', ['uk-UA', 'en', 'not a tag']);
    expect(likely?.zones.map(([zone]) => zone)).toEqual(['UTC', 'Europe/Kiev', 'Europe/Simferopol']);
    expect(zoneName('Europe/Kiev')).toMatch(/^Kyiv \(/);
    // A refused form shows what was sent.
    expect(offeredZones('<b>Nowhere', [])[0]?.zones[0]).toEqual(['<b>Nowhere', '<b>Nowhere']);
    expect(areas.flatMap(({ zones }) => zones).length).toBeGreaterThan(400);
  });

  it('keep one that is spelled differently', () => {
    expect(offeredZones('Asia/Kolkata', [])[0]?.zones[0]).toEqual(['Asia/Kolkata', expect.stringMatching(/^Kolkata/)]);
  });
});

describe('the checklist', () => {
  it('leads from a draft to an open letter, one step after the other', async () => {
    await browser.send('/console/new-letter', { ...fields, slug: 'steps', do: 'save' });
    const open = () => browser.send(at('steps', '/state'), { state: 'open' });
    const page = () => browser.page(at('steps'));
    expect(await page()).toMatch(/<button[^>]* disabled=""[^>]*>Open the letter/);
    expect((await open()).status).toBe(422);

    const form = await browser.page(at('steps', '/settings'));
    expect(form).toContain(
      'name="privacy.controller" aria-describedby="privacy-controller.hint" type="text" value="Flussfreunde"',
    );
    expect(form).toContain('value="buero@fluss.example"');
    expect((await save('steps', privacy)).headers.get('location')).toBe(at('steps', '/preview'));
    expect(await page()).toContain('Read the letter as it will appear, and confirm it.');
    expect((await open()).status).toBe(422);

    const [version] = (await letterOf('steps')).versions;
    expect((await browser.send(at('steps', '/preview/confirm'), { version: 'f'.repeat(64) })).status).toBe(409);
    expect((await browser.send(at('steps', '/preview/confirm'), { version: version.id })).status).toBe(303);
    expect(await page()).not.toContain('disabled=""');

    // A text that changed since was not previewed.
    const revision = String((await letterOf('steps')).revision);
    await browser.send(at('steps', '/text'), { ...fields, body: 'Anders.', revision, do: 'save' });
    expect((await open()).status).toBe(422);
    const [now] = (await letterOf('steps')).versions;
    await browser.send(at('steps', '/preview/confirm'), { version: now.id });
    expect((await open()).status).toBe(303);
    expect((await letterOf('steps')).state).toBe('open');
  });

  it('refuses dates in the past, but keeps those of an open letter', async () => {
    await browser.send('/console/new-letter', { ...fields, slug: 'dates', do: 'save' });
    for (const name of ['opens', 'closes']) {
      const answer = await save('dates', { ...privacy, [name]: '2026-11-01T09:00' });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`<a href="#${name}">`);
    }
    const soon = { ...privacy, closes: '2026-12-24T09:00' };
    expect((await save('dates', soon)).status).toBe(303);
    const [version] = (await letterOf('dates')).versions;
    await browser.send(at('dates', '/preview/confirm'), { version: version.id });
    const before = clock.now;
    clock.now = Date.parse('2026-12-25T10:00:00Z');
    browser = await signIn(world);
    expect(await (await browser.send(at('dates', '/state'), { state: 'open' })).text()).toContain('it is in the past');
    expect((await save('dates', soon)).status).toBe(422);
    clock.now = before + hour;
    browser = await signIn(world);
    await browser.send(at('dates', '/state'), { state: 'open' });
    clock.now = Date.parse('2026-12-25T10:00:00Z');
    browser = await signIn(world);
    expect((await save('dates', { ...soon, goal: '7' })).status).toBe(303);
    clock.now = before + 2 * hour;
  });

  it('shows the sentence about deletion as the privacy notice says it', async () => {
    await browser.send('/console/new-letter', { ...fields, slug: 'kept', do: 'save' });
    await save('kept', { ...privacy, keepDays: '90' });
    const page = await browser.page(at('kept', '/settings'));
    expect(page.replace(/<[^>]+>/g, '')).toContain('are deleted this long after the letter closes: 90 days.”');
    expect(page).not.toContain('name="privacy.retention"');
  });
});

describe('reopening', () => {
  const slug = letterSlug.parse('clean-air');
  const now = () => new Date(clock.now);
  const reopen = () => browser.send(at('clean-air', '/reopen'));
  const state = async () => (await letterOf('clean-air')).state;
  beforeEach(async () => {
    world = makeWorld(await rememberingStore(), clock);
    await openTestLetter(world.store);
    await sign(world, endorsement(1));
    browser = await signIn(world);
  });

  it('is asked about once: closing names those who have not confirmed yet', async () => {
    await world.submit('clean-air', endorsement(2));
    await world.sendMails();
    const page = await browser.page(at('clean-air', '/state?to=closed'));
    expect(page).toContain('1 person has not confirmed yet.');
    expect(page).toContain('Go back');
    expect(await browser.page(at('clean-air'))).not.toContain('name="state" value="closed"');
  });

  it.each(['closed', 'delivered'] as const)(
    'opens a letter that is %s; who waited can confirm and is counted',
    async (to) => {
      await world.submit('clean-air', endorsement(2));
      await world.sendMails();
      const [mail] = world.mails.filter(({ text }) => text.includes('/confirm/')).slice(-1);
      if (!mail) throw new Error('no mail');
      await setState(world.store, slug, 'closed', now());
      if (to === 'delivered') await setState(world.store, slug, 'delivered', now());
      clock.now += 23 * hour;
      browser = await signIn(world);
      if (to === 'delivered') expect((await world.confirm(tokenIn(mail))).status).toBe(409);
      expect(await browser.page(at('clean-air'))).toContain('Reopen the letter');
      expect((await reopen()).status).toBe(303);
      const letter = await letterOf('clean-air');
      expect(letter).toMatchObject({ state: 'open' });
      expect([letter.closedAt, letter.deliveredOn]).toEqual([undefined, undefined]);
      clock.now += 60_000;
      expect((await world.confirm(tokenIn(mail))).status).toBe(200);
      expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 2 });
      expect((await world.submit('clean-air', endorsement(3))).status).toBe(202);
      const month = now().toISOString().slice(0, 7);
      const { entries } = await listAudit(world.store, { scope: slug, month });
      expect(entries.find(({ did }) => did === 'letter.reopened')).toMatchObject({
        before: { state: to },
        after: { state: 'open' },
      });
    },
  );

  it('removes a closing date that has passed', async () => {
    world = makeWorld(await rememberingStore(), clock);
    const closes = new Date(clock.now + hour).toISOString();
    await openTestLetter(world.store, { 'goal: 50': `closes: ${closes}` });
    clock.now += 2 * hour;
    browser = await signIn(world);
    expect((await reopen()).status).toBe(303);
    expect((await letterOf('clean-air')).settings.closes).toBeUndefined();
  });

  it('is refused a day later, for an open letter, and to an editor', async () => {
    expect((await reopen()).status).toBe(422);
    await setState(world.store, slug, 'closed', now());
    await addTestMember(world, 'editor@secretariat.example', grantsOf('editor', slug));
    const editor = await signIn(world, 'editor@secretariat.example');
    expect((await editor.send(at('clean-air', '/reopen'))).status).toBe(403);
    expect(await editor.page(at('clean-air'))).not.toContain('Reopen the letter');
    clock.now += 24 * hour;
    browser = await signIn(world);
    expect((await reopen()).status).toBe(422);
    expect(await state()).toBe('closed');
  });

  it('is refused after a final delivery; a delivery that starts at the same moment wins or is refused', async () => {
    const final = { kind: 'final', by: commandLine, options: { pageSize: 'a4', order: 'name', logos: false } } as const;
    await setState(world.store, slug, 'closed', now());
    await setState(world.store, slug, 'delivered', now());
    const [answer, started] = await Promise.all([reopen(), startDelivery(world.store, slug, final, now())]);
    const isOpen = answer.status === 303;
    // Either came first. An open letter has no final delivery that did not close it.
    if (isOpen && started.outcome === 'started') expect(await state()).toBe('delivered');
    else expect(await state()).toBe(isOpen ? 'open' : 'delivered');
    await startDelivery(world.store, slug, final, now());
    expect((await reopen()).status).toBe(422);
    expect(await state()).toBe('delivered');
  });
});
