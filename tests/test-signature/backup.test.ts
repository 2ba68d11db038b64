/** Test signatures are in no backup: a restored table must not bring back one that was deleted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { itemsOf as itemsIn, readBackup, writeBackup } from '../../cli/backup/backup-file.ts';
import { scanItems } from '../../cli/backup/table.ts';
import { makeDraft, testByJson } from '../fixtures/drafts.ts';
import { asTest } from '../fixtures/permissions.ts';
import { itemsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld } from '../fixtures/world.ts';

it('leaves test signatures out of a backup, and nothing else', async () => {
  const world = makeWorld(await freshStore());
  await testByJson(world, await makeDraft(world), endorsement(1));
  await world.sendMails();
  const stored = (await itemsOf(world.store)).map(({ pk }) => String(pk));
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  try {
    const file = join(folder, 'file');
    const head = { undersigned: 1, takenAt: new Date(world.clock.now).toISOString(), keys: '' } as const;
    await asTest(() => writeBackup(file, head, { items: scanItems(world.store) }, undefined));
    const kept: string[] = [];
    for await (const { pk } of itemsIn(readBackup(file, undefined))) kept.push(pk.S);
    const isTest = (pk: string) => pk.startsWith('TEST');
    expect(stored.filter(isTest)).toHaveLength(2);
    expect(kept.toSorted()).toEqual(stored.filter((pk) => !isTest(pk)).toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
