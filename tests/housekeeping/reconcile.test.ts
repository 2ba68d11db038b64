import { beforeEach, describe, expect, it, vi } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { countKeys } from '../../shared/platform/store/keys.ts';
import { type Recount, recount, repair } from '../../shared/signature/lists/recount.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const person = { kind: 'individual', organisation: undefined, attestation: undefined };
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await sign(world, endorsement(2, { display: 'withheld' }));
  await sign(world, endorsement(3, person));
});

const look = (pause: () => Promise<void> = async () => {}) =>
  recount(world.store, slug, { now: new Date(world.clock.now), pause });

/** Changes the table in a way that none of our transactions does. */
async function tamper(row: string, organisations: number): Promise<void> {
  await world.store.client.send(
    new UpdateCommand({
      TableName: world.store.table,
      Key: countKeys(slug).find(({ sk }) => sk === row),
      UpdateExpression: 'ADD organisations :more',
      ExpressionAttributeValues: { ':more': organisations },
    }),
  );
}

const drifted = (found: Recount) => (found.outcome === 'drift' ? found : expect.fail(found.outcome));

describe('a recount', () => {
  it('finds the count exact: old and fresh, shown and withheld, organisations and individuals', async () => {
    world.clock.now += 3_600_000;
    await sign(world, endorsement(4));
    expect(await look()).toMatchObject({ outcome: 'exact', listed: { organisations: 3, individuals: 1 } });
  });

  it('finds a tampered count, and repairs it once', async () => {
    await tamper('07', 5);
    const found = drifted(await look());
    expect(found).toMatchObject({ counted: { organisations: 7 }, listed: { organisations: 2 } });
    expect(await Promise.all([repair(world.store, slug, found), repair(world.store, slug, found)])).toContain(false);
    expect(await look()).toMatchObject({ outcome: 'exact' });
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 3 });
  });

  it('repairs nothing when the count has moved since', async () => {
    await tamper('07', -1);
    const found = drifted(await look());
    await sign(world, endorsement(4));
    expect(await repair(world.store, slug, found)).toBe(false);
  });

  it('does not take a concurrent confirmation or withdrawal for drift', async () => {
    for (let number = 10; number < 40; number += 1) await world.submit(slug, endorsement(number));
    await world.sendMails();
    const tokens = world.mails.filter(({ text }) => text.includes('/confirm/')).map(tokenIn);
    const pressing = (async () => {
      for (const token of tokens) await world.confirm(token);
    })();
    const outcomes = [];
    for (let turn = 0; turn < 8; turn += 1) outcomes.push((await look()).outcome);
    await pressing;
    expect(outcomes).not.toContain('drift');
    expect(await look()).toMatchObject({ outcome: 'exact' });
    let moved = 0;
    expect(await look(async () => tamper('03', moved++ % 2 === 0 ? 1 : -1))).toEqual({ outcome: 'busy' });
  });
});

describe('the nightly run', () => {
  it('reports by how much each count is wrong, once a night', async () => {
    const lines: string[] = [];
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(lines.push(String(line)))),
      vi.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean(lines.push(String(line)))),
    ];
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    await tamper('00', 2);
    expect(await runTask(housekeepingContextOf(world), { task: 'reconcile' })).toEqual({ drift: 2 });
    expect(await runTask(housekeepingContextOf(world), { task: 'reconcile' })).toEqual({ drift: 0 });
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    const said = lines.map((line) => JSON.parse(line));
    expect(said).toContainEqual(expect.objectContaining({ CountDrift: 2, NeedsAttention: 1 }));
    expect(said).toContainEqual(expect.objectContaining({ level: 'ERROR', letter: slug, organisations: -2 }));
    expect(said).toHaveLength(2);
  });
});
