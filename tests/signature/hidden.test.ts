/**
 * Nobody learns of a hidden signature by signing for the same organisation (rule 13, decision 023): it blocks
 * nobody, nobody blocks it, and only the same mailbox conflicts with it.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { letterSignals } from '../../functions/secretariat/review/letter-signals.ts';
import { signalsOf } from '../../functions/secretariat/review/signals.ts';
import { findByDomain } from '../../functions/secretariat/signatures/find.ts';
import { mergeCandidates } from '../../functions/secretariat/signatures/merge-candidates.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { undo } from '../../shared/signature/moderation/undo.ts';
import { type Asked, moderateAs } from '../fixtures/secretariat.ts';
import {
  ask,
  mailsTo,
  organisationFrom,
  publicList,
  publicState,
  publicTotal,
  recordOf,
  sign,
} from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { type endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
let letter: Letter;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  letter = await openTestLetter(world.store);
});

type Body = ReturnType<typeof endorsement>;
type Signed = Awaited<ReturnType<typeof sign>>;

const from = organisationFrom;
const withheld = (body: Body): Body => ({
  ...body,
  display: 'withheld',
  consents: { publication: false, updates: false, partner: false },
});
const shownAs = (display: 'public' | 'withheld') => ({
  action: 'consents',
  display,
  consents: { publication: display === 'public' },
});
const does = (signed: Signed, wanted: Asked) => moderateAs(world, signed, wanted);
const stateOf = async (signed: Signed) => {
  const answer = await world.app.request(`/manage/${signed.token}`, { headers: { accept: 'application/json' } });
  return z.object({ state: z.string() }).parse(await answer.json()).state;
};
const correctTo = (domain: string) => ({
  action: 'correct',
  kind: 'organisation',
  organisation: { name: 'Harbour Friends', website: `https://${domain}`, country: 'KZ' },
  signatory: { name: 'Signer', role: 'Chair' },
  attestation: true,
});
const expectWhole = async () => expect((await verifyItems(scanItems(world.store))).faults).toEqual([]);

/** Hidden holders of the organisation's place, by the way they became hidden. */
const holders: Record<string, () => Promise<Signed>> = {
  'a withheld name': () => sign(world, withheld(from('harbour.example', 'keeper@gmail.com'))),
  'a withheld name with the better proof': () =>
    sign(world, withheld(from('harbour.example', 'chair@harbour.example'))),
  'a name that was shown and is withheld since': async () => {
    const signed = await sign(world, from('harbour.example', 'keeper@gmail.com'));
    expect((await ask(world, signed, shownAs('withheld'))).status).toBe(200);
    return signed;
  },
  'a name that the secretariat holds': async () => {
    const signed = await sign(world, from('harbour.example', 'chair@harbour.example'));
    await does(signed, { do: 'hold' });
    return signed;
  },
  'a withheld name that was corrected to this organisation': async () => {
    const signed = await sign(world, withheld(from('lighthouse.example', 'keeper@gmail.com')));
    expect((await ask(world, signed, correctTo('harbour.example'))).status).toBe(200);
    return signed;
  },
};

describe.each(Object.entries(holders))('%s', (_, hold) => {
  it.each([
    ['by confirming', 'stranger@elsewhere.example'],
    ['by confirming with the better proof', 'stranger@harbour.example'],
  ])('is not detected %s, by link or by code', async (_how, email) => {
    const holder = await hold();
    await world.sendMails();
    const before = { told: mailsTo(world, holder.email).length, ...(await publicState(world)) };
    const stranger = await sign(world, from('harbour.example', email));
    await world.sendMails();
    expect(await stateOf(stranger)).toBe('counted');
    expect(await publicTotal(world)).toBe(before.total + 1);
    expect(await publicList(world)).toHaveLength(1);
    expect(mailsTo(world, holder.email)).toHaveLength(before.told);
    expect((await recordOf(world, holder)).duplicateOf).toBeUndefined();
    await expectWhole();
  });

  it('is not detected by a correction, nor by another hidden name', async () => {
    const holder = await hold();
    const stranger = await sign(world, from('lantern.example', 'stranger@elsewhere.example'));
    expect((await ask(world, stranger, correctTo('harbour.example'))).status).toBe(200);
    expect(await stateOf(stranger)).toBe('counted');
    const other = await sign(world, withheld(from('harbour.example', 'third@elsewhere.example')));
    expect(await stateOf(other)).toBe('counted');
    for (const one of [holder, stranger, other]) expect((await recordOf(world, one)).duplicateOf).toBeUndefined();
    await expectWhole();
  });

  it('does not conflict with one that is already shown, and becomes a duplicate once it is shown itself', async () => {
    const stranger = await sign(world, from('harbour.example', 'stranger@elsewhere.example'));
    const listed = await publicList(world);
    const holder = await hold();
    const { state: _state, ...isShown } = { state: await stateOf(stranger), ...(await publicState(world)) };
    // If it was shown for a while before, it was the duplicate, or had the better proof.
    if ((await recordOf(world, stranger)).displacedAt) return;
    expect(isShown.listed).toEqual(listed);
    expect((await recordOf(world, holder)).duplicateOf).toBeUndefined();
    await does(holder, { do: 'approve' });
    await ask(world, holder, shownAs('public'));
    expect(await publicTotal(world)).toBe(1);
    await expectWhole();
  });
});

it('two withheld names from two mailboxes both count; only the secretariat can merge them, and no owner can undo it', async () => {
  const one = await sign(world, withheld(from('harbour.example', 'one@elsewhere.example')));
  const two = await sign(world, withheld(from('harbour.example', 'two@elsewhere.example')));
  expect(await publicTotal(world)).toBe(2);
  await does(two, { do: 'merge', into: one.id });
  expect(await publicTotal(world)).toBe(1);
  expect(await stateOf(two)).toBe('merged');
  for (const request of [{ action: 'take-place' }, shownAs('public'), shownAs('withheld')]) {
    expect((await ask(world, two, request)).status).toBe(200);
    expect(await stateOf(two)).toBe('merged');
  }
  // The other signer's actions are not revealed.
  await ask(world, one, { action: 'withdraw' });
  const page = async () =>
    (await world.app.request(`/manage/${two.token}`, { headers: { accept: 'text/html' } })).text();
  expect(await page()).not.toContain('take-place');
  await ask(world, two, { action: 'take-place' });
  expect(await publicTotal(world)).toBe(0);
  await does(two, { do: 'approve' });
  expect(await publicTotal(world)).toBe(1);
  await expectWhole();
});

it('merging can be undone', async () => {
  const one = await sign(world, withheld(from('harbour.example', 'one@elsewhere.example')));
  const two = await sign(world, withheld(from('harbour.example', 'two@elsewhere.example')));
  const done = await does(two, { do: 'merge', into: one.id });
  const act = done.outcome === 'done' ? done.act : undefined;
  if (!act) throw new Error('nothing was merged');
  const asked = { letter: letter.slug, signature: two.id, act, by: commandLine };
  expect(await undo(world.store, asked, new Date(world.clock.now))).toBe('undone');
  expect(await publicTotal(world)).toBe(2);
  await expectWhole();
});

describe('a shown name that is withheld later', () => {
  it('looks to a duplicate as if it had been withdrawn: the place is free, and is taken', async () => {
    const first = await sign(world, from('harbour.example', 'first@elsewhere.example'));
    const second = await sign(world, from('harbour.example', 'second@elsewhere.example'));
    expect(await stateOf(second)).toBe('duplicate');
    const look = async () =>
      (await world.app.request(`/manage/${second.token}`, { headers: { accept: 'text/html' } })).text();
    expect(await look()).not.toContain('take-place');
    await ask(world, first, shownAs('withheld'));
    const hidden = await look();
    expect(hidden).toContain('take-place');
    await ask(world, first, { action: 'withdraw' });
    expect(await look()).toBe(hidden);
  });

  it('finds the place taken when it is shown again, or takes it with the better proof', async () => {
    const first = await sign(world, from('harbour.example', 'first@harbour.example'));
    const second = await sign(world, from('harbour.example', 'second@elsewhere.example'));
    await ask(world, first, shownAs('withheld'));
    await ask(world, second, { action: 'take-place' });
    expect(await publicTotal(world)).toBe(2);
    await ask(world, first, shownAs('public'));
    expect(await publicState(world)).toEqual({ listed: ['Signer first: mailbox-domain'], total: 1 });
    expect(await stateOf(second)).toBe('displaced');
    await expectWhole();
  });
});

it('a duplicate that withholds its name is counted, and competes again when it is shown', async () => {
  await sign(world, from('harbour.example', 'first@elsewhere.example'));
  const second = await sign(world, from('harbour.example', 'second@elsewhere.example'));
  await ask(world, second, shownAs('withheld'));
  expect(await stateOf(second)).toBe('counted');
  expect(await publicTotal(world)).toBe(2);
  await ask(world, second, shownAs('public'));
  expect(await stateOf(second)).toBe('duplicate');
  await expectWhole();
});

describe('one mailbox is counted once for an organisation', () => {
  const body = from('harbour.example', 'a.da@gmail.com');
  const again = from('harbour.example', 'ada+x@googlemail.com');

  it.each([
    ['first withheld, then shown', withheld(body), again],
    ['first shown, then withheld', body, withheld(again)],
    ['withheld twice', withheld(body), withheld({ ...again, organisation: { ...again.organisation, name: 'Other' } })],
  ])('%s, when both were requested before either was confirmed', async (_, first, second) => {
    for (const one of [first, second]) await world.submit('clean-air', one);
    await world.sendMails();
    const answers = [];
    for (const mail of world.mails.filter(({ text }) => text.includes('/confirm/'))) {
      answers.push(await (await world.confirm(tokenIn(mail))).json());
    }
    expect(answers).toEqual([{ status: 'confirmed' }, { status: 'duplicate' }]);
    expect(await publicTotal(world)).toBe(1);
    await expectWhole();
  });

  it.each([
    ['withheld and shown', withheld(body), again],
    ['shown and withheld', body, withheld(again)],
  ])('%s, pressed at once', async (_, first, second) => {
    for (let round = 0; round < 8; round += 1) {
      const site = `harbour-${round}.example`;
      const at = (one: Body): Body => ({ ...one, organisation: { ...one.organisation, website: `https://${site}` } });
      world.mails.length = 0;
      for (const one of [first, second]) await world.submit('clean-air', at(one));
      await world.sendMails();
      const tokens = world.mails.filter(({ text }) => text.includes('/confirm/')).map(tokenIn);
      expect(tokens).toHaveLength(2);
      await Promise.all(tokens.map((token) => world.confirm(token)));
      expect(await publicTotal(world)).toBe(round + 1);
      world.clock.now += 25 * 3600 * 1000;
    }
    await expectWhole();
  });

  it('also when a correction makes it the same organisation', async () => {
    await sign(world, body);
    const other = await sign(world, withheld(from('lighthouse.example', 'ada@gmail.com')));
    await ask(world, other, correctTo('harbour.example'));
    expect(await stateOf(other)).toBe('duplicate');
    expect(await publicTotal(world)).toBe(1);
    await expectWhole();
  });
});

it('a forgotten withheld signature leaves nothing that names the organisation, except a row that is deleted within a day', async () => {
  const signed = await sign(world, withheld(from('lantern-guild.example', 'keeper@gmail.com')));
  await ask(world, signed, { action: 'forget', sure: true });
  const left = [];
  for await (const item of scanItems(world.store)) if (JSON.stringify(item).includes('lantern-guild')) left.push(item);
  expect(left.filter(({ pk, ...item }) => !pk.S.startsWith('CLAIM#') || item['ttl'] === undefined)).toEqual([]);
});

it('the secretariat is told which signatures are for one organisation, and can merge them', async () => {
  const shown = await sign(world, from('harbour.example', 'shown@elsewhere.example'));
  const one = await sign(world, withheld(from('harbour.example', 'one@elsewhere.example')));
  const two = await sign(world, withheld(from('www.harbour.example', 'two@elsewhere.example')));
  await sign(world, withheld(from('lighthouse.example', 'three@elsewhere.example')));
  const others = async (signed: Signed) =>
    (await signalsOf(world.store, await recordOf(world, signed), { withNames: true }))
      .filter(({ kind }) => kind === 'same-organisation')
      .map(({ other }) => other)
      .toSorted();
  expect(await others(one)).toEqual([shown.id, two.id].toSorted());
  expect(await others(shown)).toEqual([one.id, two.id].toSorted());
  const { sameOrganisations } = await letterSignals(world.store, letter.slug, { withNames: true });
  expect(sameOrganisations.map(({ signatures }) => signatures.toSorted())).toEqual([
    [shown.id, one.id, two.id].toSorted(),
  ]);
  const record = await recordOf(world, two);
  const lookAlikes = await mergeCandidates(
    world.store,
    record,
    await signalsOf(world.store, record, { withNames: true }),
  );
  expect(lookAlikes.map(({ id }) => id).toSorted()).toEqual([shown.id, one.id].toSorted());
  expect((await findByDomain(world.store, letter.slug, 'harbour.example')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([shown.id, one.id, two.id]),
  );
});
