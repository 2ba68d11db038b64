/** A decision that arrives twice is made once, so that it can be undone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { changedFields } from '../../shared/signature/changed-fields.ts';
import { undo } from '../../shared/signature/moderation/undo.ts';
import { listUndoEntries } from '../../shared/signature/moderation/undo-log.ts';
import { loseFirstTransaction } from '../fixtures/dynamodb-faults.ts';
import { type Asked, moderateAs } from '../fixtures/secretariat.ts';
import { ask, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const letter = letterSlug.parse('clean-air');
const gardeners = organisationFrom('gardens.example', 'office@gardens.example', 'Local Gardeners');
type Signed = Awaited<ReturnType<typeof sign>>;

let world: World;
let signed: Signed;
let other: Signed;
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  signed = await sign(world, gardeners);
  other = await sign(world, organisationFrom('gardens.example', 'board@gardens.example', 'Local Gardeners'));
});

const decide = async (about: Signed, asked: Asked) => {
  clock.now += 1000;
  const done = await moderateAs(world, about, asked);
  if (done.outcome !== 'done') throw new Error(`it was ${JSON.stringify(done)}`);
  return done.act;
};

const decisions: readonly [string, (find: { other: Signed }) => Asked, who?: 'duplicate'][] = [
  ['an approval', () => ({ do: 'approve' })],
  ['an approval of a duplicate', () => ({ do: 'approve' }), 'duplicate'],
  ['a voucher', () => ({ do: 'vouch', note: 'Called the office.' })],
  ['a voucher for a duplicate', () => ({ do: 'vouch', note: 'Called the office.' }), 'duplicate'],
  ['a hold', () => ({ do: 'hold' })],
  ['a rejection', () => ({ do: 'reject', why: 'Not theirs.', tell: true, words: 'You may write to us.' })],
  ['a withdrawal', () => ({ do: 'withdraw' })],
  ['a rank', () => ({ do: 'feature', rank: 1 })],
  ['a chapter', () => ({ do: 'split', chapter: 'north' })],
  ['a merge', ({ other: into }) => ({ do: 'merge', into: into.id })],
  ['a request for proof', () => ({ do: 'ask' })],
  ['a correction', () => ({ do: 'correct', organisationName: 'Town Gardeners', country: 'FR', signatoryName: 'Ada' })],
];

describe.each(decisions)('%s', (_, plan, who) => {
  const about = () => (who === 'duplicate' ? other : signed);
  const asked = async (): Promise<Asked> => {
    if (plan({ other }).do === 'merge') await decide(other, { do: 'split', chapter: 'north' });
    return plan({ other });
  };
  const isAsBefore = async (before: Awaited<ReturnType<typeof recordOf>>, act: Awaited<ReturnType<typeof decide>>) => {
    if (!act) throw new Error('there is nothing to undo');
    const undoing = { letter, signature: about().id, act, by: commandLine };
    expect(await undo(world.store, undoing, new Date(clock.now))).toBe('undone');
    const after = await recordOf(world, about());
    expect(changedFields({ before, after }).filter((name) => name !== 'accepted')).toEqual([]);
  };

  it('can be undone after it was made again', async () => {
    const wanted = await asked();
    const before = await recordOf(world, about());
    const act = await decide(about(), wanted);
    const once = await recordOf(world, about());
    expect(await decide(about(), wanted)).toBe(act);
    expect(await recordOf(world, about())).toEqual(once);
    expect(await listUndoEntries(world.store, about().id)).toHaveLength(1);
    await isAsBefore(before, act);
  });

  it('can be undone after the answer to its write was lost', async () => {
    const wanted = await asked();
    const before = await recordOf(world, about());
    const lost = loseFirstTransaction(world.store);
    const act = await decide(about(), wanted);
    expect(lost).toHaveLength(1);
    expect((await recordOf(world, about())).revision).toBe(before.revision + 1);
    await isAsBefore(before, act);
  });
});

it('is not undone with a change that came after it', async () => {
  expect(await decide(signed, { do: 'approve' })).toBeDefined();
  const consents = { publication: true, updates: true, partner: false };
  expect((await ask(world, signed, { action: 'consents', display: 'public', consents })).status).toBe(200);
  expect(await decide(signed, { do: 'approve' })).toBeUndefined();
});
