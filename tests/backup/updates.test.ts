/** A restored table continues an update and invitations without writing to anyone twice, also under another master key. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StoredItem } from '../../cli/backup/item.ts';
import { batchWriter, scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { rekeyedItems } from '../../cli/rekey/item.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { deriveKeys, type Keys } from '../../shared/platform/token/keys.ts';
import { forget } from '../../shared/signature/forget.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import {
  deliverAll,
  memoryQueues,
  runUpdates,
  sendEverything,
  unsubscribePathIn,
  updateMails,
} from '../fixtures/updates.ts';
import { endorsement, keys, letterFile, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const both = { publication: true, updates: true, partner: false, followUp: true };
const day = 24 * 3600 * 1000;
const person = (number: number) => `person${number}@org-${number}.example`;
let world: World;
let whole: StoredItem[];

const now = () => new Date(world.clock.now);
async function tell(subject: string): Promise<void> {
  const fields = updateFields.parse({ texts: { en: { subject, text: 'News.' } } });
  const update = await writeUpdate({ store: world.store, letter, by: commandLine, now: now() }, fields);
  await sendUpdate({ store: world.store, update, by: commandLine, now: now() }, now(), true);
}

/** The backup is taken in the middle of the second update, after the first half of the invitations. */
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nasksFollowUp: true' });
  const reader = (number: number, more: object = {}) => sign(world, endorsement(number, { consents: both, ...more }));
  for (const number of [1, 2, 3, 4]) await reader(number);
  // A second signature of the first mailbox: the first of both is erased below.
  const erased = await reader(5, { signatory: { name: 'Person 1', role: 'Chair', email: person(1) } });
  await tell('First');
  await sendEverything(world);
  const [mail] = updateMails(world, person(4));
  if (!mail) throw new Error('no mail came');
  await world.app.request(unsubscribePathIn(mail), { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  await forget(world.store, keys, erased.id, now());

  const next = letterFile({ 'slug: clean-air': 'slug: clean-water', 'goal: 50': 'goal: 50\nfollows: clean-air' });
  await importLetter(world.store, next, [], { now: now(), open: true });
  world.clock.now += 60_000;
  await runTask(housekeepingContextOf(world), { task: 'letters' });
  await world.sendMails();
  // Signed later from a mailbox that was invited.
  await reader(6, { signatory: { name: 'Person 2', role: 'Chair', email: person(2) } });

  world.clock.now += 2 * day;
  await tell('Second');
  const queues = memoryQueues();
  await runUpdates(world, queues, undefined, 2);
  await deliverAll(world, queues.messages.slice(0, 1));
  whole = [];
  for await (const item of scanItems(world.store)) whole.push(item);
});

const sent = (kind: string) => world.mails.filter(({ about }) => about['mail'] === kind).map(({ to }) => to);

/** @returns everybody who got such a mail in the old table or in the restored one */
async function restoredAndContinued(items: AsyncIterable<StoredItem>, under: Keys) {
  const restored = makeWorld(await freshStore(), { ...world.clock }, undefined, { hashes: under });
  const writer = batchWriter(restored.store);
  for await (const Item of items) await writer.add({ PutRequest: { Item } });
  await writer.end();
  await sendEverything({ ...restored, hashes: under });
  for (let times = 0; times < 2; times += 1) {
    restored.clock.now += day + 1;
    await runTask({ ...housekeepingContextOf(restored), keys: async () => under }, { task: 'letters' });
    await restored.sendMails();
  }
  const got = restored.mails;
  return {
    second: [...updateMails(world), ...got].filter(({ subject }) => subject === 'Second').map(({ to }) => to),
    first: got.filter(({ subject }) => subject === 'First'),
    invited: [...sent('follow-up'), ...got.filter(({ about }) => about['mail'] === 'follow-up').map(({ to }) => to)],
  };
}

async function* of(items: readonly StoredItem[]) {
  yield* items;
}

it('continues under the same key', async () => {
  const { second, first, invited } = await restoredAndContinued(of(whole), keys);
  expect(second.toSorted()).toEqual([person(1), person(2), person(3)]);
  expect(first).toEqual([]);
  expect(invited.toSorted()).toEqual([1, 2, 3, 4].map(person));
});

it('continues under another key', async () => {
  const fresh = deriveKeys('another master key for tests, which opens nothing', [masterKey]);
  const rekey = fresh.since(keys.hash('backup'));
  if (!rekey) throw new Error('the former key is unknown');
  const { second, invited } = await restoredAndContinued(rekeyedItems(of(whole), rekey), fresh);
  expect(second.toSorted()).toEqual([person(1), person(2), person(3)]);
  expect(invited.toSorted()).toEqual([1, 2, 3, 4].map(person));
});

describe('a verification', () => {
  const is = (start: string) => (item: StoredItem) => `${item.pk.S} ${item.sk.S}`.startsWith(start);
  const without = (fits: (item: StoredItem) => boolean) => whole.toSpliced(whole.findIndex(fits), 1);
  const changed = (start: string, change: Readonly<Record<string, AttributeValue>>) => {
    const index = whole.findIndex(is(start));
    return whole.map((item, at) => (at === index ? { ...item, ...change } : item));
  };
  const erased = () => whole.find((item) => item['forgottenAt'] !== undefined)?.pk.S.slice('SIGNATURE#'.length) ?? '';

  it('finds nothing wrong with data that the code wrote', async () => {
    expect((await verifyItems(of(whole))).faults).toEqual([]);
  });

  it.each<[string, () => StoredItem[], RegExp]>([
    [
      'a mailbox that is not found',
      () => without(({ sk }) => sk.S === 'UPDATES#clean-air'),
      /not found by its mailbox/,
    ],
    ['a subscriber that is gone', () => without(is('SUBSCRIBER#')), /has a mailbox but does not exist/],
    [
      'a mail that would never be sent',
      () => without(is('UNSENT#')),
      /mail of an update to subscriber .* would never be sent/,
    ],
    ['an update that would never be sent', () => without(is('UPDATESDUE ')), /update \S+ would never be sent/],
    [
      'an update that is gone',
      () => whole.filter((item) => !is('UPDATES#clean-air UPDATE#')(item)),
      /which does not exist/,
    ],
    ['a row that cannot be read', () => changed('SUBSCRIBER#', { foundBy: { S: '?' } }), /cannot be read/],
    ['a subscriber who was erased', () => changed('SUBSCRIBER#', { foundBy: { S: erased() } }), /was forgotten/],
  ])('finds %s', async (_, items, fault) => {
    expect((await verifyItems(of(items()))).faults.join('\n')).toMatch(fault);
  });
});
