/** A letter that the previous release delivered does not grow between deployment and upgrade, nor afterwards. */

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { confirm } from '../../functions/public-api/confirm/confirm.ts';
import { saveLetter } from '../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { publicationPolicy } from '../../shared/letter/publication-policy.ts';
import { listLetters, readLetter } from '../../shared/letter/storage.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { letterIndexKey, letterKey } from '../../shared/platform/store/keys.ts';
import { undo } from '../../shared/signature/moderation/undo.ts';
import { listUndoEntries } from '../../shared/signature/moderation/undo-log.ts';
import { letters } from '../../shared/upgrade/letters.ts';
import { takeBack, upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { importLines } from '../fixtures/import-lines.ts';
import { itemsOf } from '../fixtures/records.ts';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { moderateAs } from '../fixtures/secretariat.ts';
import { ask, publicTotal, recordOf } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: releasedAt });
  await writeReleased(world.store);
});

const upgrading = () => ({ store: world.store, keys: async () => keys, now: new Date(world.clock.now) });
const upgrade = () => upgradeTable(upgrading(), [letters], { again: true });
const linkOf = (name: string) => {
  const { id, manage = '', confirm: token = '', code = '', email } = releasedLink(name);
  return { id, token: manage, confirm: token, code, email };
};

/** As in the previous release: only the letter was changed. */
async function deliverAsBefore(): Promise<void> {
  for (const Key of [letterKey(slug), letterIndexKey(slug)]) {
    await world.store.client.send(
      new UpdateCommand({
        TableName: world.store.table,
        Key,
        UpdateExpression: 'SET #state = :delivered',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':delivered': 'delivered' },
      }),
    );
  }
}

/** Ways to become counted; the first few use mails of the previous release. */
const ways: readonly (readonly [way: string, go: () => Promise<unknown>])[] = [
  ['a link to confirm', async () => world.confirm(linkOf('pending').confirm)],
  ['a link of a person', async () => world.confirm(linkOf('pending-individual').confirm)],
  [
    'a code',
    async () => {
      const { email, code } = linkOf('pending');
      return world.app.request('/confirm', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ letter: slug, email, code }),
      });
    },
  ],
  [
    'the place of one who has left',
    async () => {
      await ask(world, linkOf('counted'), { action: 'withdraw' });
      return ask(world, linkOf('duplicate'), { action: 'take-place' });
    },
  ],
  [
    'a correction',
    async () =>
      ask(world, linkOf('duplicate'), {
        ...{ action: 'correct', kind: 'organisation', attestation: true },
        organisation: { name: 'Quite Another', website: 'https://another.example', country: 'KZ' },
        signatory: { name: 'Signer' },
      }),
  ],
  ['an approval', () => moderateAs(world, linkOf('held'), { do: 'approve' })],
  ['an approval after all', () => moderateAs(world, linkOf('rejected'), { do: 'approve' })],
  [
    'taking back a decision',
    async () => {
      const { id } = linkOf('counted');
      await moderateAs(world, { id }, { do: 'hold' });
      const [last] = await listUndoEntries(world.store, id);
      if (!last) throw new Error('nothing was done');
      return undo(world.store, { letter: slug, signature: id, act: last.id, by: commandLine }, new Date(releasedAt));
    },
  ],
  ['a list on paper', () => importLines(world, slug, 'Name;Country\nBartholomew Pierhead;KZ\n', 'paper')],
  [
    'a list of people to ask',
    () => importLines(world, slug, 'Name;Email;Country\nBo Pier;bo@pier.example;KZ\n', 'mail'),
  ],
];

const sum = z.object({ total: z.number(), offline: z.number() });
const counted = async () => sum.parse(await world.json(`/v1/letters/${slug}/count`));

describe.each([
  ['before the upgrade', async () => {}],
  ['after the upgrade', upgrade],
])('%s', (_when, come) => {
  it.each(ways)('it does not grow by %s', async (_way, go) => {
    await deliverAsBefore();
    await come();
    const before = await counted();
    await go();
    const after = await counted();
    expect(after.total).toBeLessThanOrEqual(before.total);
    expect(after.offline).toBe(before.offline);
  });

  it('it still shrinks', async () => {
    await deliverAsBefore();
    await come();
    const { total } = await counted();
    expect((await ask(world, linkOf('counted'), { action: 'withdraw' })).status).toBe(200);
    expect(await publicTotal(world)).toBe(total - 1);
  });
});

it.each(ways)('each of the ways works while the letter is open: %s', async (way, go) => {
  const before = await counted();
  await go();
  const after = await counted();
  // Those that first remove a signature restore the old sum; people asked by mail are not counted yet.
  const goesBack = ['the place of one who has left', 'taking back a decision', 'a list of people to ask'].includes(way);
  const grown = after.total + after.offline - before.total - before.offline;
  if (goesBack) expect(grown).toBe(0);
  else expect(grown).toBeGreaterThan(0);
});

it('growing is refused by the table itself after the upgrade, even if an instance has an old copy of the letter', async () => {
  await deliverAsBefore();
  await upgrade();
  const record = await recordOf(world, linkOf('pending'));
  expect(await confirm(world.store, keys, record, { by: 'link', now: new Date(releasedAt) })).toBe('delivered');
});

it('can be repeated, and goes back row for row', async () => {
  const released = await itemsOf(world.store);
  const told: unknown[] = [];
  const report = ({ did }: { did: unknown }) => told.push(did);
  for (const _time of ['first', 'second']) {
    await upgradeTable(upgrading(), [letters], { again: true, report });
  }
  expect(told).toEqual([{ 'delivered: nobody more is counted': 1 }, {}]);
  await takeBack(upgrading(), [letters], () => {});
  expect(await itemsOf(world.store)).toEqual(released);
});

it('leaves no setting behind that the previous release would refuse', async () => {
  const letter = await readLetter(world.store, slug);
  if (!letter) throw new Error('the letter is gone');
  const settings = { ...letter.settings, individualsPublishedFrom: 'vouched' as const };
  const options = { revision: letter.revision, now: new Date(world.clock.now) };
  await saveLetter(world.store, slug, { settings }, options, commandLine);
  const told: unknown[] = [];
  await takeBack(upgrading(), [letters], ({ did }) => told.push(did));
  expect(told).toEqual([{ 'without a policy of its own for individuals, who are published at once again': 1 }]);
  for (const { settings: kept = {} } of await itemsOf(world.store)) {
    expect(kept).not.toHaveProperty('individualsPublishedFrom');
  }
  const back = (await listLetters(world.store)).find((one) => one.slug === slug);
  expect(back && publicationPolicy(back.settings).individual).toBe('mailbox');
});
