/** Finding signatures, deciding on them, and undoing decisions. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import {
  mailsTo,
  organisationFrom,
  publicList,
  publicState,
  publicTotal,
  recordOf,
  sign,
} from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const home = '/console/letters/clean-air/signatures';
const slug = letterSlug.parse('clean-air');

let world: World;
let browser: Browser;
let harbour: Awaited<ReturnType<typeof sign>>;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  browser = await signIn(world);
  harbour = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example', 'Hafenfreunde'));
});
beforeEach(() => {
  clock.now += 1000;
});

type Signed = Pick<typeof harbour, 'id'>;
/** Decides on the state that the page shows now. */
const act = async (signed: Signed, fields: Record<string, string>, by = browser) => {
  const isAboutFields = !['withdraw', 'resend', 'release', 'forget'].includes(fields['do'] ?? '');
  const seen = isAboutFields ? { fieldsVersion: await versionOf(world, signed) } : {};
  return by.send(`${home}/${signed.id}/act`, { ...seen, ...fields });
};
const undoOf = (answer: Response) => /done=([0-9a-z]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const undo = (signed: Signed, id: string) => browser.send(`${home}/${signed.id}/undo`, { act: id });
const found = async (query: string) => {
  const page = await browser.page(`${home}?${query}`);
  return [...page.matchAll(/<bdi>([^<]*)<\/bdi><\/a><\/th>/g)].map(([, name]) => name);
};

it('finds by the start of a name, by domain, country and mailbox, in any state', async () => {
  await sign(world, endorsement(2, { kind: 'individual', attestation: undefined, display: 'withheld' }));
  expect(await found('q=hafen')).toEqual(['Hafenfreunde']);
  expect(await found('q=person')).toEqual(['Person 2']);
  expect(await found('domain=www.harbour.example')).toEqual(['Hafenfreunde']);
  expect(await found('country=FR')).toEqual([]);
  expect(await found('country=KZ&order=oldest')).toEqual(['Hafenfreunde', 'Person 2']);
  // People who sign for an organisation are found by part of their name.
  expect(await browser.page(`${home}?q=signer`)).toContain('person=signer');
  expect(await found('person=CHAIR')).toEqual(['Hafenfreunde']);
  expect(await found('person=chair&kind=individual')).toEqual([]);
  const answer = await browser.send(`${home}/find`, { email: 'Chair@harbour.example' });
  expect(await answer.text()).toContain(`signatures/${harbour.id}"`);
  const { entries } = await listAudit(world.store, { scope: slug, month: '2026-03' });
  expect(entries.filter(({ did }) => did === 'mailbox.seen')).toHaveLength(1);
});

it('shows the mailbox only to members with the right, and records the access', async () => {
  expect(await browser.page(`${home}/${harbour.id}`)).not.toContain('chair@harbour.example');
  const shown = await browser.send(`${home}/${harbour.id}/mailbox`);
  expect(await shown.text()).toContain('chair@harbour.example');
  const moderator = await addTestMember(world, 'moderator@secretariat.example', grantsOf('moderator', 'clean-air'));
  const theirs = await signIn(world, moderator.email);
  expect((await theirs.send(`${home}/${harbour.id}/mailbox`)).status).toBe(403);
  expect(await theirs.page(`${home}/${harbour.id}`)).not.toContain('Show the email address');
});

it('rejects, holds and withdraws with the count updated, and undoes each', async () => {
  const before = await publicState(world);
  for (const fields of [{ do: 'reject', why: 'Not the organisation.' }, { do: 'hold' }, { do: 'withdraw' }]) {
    clock.now += 1000;
    const answer = await act(harbour, fields);
    expect(answer.status).toBe(303);
    expect(await publicTotal(world)).toBe(before.total - 1);
    expect(await browser.page(answer.headers.get('location') ?? '')).toContain('Undo');
    clock.now += 1000;
    expect((await undo(harbour, undoOf(answer))).status).toBe(303);
    expect(await publicState(world)).toEqual(before);
  }
  // The mail about the withdrawal was not sent yet, and is dropped.
  const mails = mailsTo(world, harbour.email).length;
  await world.sendMails();
  expect(mailsTo(world, harbour.email)).toHaveLength(mails);
});

it('tells a signer who was told of a withdrawal that the signature counts again', async () => {
  const answer = await act(harbour, { do: 'withdraw' });
  await world.sendMails();
  expect(await found('state=withdrawn')).toEqual(['Hafenfreunde']);
  clock.now += 1000;
  await undo(harbour, undoOf(answer));
  const mails = mailsTo(world, harbour.email).length;
  await world.sendMails();
  expect(mailsTo(world, harbour.email)).toHaveLength(mails + 1);
  expect((await recordOf(world, harbour)).due).toBeUndefined();
});

it('does not undo what somebody changed since', async () => {
  const first = await act(harbour, { do: 'hold' });
  clock.now += 1000;
  const second = await act(harbour, { do: 'approve' });
  expect((await undo(harbour, undoOf(first))).status).toBe(409);
  expect((await undo(harbour, undoOf(second))).status).toBe(303);
  expect((await recordOf(world, harbour)).reviewBecause).toBe('secretariat');
  await act(harbour, { do: 'approve' });
});

it('merges duplicates, splits those that only share a domain, and pins a few to the top', async () => {
  const chapter = await sign(world, organisationFrom('harbour.example', 'north@harbour.example', 'Hafenfreunde Nord'));
  expect((await recordOf(world, chapter)).duplicateOf).toBe(harbour.id);
  const splitting = await act(chapter, { do: 'split', chapter: 'Nord' });
  expect(await recordOf(world, chapter)).toMatchObject({
    claimant: 'domain:harbour.example#nord',
    moderation: 'approved',
  });
  expect(await publicList(world)).toHaveLength(2);
  clock.now += 1000;
  await act(chapter, { do: 'feature', rank: '1' });
  const page = await (await world.app.request('/clean-air')).text();
  expect(page.match(/Hafenfreunde[^<]*/g)).toEqual(['Hafenfreunde Nord', 'Hafenfreunde']);
  clock.now += 1000;
  // The possible duplicate is offered; an id can also be typed.
  expect(await browser.page(`${home}/${chapter.id}`)).toContain(`name="into" value="${harbour.id}"`);
  await act(chapter, { do: 'merge', intoTyped: harbour.id });
  expect(await publicList(world)).toHaveLength(1);
  expect(await (await world.app.request('/clean-air')).text()).not.toContain('Hafenfreunde Nord');
  expect((await undo(chapter, undoOf(splitting))).status).toBe(409);
});

it('corrects a name on request and tells the signer', async () => {
  const mails = mailsTo(world, harbour.email).length;
  const names = {
    organisationName: 'Hafenfreunde e. V.',
    organisationWebsite: 'https://harbour.example',
    country: 'KZ',
  };
  await act(harbour, { do: 'correct', ...names, signatoryName: 'Signer chair', signatoryRole: 'Chair' });
  expect(await recordOf(world, harbour)).toMatchObject({
    organisationName: 'Hafenfreunde e. V.',
    moderation: 'approved',
  });
  await world.sendMails();
  expect(mailsTo(world, harbour.email)).toHaveLength(mails + 1);
  const wrong = await act(harbour, { do: 'correct', ...names, signatoryName: 'www.example.org' });
  expect(wrong.status).toBe(422);
});

it("resends the confirmation mail within the mailbox's caps, and releases held submissions", async () => {
  const body = endorsement(9);
  await world.submit('clean-air', body);
  await world.submit('clean-air', { ...endorsement(10), homepage: 'https://spam.example' });
  await world.sendMails();
  expect(await found('state=pending')).toEqual(['Organisation 9']);
  expect(await found('state=silent')).toEqual(['Organisation 10']);
  const ids = [...(await browser.page(`${home}?state=pending`)).matchAll(/signatures\/([0-9a-z]{20})"/g)];
  const pending = { id: z.string().parse(ids[0]?.[1]) as Signed['id'] };
  expect((await act(pending, { do: 'resend' })).status).toBe(409);
  clock.now += 11 * 60 * 1000;
  expect((await act(pending, { do: 'resend' })).status).toBe(303);
  await world.sendMails();
  expect(mailsTo(world, body.signatory.email)).toHaveLength(2);
  const byMailbox = await browser.send(`${home}/find`, { email: 'person10@org-10.example' });
  expect(await byMailbox.text()).toContain('Organisation 10');
  const [silent] = [...(await browser.page(`${home}?state=silent`)).matchAll(/signatures\/([0-9a-z]{20})"/g)];
  await act({ id: z.string().parse(silent?.[1]) as Signed['id'] }, { do: 'release' });
  await world.sendMails();
  expect(mailsTo(world, 'person10@org-10.example')).toHaveLength(1);
});

it('erases permanently, and only with a confirmation', async () => {
  const signed = await sign(world, organisationFrom('gone.example', 'chair@gone.example', 'Gone Friends'));
  await act(signed, { do: 'hold' });
  expect((await act(signed, { do: 'forget' })).status).toBe(422);
  expect((await act(signed, { do: 'forget', sure: 'true' })).status).toBe(303);
  expect(await readSignature(world.store, signed.id)).toBeUndefined();
  expect((await browser.request(`${home}/${signed.id}`)).status).toBe(404);
});

it('does not find a signature of another letter', async () => {
  await importLetter(world.store, letterFile({ 'slug: clean-air': 'slug: other-letter' }), [], {
    now: new Date(),
    open: true,
  });
  const other = `/console/letters/other-letter/signatures/${harbour.id}`;
  expect((await browser.request(other)).status).toBe(404);
  expect((await browser.send(`${other}/act`, { do: 'reject', why: 'x' })).status).toBe(404);
  expect((await recordOf(world, harbour)).moderation).toBe('approved');
});

it('keeps an audit trail whose replay gives the state of each signature', async () => {
  const { entries } = await listAudit(
    world.store,
    { scope: slug, month: '2026-03' },
    { oldestFirst: true, limit: 1000 },
  );
  const last = new Map(entries.flatMap(({ subject, after }) => (subject && after ? [[subject, after]] : [])));
  expect(last.get(harbour.id)).toMatchObject({ state: 'counted', moderation: 'approved', withdrawn: false });
  expect(JSON.stringify(entries)).not.toMatch(
    /Hafenfreunde|harbour\.example|Not the organisation|Not from the organisation/,
  );
});

it('does the same by the API', async () => {
  const list = await (await browser.request('/v1/admin/letters/clean-air/signatures?q=hafenfreunde')).json();
  expect(JSON.stringify(list)).not.toContain('chair@harbour.example');
  const csrf = await browser.csrf();
  const post = (path: string, body: unknown) =>
    browser.request(`/v1/admin/letters/clean-air/signatures/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
      body: JSON.stringify(body),
    });
  const done = z
    .object({ act: z.string() })
    .parse(
      await (await post(`${harbour.id}/act`, { do: 'hold', fieldsVersion: await versionOf(world, harbour) })).json(),
    );
  expect((await recordOf(world, harbour)).moderation).toBe('held');
  expect((await post(`${harbour.id}/undo`, { act: done.act })).status).toBe(200);
  expect((await recordOf(world, harbour)).moderation).toBe('approved');
  expect((await post(`${harbour.id}/act`, { do: 'hold', moderation: 'approved' })).status).toBe(422);
});

it('lists a decision once in the history, with the member who made it', async () => {
  const pier = await sign(world, organisationFrom('pier.example', 'chair@pier.example', 'Pier Club'));
  await act(pier, { do: 'reject', why: 'Unknown' });
  const page = await browser.page(`${home}/${pier.id}`);
  const [, history = ''] = /<ol class="history"[^>]*>(.*?)<\/ol>/s.exec(page) ?? [];
  expect(history.match(/<\/time>: Rejected[^<]*/g)).toEqual(['</time>: Rejected (Secretariat)']);
});
