/** A decision of the secretariat applies to the public fields that it saw (rule 14). */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import {
  countAwaitingReview,
  firstAwaitingReview,
  listAwaitingReview,
} from '../../shared/signature/moderation/review.ts';
import { undo } from '../../shared/signature/moderation/undo.ts';
import { signIn } from '../fixtures/members.ts';
import { type Asked, moderateAs, moderated, versionOf } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const letter = letterSlug.parse('clean-air');
const gardeners = organisationFrom('gardens.example', 'office@gardens.example', 'Local Gardeners');
type Signed = Awaited<ReturnType<typeof sign>>;

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
});
const open = (policy = 'mailbox') => openTestLetter(world.store, { 'goal: 50': `goal: 50\npublishedFrom: ${policy}` });

/** @returns a request to the owner's page that changes some fields */
function correction(change: Readonly<Record<string, string>>, role = 'Chair', name = 'Signer office') {
  const organisation = { ...gardeners.organisation, ...change };
  return { action: 'correct', kind: 'organisation', organisation, signatory: { name, role }, attestation: true };
}
const correct = (signed: Signed, change: Readonly<Record<string, string>>, role?: string, name?: string) =>
  ask(world, signed, correction(change, role, name));
const shown = async () => await (await world.app.request('/v1/letters/clean-air/signatures')).text();
const does = (signed: Signed, asked: Asked, seen?: string) => {
  clock.now += 1000;
  return moderateAs(world, signed, asked, seen);
};
const waiting = async () => (await listAwaitingReview(world.store, letter)).waiting.map(({ id }) => id);
const ministry = { name: 'Federal Ministry of Justice' };

const decisions: Readonly<Record<string, Asked>> = {
  approved: { do: 'approve' },
  'vouched for': { do: 'vouch', note: 'Called the office.' },
  pinned: { do: 'feature', rank: 1 },
  'told apart as a chapter': { do: 'split', chapter: 'north' },
};
const changes: Readonly<Record<string, [Readonly<Record<string, string>>, role?: string, name?: string]>> = {
  'its name': [ministry],
  'its website': [{ website: 'https://justice.example' }],
  'its country': [{ country: 'FR' }],
  'its signatory': [{}, 'Chair', 'Another Person'],
  'the role': [{}, 'Minister of Justice'],
};
/** Each decision with two of the changes, and each change with at least one decision. */
const pairs = Object.entries(decisions).flatMap(([name, decision], index) =>
  Object.entries(changes)
    .filter((_, number) => number === index || number === index + 1)
    .map(([field, change]) => ({ name, decision, field, change })),
);

it.each(pairs)(
  'a signature that was $name stays as it was seen when $field is changed, until that is accepted, too',
  async ({ decision, change }) => {
    await open();
    const signed = await sign(world, gardeners);
    await does(signed, decision);
    const before = [await shown(), await publicState(world)];
    expect((await correct(signed, ...change)).status).toBe(200);
    expect([await shown(), await publicState(world)]).toEqual(before);
    expect(await waiting()).toEqual([signed.id]);
    expect(await countAwaitingReview(world.store, letter)).toEqual({ number: 1, more: false });
    const first = await (await world.app.request('/clean-air')).text();
    expect(first).toContain('Local Gardeners');
    await does(signed, { do: 'approve' });
    expect(await shown()).not.toBe(before[0]);
    expect(await waiting()).toEqual([]);
    expect(await publicTotal(world)).toBe(1);
  },
);

it.each([
  ['affiliation', { organisation: { name: 'Federal Court' } }],
  ['role', { signatory: { name: 'Ines Individual', role: 'Judge' } }],
])('the %s of a person who was approved waits, too', async (_, change) => {
  await open();
  const person = {
    kind: 'individual',
    signatory: { name: 'Ines Individual', role: 'Baker' },
    organisation: { name: 'Bakers’ Guild' },
    attestation: false,
  };
  const signed = await sign(
    world,
    endorsement(1, { ...person, signatory: { ...person.signatory, email: 'ines@home.example' } }),
  );
  await does(signed, { do: 'approve' });
  const before = await shown();
  expect(before).toContain('Bakers’ Guild');
  expect((await ask(world, signed, { action: 'correct', ...person, ...change })).status).toBe(200);
  expect(await shown()).toBe(before);
  expect(await waiting()).toEqual([signed.id]);
});

describe('a change that awaits review', () => {
  it('is shown to its owner, in the receipt, and side by side to the secretariat', async () => {
    await open('vouched');
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'vouch', note: 'Called the office.' });
    await correct(signed, ministry);
    await world.sendMails();
    const own = await (await world.app.request(`/manage/${signed.token}`)).text();
    expect(own).toMatch(/You asked for a change\. The secretariat[\s\S]*Federal Ministry of Justice/);
    expect(mailsTo(world, signed.email).at(-1)?.text).toMatch(/asked for a change[\s\S]*Federal Ministry of Justice/);
    const review = await (await signIn(world)).page('/console/letters/clean-air/review');
    expect(review).toMatch(/<bdi>Local Gardeners<\/bdi>\s*<\/td>\s*<td>\s*<mark>\s*<bdi>Federal Ministry of Justice/);
    expect(review).toContain('Decline the change');
  });

  it("ends the secretariat's vouching when it is accepted, and leaves it when it is declined", async () => {
    await open();
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'vouch', note: 'Called the office.' });
    await correct(signed, ministry);
    // Otherwise the receipt about the correction, still due, would tell.
    await world.sendMails();
    await does(signed, { do: 'decline' });
    expect(await publicState(world)).toEqual({ listed: ['Signer office: vouched'], total: 1 });
    expect(await waiting()).toEqual([]);
    await world.sendMails();
    expect(mailsTo(world, signed.email).at(-1)?.text).toContain('did not accept the change');
    expect(await (await world.app.request(`/manage/${signed.token}`)).text()).toContain('did not accept the change');
    await correct(signed, ministry);
    await does(signed, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Signer office: mailbox-domain'], total: 1 });
    expect(await shown()).toContain('Federal Ministry of Justice');
    expect((await does(signed, { do: 'decline' })).outcome).toBe('refused');
  });

  it('is vouched for at the time of its acceptance, also with the same note', async () => {
    await open();
    const signed = await sign(world, gardeners);
    const vouch = { do: 'vouch', note: 'Called the office.' } as const;
    const vouchedAt = async () =>
      (await recordOf(world, signed)).evidence.find(({ method }) => method === 'secretariat')?.at;
    await does(signed, vouch);
    const first = await vouchedAt();
    await does(signed, vouch);
    expect(await vouchedAt()).toBe(first);
    await correct(signed, ministry);
    await does(signed, vouch);
    expect(await vouchedAt()).toBe(new Date(clock.now).toISOString());
  });

  it('is dropped when the signer returns to the current fields, withdraws, or is forgotten', async () => {
    await open();
    const [one, two, three] = [
      await sign(world, gardeners),
      await sign(world, endorsement(2)),
      await sign(world, endorsement(3)),
    ] as const;
    for (const signed of [one, two, three]) {
      await does(signed, { do: 'approve' });
      await correct(signed, ministry);
    }
    expect(await waiting()).toHaveLength(3);
    await correct(one, {});
    expect((await recordOf(world, one)).proposal).toBeUndefined();
    await ask(world, two, { action: 'withdraw' });
    await ask(world, three, { action: 'forget', sure: true });
    expect(await waiting()).toEqual([]);
  });

  it('is in the queue among held signatures, in order of waiting time', async () => {
    await open('domain');
    const ids = [];
    for (let number = 1; number <= 6; number += 1) {
      clock.now += 1000;
      const signed = await sign(world, endorsement(number));
      ids.push(signed.id);
      if (number % 2 === 0) continue;
      await moderated(world, signed, { do: 'approve' });
      clock.now += 1000;
      await correct(signed, ministry);
    }
    const seen = [];
    let after: string | undefined;
    do {
      const page = await listAwaitingReview(world.store, letter, { limit: 2, after });
      seen.push(...page.waiting.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(ids);
    const first = await firstAwaitingReview(world.store, letter, undefined);
    expect((await firstAwaitingReview(world.store, letter, first?.position))?.record.id).toBe(ids[1]);
  });

  it('verifies another organisation anew, without the chapter of the first', async () => {
    await open();
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'split', chapter: 'north' });
    await does(signed, { do: 'vouch', note: 'Called the office.' });
    await correct(signed, { name: 'Justice Watch', website: 'https://justice.example' });
    await does(signed, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Signer office: mailbox'], total: 1 });
    expect((await recordOf(world, signed)).claimant).toBe('domain:justice.example');
  });

  it('still takes effect at once when it hides the name', async () => {
    await open();
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'approve' });
    await correct(signed, ministry);
    await ask(world, signed, { action: 'consents', display: 'withheld', consents: {} });
    expect(await publicState(world)).toEqual({ listed: [], total: 1 });
    expect(await waiting()).toEqual([signed.id]);
  });
});

describe('without a decision of the secretariat', () => {
  it('a correction within the policy is public at once, with the evidence for the new organisation', async () => {
    await open('mailbox-domain');
    const signed = await sign(world, gardeners);
    await correct(signed, { name: 'Gardeners of the City' });
    expect(await publicState(world)).toEqual({ listed: ['Signer office: mailbox-domain'], total: 1 });
    expect(await shown()).toContain('Gardeners of the City');
    await correct(signed, { name: 'Justice Watch', website: 'https://justice.example' });
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
    expect(await recordOf(world, signed)).toMatchObject({ moderation: 'held', verification: 'mailbox' });
  });

  it('vouching for a held signature does not apply to its later correction', async () => {
    await open('vouched');
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'hold' });
    await does(signed, { do: 'vouch', note: 'Called the office.' });
    await correct(signed, ministry);
    await does(signed, { do: 'approve' });
    expect(await publicState(world)).toEqual({ listed: ['Signer office: mailbox-domain'], total: 1 });
  });
});

describe('a decision on an outdated page', () => {
  it.each<Asked>([
    { do: 'approve' },
    { do: 'hold' },
    { do: 'reject', why: 'Not them.' },
    { do: 'vouch', note: 'Called them.' },
    { do: 'split', chapter: 'north' },
    { do: 'correct', organisationName: 'Gardeners', country: 'KZ', signatoryName: 'Signer', signatoryRole: 'Chair' },
  ])('is refused: $do', async (decision) => {
    await open('domain');
    const signed = await sign(world, gardeners);
    const seen = await versionOf(world, signed);
    await correct(signed, ministry);
    const before = await recordOf(world, signed);
    expect(await does(signed, decision, seen)).toEqual({ outcome: 'changed-meanwhile' });
    expect(await recordOf(world, signed)).toEqual(before);
    expect((await does(signed, decision)).outcome).toBe('done');
  });

  it('is refused when it would accept a later change than the one shown', async () => {
    await open();
    const signed = await sign(world, gardeners);
    await does(signed, { do: 'approve' });
    await correct(signed, { name: 'Gardeners' });
    const seen = await versionOf(world, signed);
    await correct(signed, ministry);
    for (const decision of [{ do: 'approve' }, { do: 'decline' }, { do: 'feature', rank: 1 }] as const) {
      expect((await does(signed, decision, seen)).outcome).toBe('changed-meanwhile');
    }
    expect(await shown()).toContain('Local Gardeners');
  });

  it('is still valid when no public field changed, and when it is made twice', async () => {
    await open('domain');
    const signed = await sign(world, gardeners);
    const seen = await versionOf(world, signed);
    const consents = { publication: true, updates: true, partner: false };
    await ask(world, signed, { action: 'consents', display: 'public', consents });
    for (let time = 0; time < 2; time += 1) expect((await does(signed, { do: 'approve' }, seen)).outcome).toBe('done');
    await correct(signed, ministry);
    const change = await versionOf(world, signed);
    for (let time = 0; time < 2; time += 1) {
      expect((await does(signed, { do: 'approve' }, change)).outcome).toBe('done');
    }
    expect(await shown()).toContain('Federal Ministry of Justice');
  });

  it('is reported in one sentence, and by a problem of its own', async () => {
    await open('domain');
    const signed = await sign(world, gardeners);
    const seen = await versionOf(world, signed);
    const browser = await signIn(world);
    await correct(signed, ministry);
    const path = `letters/clean-air/signatures/${signed.id}/act`;
    const page = await browser.send(`/console/${path}`, { do: 'approve', fieldsVersion: seen, next: 'review' });
    expect(page.status).toBe(409);
    expect(await page.text()).toMatch(/details of this signature changed[\s\S]*Federal Ministry of Justice/);
    const api = (body: unknown) =>
      browser.request(`/v1/admin/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
        body: JSON.stringify(body),
      });
    const csrf = await browser.csrf();
    const stale = await api({ do: 'approve', fieldsVersion: seen });
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ type: 'urn:problem-type:undersigned:changed-meanwhile' });
    expect((await api({ do: 'approve' })).status).toBe(422);
    expect(await publicTotal(world)).toBe(0);
  });

  it('has a total of its own in a bulk action', async () => {
    await open('domain');
    const signed = [await sign(world, gardeners), await sign(world, endorsement(2))] as const;
    const browser = await signIn(world);
    const list = await browser.page('/console/letters/clean-air/signatures?state=review');
    const id = [...list.matchAll(/name="id" value="([^"]+)"/g)].map(([, value]) => value ?? '');
    expect(id).toHaveLength(2);
    const made = await browser.send('/console/letters/clean-air/bulk', { do: 'approve', of: 'ticked', id });
    await correct(signed[0], ministry);
    const job = made.headers.get('location') ?? '';
    await browser.send(`${job}/start`);
    await browser.send(`${job}/advance`);
    expect(await browser.page(job)).toMatch(/Changed<\/dt><dd>1<[\s\S]*details changed after you saw them<\/dt><dd>1</);
    expect(await publicState(world)).toEqual({ listed: ['Person 2: mailbox-domain'], total: 1 });
  });
});

describe('an approval that was undone', () => {
  const second = organisationFrom('gardens.example', 'board@gardens.example', 'Local Gardeners');
  const undone = async (signed: Signed) => {
    const done = await does(signed, { do: 'approve' });
    if (done.outcome !== 'done' || !done.act) throw new Error(`it was ${done.outcome}`);
    clock.now += 1000;
    const undoing = { letter, signature: signed.id, act: done.act, by: commandLine };
    expect(await undo(world.store, undoing, new Date(clock.now))).toBe('undone');
  };

  it('lets the owner of a duplicate correct it again without a review', async () => {
    await open();
    await sign(world, gardeners);
    const duplicate = await sign(world, second);
    await undone(duplicate);
    await correct(duplicate, {}, 'Board member');
    const { signatoryRole, proposal } = await recordOf(world, duplicate);
    expect([signatoryRole, proposal]).toEqual(['Board member', undefined]);
  });

  it('leaves an earlier approval as it was', async () => {
    await open();
    await sign(world, gardeners);
    const duplicate = await sign(world, second);
    await does(duplicate, { do: 'approve' });
    await correct(duplicate, {}, 'Treasurer');
    await undone(duplicate);
    await correct(duplicate, {}, 'Board member');
    expect((await recordOf(world, duplicate)).proposal?.correction?.signatoryRole).toBe('Board member');
  });
});

describe('a signature that was merged into another', () => {
  it("gets no place of its own through its owner's requests", async () => {
    await open();
    const stays = await sign(world, gardeners);
    const merged = await sign(world, endorsement(2));
    await does(merged, { do: 'merge', into: stays.id });
    await ask(world, merged, { action: 'take-place' });
    await correct(merged, ministry);
    expect(await publicTotal(world)).toBe(1);
    expect(await waiting()).toEqual([merged.id]);
    await does(merged, { do: 'approve' });
    expect(await publicTotal(world)).toBe(1);
    expect((await recordOf(world, merged)).duplicateOf).toBe(stays.id);
  });
});
