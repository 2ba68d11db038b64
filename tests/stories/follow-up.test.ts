/** A letter that follows: only people who agreed are asked, once, and nobody is carried over without a press. */

import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter, setState } from '../../shared/letter/lifecycle.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { listEdit } from '../../shared/screening/lists.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { deliverAll } from '../fixtures/updates.ts';
import { endorsement, keys, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const asksFirst = { 'goal: 50': 'goal: 50\nasksFollowUp: true' };
const next = letterSlug.parse('clean-water');
const email = 'chair@fisherfolk.example';
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store, asksFirst);
});

const agreed = { publication: true, updates: false, partner: false, followUp: true };
/** An organisation that signs with these changes, by default with that consent. */
const organisation = (domain: string, mailbox: string, name: string, change: object = {}) =>
  Object.assign(organisationFrom(domain, mailbox, name), { consents: agreed }, change);
const fisherfolk = organisation('fisherfolk.example', email, 'Fisherfolk Union');

/** Opens a letter that follows the test letter. */
async function openNext(changes: Readonly<Record<string, string>> = {}) {
  const file = letterFile({
    'slug: clean-air': `slug: ${next}`,
    'goal: 50': 'goal: 50\nfollows: clean-air',
    ...changes,
  });
  const plan = await importLetter(world.store, file, [], { now: new Date(world.clock.now), open: true });
  expect(plan.outcome).toBe('created');
  world.clock.now += 60_000;
}

const tidy = () => runTask(housekeepingContextOf(world), { task: 'letters' });
async function askAll() {
  await tidy();
  await world.sendMails();
}
const asked = (to = email) => mailsTo(world, to).filter(({ text }) => text.includes('/follow/'));
const linkIn = (mail: { text: string } | undefined) =>
  /\/clean-water\/follow\/[a-z0-9]{46}/.exec(mail?.text ?? '')?.[0] ?? '';
const page = { headers: { accept: 'text/html' } };
const total = async (slug: string) => {
  const { total: sum } = (await world.json(`/v1/letters/${slug}/count`)) as { total: number };
  return sum;
};

/** Opens the link, and presses the button of its form with these changes. */
async function press(path: string, changes: Readonly<Record<string, string>> = {}, { times = 1 } = {}) {
  const html = await (await world.app.request(path, page)).text();
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1];
    const value = (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');
    const isChosen = !/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag);
    if (name && isChosen) fields.set(name, value);
  }
  fields.set('organisation.country', /<option value="([A-Z]{2})" selected/.exec(html)?.[1] ?? '');
  for (const [name, value] of Object.entries(changes)) fields.set(name, value);
  let answer = new Response();
  for (let time = 0; time < times; time += 1) {
    answer = await world.app.request(path, { method: 'POST', body: fields, ...page });
  }
  return { answer, html, fields };
}
const whole = { attestation: 'true', 'consents.publication': 'true' };

describe('the consent', () => {
  it('is asked for only where the letter says so, unticked', async () => {
    const form = async () => (await world.app.request('/clean-air/form', page)).text();
    const [box] = /<input[^>]*name="consents\.followUp"[^>]*>/.exec(await form()) ?? [];
    expect(box).toMatch(/type="checkbox"/);
    expect(box).not.toMatch(/checked/);
    expect(JSON.stringify(await world.json('/v1/letters/clean-air'))).toContain('"consents.followUp"');
    await openTestLetter(world.store);
    world.clock.now += 60_000;
    expect(await form()).not.toContain('consents.followUp');
    expect(JSON.stringify(await world.json('/v1/letters/clean-air'))).not.toContain('"consents.followUp"');
  });

  it.each([
    ['in a wording that has it', {}, true],
    ['in a wording from before', { wording: 'en-1' }, undefined],
  ])('given %s is kept so', async (_, more, kept) => {
    const own = await sign(world, { ...fisherfolk, ...more });
    expect((await recordOf(world, own)).consents.followUp).toBe(kept);
  });

  it('is not kept where the letter did not ask', async () => {
    await openTestLetter(world.store);
    world.clock.now += 60_000;
    const own = await sign(world, fisherfolk);
    expect((await recordOf(world, own)).consents).toEqual({ publication: true, updates: false, partner: false });
  });

  it('can be given and withdrawn later, on one’s own page', async () => {
    const own = await sign(
      world,
      organisation('fisherfolk.example', email, 'Fisherfolk Union', { consents: { ...agreed, followUp: false } }),
    );
    const change = (followUp: boolean) =>
      ask(world, own, { action: 'consents', display: 'public', consents: { ...agreed, followUp } });
    await change(true);
    expect((await recordOf(world, own)).consents.followUp).toBe(true);
    await change(false);
    expect((await recordOf(world, own)).consents.followUp).toBeUndefined();
    await openNext();
    await askAll();
    expect(asked()).toEqual([]);
  });
});

describe('people are asked', () => {
  it('once, in a mail whose link reveals nothing', async () => {
    await sign(world, fisherfolk);
    await openNext();
    await Promise.all([tidy(), tidy()]);
    await world.sendMails();
    for (let day = 0; day < 3; day += 1) {
      world.clock.now += 25 * 3600 * 1000;
      await askAll();
    }
    expect(asked()).toHaveLength(1);
    expect(linkIn(asked()[0])).toMatch(/^\/clean-water\/follow\/[a-z0-9]{46}$/);
  });

  it('only with that consent, counted, and with mail that arrives', async () => {
    await sign(
      world,
      organisation('a.example', 'anna@a.example', 'Anna’s', { consents: { ...agreed, followUp: false } }),
    );
    const left = await sign(world, {
      ...organisationFrom('b.example', 'bella@b.example', 'Bella’s'),
      consents: agreed,
    });
    await ask(world, left, { action: 'withdraw' });
    await sign(world, organisation('c.example', 'carla@c.example', 'Carla’s', { wording: 'en-2' }));
    await world.submit('clean-air', {
      ...organisationFrom('d.example', 'doris@d.example', 'Doris’'),
      consents: agreed,
    });
    await openNext();
    await askAll();
    expect(world.mails.filter(({ text }) => text.includes('/follow/'))).toEqual([]);
  });

  it('once for each mailbox, whatever it signed for', async () => {
    await sign(world, fisherfolk);
    await sign(world, organisation('harbour.example', email, 'Harbour Choir'));
    await openNext();
    await askAll();
    world.clock.now += 25 * 3600 * 1000;
    await askAll();
    expect(asked()).toHaveLength(1);
  });

  it('not when they have signed the new letter already, and not while it cannot be signed', async () => {
    await sign(world, fisherfolk);
    await openNext();
    await sign(world, fisherfolk, next);
    await askAll();
    expect(asked()).toEqual([]);
  });

  it('not when the letter closed before the mail was sent', async () => {
    await sign(world, fisherfolk);
    await openNext();
    await tidy();
    await setState(world.store, next, 'closed', new Date(world.clock.now));
    await world.sendMails();
    expect(asked()).toEqual([]);
  });

  const left: readonly (readonly [string, (own: Awaited<ReturnType<typeof sign>>) => unknown])[] = [
    ['takes the consent back', (own) => ask(world, own, { action: 'consents', display: 'public', consents: news })],
    ['withdraws', (own) => ask(world, own, { action: 'withdraw' })],
    ['is forgotten', (own) => ask(world, own, { action: 'forget', sure: true })],
    ['is rejected by the secretariat', (own) => moderated(world, own, { do: 'reject', why: 'spam' })],
    ['is put on hold by the secretariat', (own) => moderated(world, own, { do: 'hold' })],
    ['stops all mail', () => suppressMailbox(world.store, keys, email, { at, because: 'asked' }, world.clock.now)],
    ['is too late, as the letter closed', () => setState(world.store, next, 'closed', new Date(world.clock.now))],
  ];
  const news = { publication: true, updates: true, partner: false };
  const at = '2026-03-04T00:00:00.000Z';

  it.each(left)('but nobody who %s while the mail waits for its turn', async (_, leave) => {
    const own = await sign(world, fisherfolk);
    await openNext();
    await tidy();
    const due = await recordOf(world, own);
    expect(due.due).toBe('follow-up');
    const turn = async () => void (await leave(own));
    const request = { signature: own.id, mail: 'follow-up' } as const;
    await deliverAll(world, [request], { turn }).catch(() => {});
    expect(asked()).toEqual([]);
    await world.sendMails();
    world.clock.now += 25 * 3600 * 1000;
    await askAll();
    expect(asked()).toEqual([]);
  });

  it('but nobody whose domain the secretariat blocked meanwhile', async () => {
    await sign(world, fisherfolk);
    await openNext();
    await tidy();
    const { store, clock } = world;
    await store.client.send(new UpdateCommand(listEdit(store, 'deniedDomains', 'ADD', 'fisherfolk.example')));
    // The list is read again after half a minute.
    clock.now += 60_000;
    await world.sendMails();
    expect(asked()).toEqual([]);
  });

  it('about each letter that follows, one after the other', async () => {
    await sign(world, fisherfolk);
    await openNext();
    await openNext({ 'slug: clean-air': 'slug: clean-soil' });
    await askAll();
    world.clock.now += 25 * 3600 * 1000;
    await askAll();
    expect(
      asked()
        .map(({ text }) => /\/(clean-\w+)\/follow/.exec(text)?.[1])
        .toSorted(),
    ).toEqual(['clean-soil', 'clean-water']);
  });
});

describe('the link', () => {
  let link: string;
  beforeEach(async () => {
    await sign(world, fisherfolk);
    await openNext();
    await askAll();
    link = linkIn(asked()[0]);
  });

  it('opens the form with one’s own data, and changes nothing', async () => {
    const shown = await world.app.request(link, page);
    const html = await shown.text();
    expect(html).toContain('value="Fisherfolk Union"');
    expect(html).toContain(`value="${email}"`);
    expect(html).toMatch(/<option value="KZ" selected/);
    // Attestation and consents are asked for again.
    expect(html).not.toMatch(/name="(?:attestation|consents\.\w+)"[^>]* checked/);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
    expect(shown.headers.get('x-robots-tag')).toBe('noindex');
    for (const method of ['GET', 'HEAD']) await world.app.request(link, { method, ...page });
    await world.sendMails();
    expect(await total(next)).toBe(0);
  });

  it('signs with a press, without another mail to confirm, and only once', async () => {
    const { answer } = await press(link, { ...whole, 'signatory.role': 'New Chair' }, { times: 2 });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Thank you.');
    expect(await total(next)).toBe(1);
    await world.sendMails();
    const later = mailsTo(world, email).slice(mailsTo(world, email).indexOf(asked()[0] ?? expect.fail()) + 1);
    expect(later.map(({ text }) => /\/(confirm|manage)\/[a-z0-9]{46}/.exec(text)?.[1])).toEqual(['manage']);
    expect(later[0]?.text).toContain('New Chair');
    expect(JSON.stringify(await world.json('/v1/letters/clean-water/signatures'))).toContain('New Chair');
    // The earlier signature stays as it was.
    expect(JSON.stringify(await world.json('/v1/letters/clean-air/signatures'))).not.toContain('New Chair');
  });

  it('needs what any form needs, and keeps what was typed', async () => {
    const { answer } = await press(link, { 'signatory.name': 'Somebody Else' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Somebody Else"');
    expect(html).toContain('role="alert"');
    expect(await total(next)).toBe(0);
  });

  it('with another address sends the usual mail there, and counts nobody until then', async () => {
    const other = 'press@fisherfolk.example';
    const { answer } = await press(link, { ...whole, 'signatory.email': other });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clean-water/sent']);
    expect(await total(next)).toBe(0);
    await world.sendMails();
    const [mail] = mailsTo(world, other);
    expect(mail?.text).toContain('/confirm/');
    expect(mailsTo(world, email).at(-1)).toBe(asked()[0]);
  });

  it('takes another spelling of the same mailbox, and writes to the proven one', async () => {
    await press(link, { ...whole, 'signatory.email': 'CHAIR@Fisherfolk.example' });
    expect(await total(next)).toBe(1);
    await world.sendMails();
    expect(mailsTo(world, email).at(-1)?.text).toContain('/manage/');
  });

  it('is a duplicate like any other when the organisation has signed meanwhile', async () => {
    await sign(world, organisationFrom('fisherfolk.example', 'first@fisherfolk.example', 'Fisherfolk Union'), next);
    await press(link, whole);
    expect(await total(next)).toBe(1);
  });

  it('opens nothing else: not one’s page, not another letter, not with another token', async () => {
    const token = link.slice(-46);
    const isUnusable = async (path: string) => {
      const shown = await world.app.request(path, page);
      return (await shown.text()).includes('This link does not work');
    };
    expect(await isUnusable(link)).toBe(false);
    expect(await isUnusable(`/clean-air/follow/${token}`)).toBe(true);
    expect(await isUnusable(`/clean-water/follow/${token.slice(0, 20)}${'a'.repeat(26)}`)).toBe(true);
    expect(await (await world.app.request(`/manage/${token}`, page)).text()).not.toContain('Fisherfolk');
    expect((await world.confirm(token)).status).toBe(404);
    const manage = /\/manage\/([a-z0-9]{46})/.exec(mailsTo(world, email)[1]?.text ?? '')?.[1] ?? expect.fail();
    expect(await isUnusable(`/clean-water/follow/${manage}`)).toBe(true);
  });

  it('works no more once the earlier signature is withdrawn, or the letter is closed', async () => {
    await setState(world.store, next, 'closed', new Date(world.clock.now));
    world.clock.now += 60_000;
    const { answer } = await press(link, whole);
    expect(await answer.text()).not.toContain('Thank you.');
    expect(await total(next)).toBe(0);
  });

  it('keeps a withheld name withheld unless its signer changes that', async () => {
    const hidden = { ...endorsement(7), display: 'withheld', consents: { ...agreed, publication: false } };
    await sign(world, hidden);
    world.clock.now += 25 * 3600 * 1000;
    await askAll();
    const own = linkIn(asked(hidden.signatory.email)[0]);
    const { html } = await press(own, { attestation: 'true' });
    expect(html).toMatch(/name="display" value="withheld" checked/);
    expect(await total(next)).toBe(1);
    expect(JSON.stringify(await world.json('/v1/letters/clean-water/signatures'))).not.toContain(hidden.signatory.name);
  });
});

describe('both letters', () => {
  it('link to each other, once the new one is public', async () => {
    const html = async (slug: string) => (await world.app.request(`/${slug}`, page)).text();
    await openNext();
    expect(await html(next)).toMatch(/This letter follows “<a href="\/clean-air">/);
    expect(await html('clean-air')).toMatch(/A new letter follows this one: “<a href="\/clean-water">/);
  });

  it('cannot follow themselves, or a letter that is not there', async () => {
    const follow = (slug: string) =>
      importLetter(
        world.store,
        letterFile({ 'slug: clean-air': 'slug: third', 'goal: 50': `goal: 50\nfollows: ${slug}` }),
        [],
        { now: new Date(world.clock.now), open: false },
      );
    expect(await follow('third')).toMatchObject({ outcome: 'refused' });
    expect(await follow('nowhere')).toMatchObject({ outcome: 'refused' });
    expect(await follow('clean-air')).toMatchObject({ outcome: 'created' });
    expect(await (await world.app.request('/clean-air', page)).text()).not.toContain('/third');
    expect(await readSignature(world.store, (await sign(world, fisherfolk)).id)).toBeDefined();
  });
});
