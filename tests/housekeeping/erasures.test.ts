import { expect, it } from 'vitest';
import * as z from 'zod';
import { replayErasures } from '../../cli/backup/replay-erasures.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { readErasures } from '../../shared/signature/forget.ts';
import { itemsOf } from '../fixtures/records.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter } from '../fixtures/world.ts';

async function restore(backup: Record<string, unknown>[]): Promise<Store> {
  const store = await freshStore();
  for (const Item of backup) await store.client.send(new PutCommand({ TableName: store.table, Item }));
  return store;
}

it('a restored table forgets again a signature that its mailbox stopped', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await world.submit('clean-air', endorsement(1));
  await world.sendMails();
  const backup = await itemsOf(world.store);
  const stop = z.string().parse(/\/stop\/[a-z0-9]{46}/.exec(world.mails[0]?.text ?? '')?.[0]);
  const press = () => world.app.request(stop, { method: 'POST', headers: { accept: 'application/json' } });
  expect(await (await press()).json()).toEqual({ status: 'stopped' });
  expect(await (await press()).json()).toEqual({ status: 'gone' });

  const restored = await restore(backup);
  const now = new Date(world.clock.now);
  expect(await replayErasures(restored, keys, readErasures(world.store), now)).toBe(1);
  expect(JSON.stringify(await itemsOf(restored))).not.toMatch(/Person 1|person1@/);
});

it('a restored table forgets again signers who were forgotten after the backup, once', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const gone = await sign(world, endorsement(1));
  await sign(world, endorsement(2));
  const backup = await itemsOf(world.store);
  await ask(world, gone, { action: 'forget', sure: true });

  const restored = makeWorld(await restore(backup), world.clock);
  const now = new Date(world.clock.now);
  expect(await restored.json('/v1/letters/clean-air/count')).toMatchObject({ total: 2 });
  const replay = () => replayErasures(restored.store, keys, readErasures(world.store), now);
  expect(await replay()).toBe(1);
  expect(await replay()).toBe(0);
  expect(await restored.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
  const kept = JSON.stringify(await itemsOf(restored.store));
  expect(kept).not.toMatch(/Person 1|person1@/);
  expect(kept).toContain('Person 2');
  // The restored table now has a ledger of its own, and replaying that one has no effect.
  expect(await replayErasures(restored.store, keys, readErasures(restored.store), now)).toBe(0);
});
