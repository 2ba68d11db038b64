/** A letter's policy sets separate levels for organisations and individuals. */
import { beforeEach, describe, expect, it } from 'vitest';
import { saveLetter } from '../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { publicationPolicy } from '../../shared/letter/publication-policy.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { listAwaitingReview } from '../../shared/signature/moderation/review.ts';
import type { PublicationPolicy } from '../../shared/verification/level.ts';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
});

const open = ({ organisation, individual }: PublicationPolicy) =>
  openTestLetter(world.store, {
    'goal: 50': `goal: 50\npublishedFrom: ${organisation}\nindividualsPublishedFrom: ${individual}`,
  });
const reviewed = { organisation: 'mailbox', individual: 'vouched' } as const;
const person = (email = 'ada@gmail.com', more = {}) =>
  endorsement(1, {
    ...{ kind: 'individual', organisation: undefined, attestation: undefined },
    signatory: { name: 'Ada Example', email },
    ...more,
  });
const waiting = async () => (await listAwaitingReview(world.store, slug)).waiting.map(({ id }) => id);

describe.each([
  { organisation: 'mailbox', individual: 'mailbox' },
  { organisation: 'mailbox', individual: 'vouched' },
  { organisation: 'domain', individual: 'mailbox' },
  { organisation: 'vouched', individual: 'vouched' },
] as const)('organisations from $organisation, individuals from $individual', (policy) => {
  it('holds those of each kind that are below it', async () => {
    await open(policy);
    const club = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const ada = await sign(world, person());
    const held = [
      ...(policy.organisation === 'mailbox' ? [] : [club.id]),
      ...(policy.individual === 'mailbox' ? [] : [ada.id]),
    ];
    expect((await waiting()).toSorted()).toEqual(held.toSorted());
    expect(await publicTotal(world)).toBe(2 - held.length);
  });
});

describe('an individual who awaits review', () => {
  const words = {
    before: 'will review your signature before it is counted',
    held: 'The secretariat of the letter will review the signature before it is counted.',
    stands: 'is now listed under',
  };
  const page = async (path: string, init: RequestInit = {}) =>
    (await world.app.request(path, { ...init, headers: { accept: 'text/html', ...init.headers } })).text();

  it.each(['link', 'code'] as const)('is told so before and after confirming, by %s', async (by) => {
    await open(reviewed);
    const body = person();
    await world.submit('clean-air', body);
    await world.sendMails();
    const [mail] = mailsTo(world, body.signatory.email);
    if (!mail) throw new Error('no mail came');
    for (const told of [mail.text, mail.html, await page(`/confirm/${tokenIn(mail)}`)]) {
      expect(told).toContain(words.before);
    }
    if (by === 'link') await world.confirm(tokenIn(mail));
    const after =
      by === 'link'
        ? await page(`/confirm/${tokenIn(mail)}`)
        : await page('/confirm', {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ letter: slug, email: body.signatory.email, code: codeIn(mail) }).toString(),
          });
    expect(after).toContain(words.held);
    expect(after).not.toContain(words.stands);
    await world.sendMails();
    expect(mailsTo(world, body.signatory.email).at(-1)?.text).toContain('will review it before it is counted');
  });

  it('is told so in the reminder, by the policy of the first mail', async () => {
    await open(reviewed);
    const body = person();
    await world.submit('clean-air', body);
    await world.sendMails();
    world.clock.now += 49 * 3600 * 1000;
    await world.sendMails();
    expect(mailsTo(world, body.signatory.email)).toHaveLength(2);
    expect(mailsTo(world, body.signatory.email).at(-1)?.text).toContain(words.before);
  });

  it('is not told so when nobody reviews', async () => {
    await open({ ...reviewed, individual: 'mailbox' });
    const body = person();
    await world.submit('clean-air', body);
    await world.sendMails();
    const [mail] = mailsTo(world, body.signatory.email);
    if (!mail) throw new Error('no mail came');
    await world.confirm(tokenIn(mail));
    const told = [mail.text, await page(`/confirm/${tokenIn(mail)}`)].join();
    expect(told).not.toMatch(/secretariat of the letter/i);
    expect(told).toContain(words.stands);
  });

  it('is counted and listed once approved, also after changing from an organisation', async () => {
    await open(reviewed);
    const club = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    expect(await publicTotal(world)).toBe(1);
    await ask(world, club, { action: 'correct', kind: 'individual', signatory: { name: 'Ada Example' } });
    expect(await recordOf(world, club)).toMatchObject({ moderation: 'held', reviewBecause: 'level' });
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
    await moderated(world, club, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Ada Example: mailbox'], total: 1 });
  });

  it('also awaits review when the mailer died before it recorded the policy', async () => {
    await open(reviewed);
    const body = person();
    await world.submit('clean-air', body);
    // The mail is sent, and the write that records it is lost.
    const lost = new Error('lost');
    world.store.client.middlewareStack.add(
      (next) => async (args) => {
        if (JSON.stringify(args.input).includes('"#individualsPublishedFrom"')) throw lost;
        return next(args);
      },
      { step: 'initialize', name: 'loseTheNote' },
    );
    await world.sendMails().catch((error: unknown) => expect(error).toBe(lost));
    world.store.client.middlewareStack.remove('loseTheNote');
    const [mail] = mailsTo(world, body.signatory.email);
    if (!mail) throw new Error('no mail came');
    expect(await page(`/confirm/${tokenIn(mail)}`)).toContain(words.before);
    await world.confirm(tokenIn(mail));
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a letter of the previous release', () => {
  it('publishes individuals at once, says so in its settings, and publishes those that were pending', async () => {
    world = makeWorld(world.store, { now: releasedAt });
    await writeReleased(world.store);
    const letter = await readLetter(world.store, letterSlug.parse('night-buses'));
    expect(letter && publicationPolicy(letter.settings)).toEqual({
      organisation: 'mailbox-domain',
      individual: 'mailbox',
    });
    const pending = releasedLink('pending-individual');
    await world.confirm(pending.confirm ?? '');
    expect((await recordOf(world, pending)).moderation).toBe('approved');
  });

  it('keeps its policy for organisations when only the one for individuals is changed', async () => {
    const letter = await open({ organisation: 'domain', individual: 'mailbox' });
    const saved = await saveLetter(
      world.store,
      slug,
      { settings: { ...letter.settings, individualsPublishedFrom: 'vouched' } },
      { revision: letter.revision, now: new Date(world.clock.now) },
      commandLine,
    );
    expect(saved.outcome).toBe('planned');
    const after = await readLetter(world.store, slug);
    expect(after && publicationPolicy(after.settings)).toEqual({ organisation: 'domain', individual: 'vouched' });
  });
});
