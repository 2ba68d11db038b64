import { beforeEach, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { listAwaitingReview } from '../../shared/signature/moderation/review.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { type Asked, moderateAs, moderated } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const clock = { now: Date.UTC(2026, 4, 1) };

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: domain' });
});

const own = (name = 'harbour') => sign(world, organisationFrom(`${name}.example`, `chair@${name}.example`, name));
const free = (name = 'harbour') => sign(world, organisationFrom(`${name}.example`, `${name}@gmail.com`, name));
const does = (signed: { id: SignatureRecord['id'] }, decision: Asked) => {
  clock.now += 1000;
  return moderated(world, signed, decision);
};
const vouch = { do: 'vouch', note: 'Called the office.' } as const;
const reject = { do: 'reject', why: 'Not the organisation.' } as const;
const waiting = async () => (await listAwaitingReview(world.store, letter)).waiting.map(({ id }) => id);

describe('the policy of a letter', () => {
  it('holds an organisation below its level, and others who await review do not learn of it', async () => {
    const signed = await own();
    expect(await recordOf(world, signed)).toMatchObject({ moderation: 'held', reviewBecause: 'level' });
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
    expect(await waiting()).toEqual([signed.id]);
    const second = await sign(world, organisationFrom('harbour.example', 'other@harbour.example'));
    expect((await waiting()).toSorted()).toEqual([signed.id, second.id].toSorted());
    await does(signed, { do: 'approve' });
    // Both are reviewed; the one approved later is the duplicate.
    expect((await does(second, { do: 'approve' }))?.duplicateOf).toBe(signed.id);
    expect(await publicTotal(world)).toBe(1);
  });

  it('does not hold an individual', async () => {
    await sign(world, endorsement(1, { kind: 'individual', attestation: undefined }));
    expect(await publicTotal(world)).toBe(1);
    expect(await waiting()).toEqual([]);
  });
});

describe('the review queue', () => {
  it('is read page by page, the oldest first, each once', async () => {
    const ids = [];
    for (let number = 0; number < 5; number += 1) {
      clock.now += 1000;
      ids.push((await own(`club-${number}`)).id);
    }
    const seen = [];
    let after: string | undefined;
    do {
      const page = await listAwaitingReview(world.store, letter, { limit: 2, after });
      seen.push(...page.waiting.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(ids);
  });

  it('holds displaced signatures, but none that are decided or withdrawn', async () => {
    const signed = [await own('a'), await own('b'), await own('c'), await own('d')] as const;
    const squatter = await free('e');
    await does(squatter, { do: 'approve' });
    await does(await own('e'), { do: 'approve' });
    await does(signed[0], { do: 'approve' });
    await does(signed[1], reject);
    await does(signed[2], vouch);
    await ask(world, signed[3], { action: 'withdraw' });
    expect(await waiting()).toContain(squatter.id);
    for (const { id } of signed) expect(await waiting()).not.toContain(id);
    const held = (await listAwaitingReview(world.store, letter)).waiting.find(({ id }) => id === squatter.id);
    expect(held?.reviewBecause).toBe('displaced');
  });

  it('is in no public list', async () => {
    await own('river');
    const text = await (await world.app.request('/v1/letters/clean-air/signatures?q=river')).text();
    expect(text).not.toContain('river');
  });
});

describe('approving', () => {
  it('counts and lists it, once', async () => {
    const signed = await own();
    await does(signed, { do: 'approve' });
    await does(signed, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Signer chair: mailbox-domain'], total: 1 });
    expect((await recordOf(world, signed)).history.map(({ did }) => did)).toEqual(['approved']);
  });

  it('remains when more evidence is shown that would not suffice for the policy', async () => {
    const signed = await free();
    await does(signed, { do: 'approve' });
    await does(signed, vouch);
    expect(await publicTotal(world)).toBe(1);
  });

  it('leaves the place to a holder with a proof, and takes one that is free', async () => {
    const squatter = await free();
    const holder = await own();
    await does(holder, { do: 'approve' });
    const after = await does(squatter, { do: 'approve' });
    expect(after).toMatchObject({ duplicateOf: holder.id, moderation: 'approved' });
    expect(await publicTotal(world)).toBe(1);
    await does(holder, { do: 'withdraw' });
    await does(squatter, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Signer harbour: mailbox'], total: 1 });
  });

  it('reverses a rejection', async () => {
    const signed = await own();
    await does(signed, reject);
    const after = await does(signed, { do: 'approve' });
    expect(after.rejectedBecause).toBeUndefined();
    expect(await publicTotal(world)).toBe(1);
  });

  it('is refused for a withdrawn signature, with the reason', async () => {
    const signed = await own();
    await does(signed, { do: 'withdraw' });
    for (const decision of [{ do: 'approve' }, reject, vouch] as const) {
      expect(await moderateAs(world, signed, decision)).toEqual({ outcome: 'refused', why: 'is-withdrawn' });
    }
    expect((await recordOf(world, signed)).moderation).toBe('held');
    expect(await publicTotal(world)).toBe(0);
  });
});

describe('rejecting', () => {
  it('removes it and frees the claim', async () => {
    const signed = await own();
    await does(signed, { do: 'approve' });
    await does(signed, reject);
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
    expect((await recordOf(world, signed)).rejectedBecause).toBe('Not the organisation.');
    const next = await sign(world, organisationFrom('harbour.example', 'other@harbour.example'));
    expect((await recordOf(world, next)).duplicateOf).toBeUndefined();
  });

  it('lets a duplicate take the place', async () => {
    const first = await own();
    const second = await sign(world, organisationFrom('harbour.example', 'other@harbour.example'));
    await does(first, { do: 'approve' });
    await does(second, { do: 'approve' });
    await does(first, reject);
    expect((await ask(world, second, { action: 'take-place' })).status).toBe(200);
    expect((await recordOf(world, second)).duplicateOf).toBeUndefined();
    const back = await does(first, { do: 'approve' });
    expect(back.duplicateOf).toBe(second.id);
  });

  it('tells its owner about it, but not why', async () => {
    const signed = await own();
    await does(signed, reject);
    const page = await (await world.app.request(`/manage/${signed.token}`)).text();
    expect(page).toContain('has not accepted this signature');
    expect(page).not.toContain('Not the organisation.');
  });
});

describe('vouching', () => {
  it('is kept with its note, publishes, and is a public mark', async () => {
    const signed = await free();
    await does(signed, vouch);
    expect(await publicState(world)).toEqual({ listed: ['Signer harbour: vouched'], total: 1 });
    expect((await recordOf(world, signed)).evidence.at(-1)).toMatchObject({ method: 'secretariat', note: vouch.note });
    const page = await (await world.app.request('/clean-air/signatories')).text();
    expect(page).toMatch(/harbour<\/bdi>.{0,20}<details class="mark vouched"><summary>checked by the secretariat</);
    expect(page).not.toContain(vouch.note);
  });

  it('takes the place of a holder without a proof, but not of one with it', async () => {
    const holder = await free('river');
    const second = await sign(world, organisationFrom('river.example', 'second@elsewhere.example', 'river'));
    await does(holder, { do: 'approve' });
    await does(second, vouch);
    expect(await publicState(world)).toEqual({ listed: ['Signer second: vouched'], total: 1 });
    expect((await recordOf(world, holder)).duplicateOf).toBe(second.id);
    await does(holder, vouch);
    expect(await recordOf(world, holder)).toMatchObject({ duplicateOf: second.id, moderation: 'held' });
    expect(await publicTotal(world)).toBe(1);
  });
});

describe("withdrawing on the signer's request", () => {
  it('removes it and tells the signer by mail', async () => {
    const signed = await own();
    await does(signed, { do: 'approve' });
    const before = mailsTo(world, signed.email).length;
    await does(signed, { do: 'withdraw' });
    await world.sendMails();
    expect(await publicTotal(world)).toBe(0);
    expect(mailsTo(world, signed.email).length).toBe(before + 1);
  });
});
