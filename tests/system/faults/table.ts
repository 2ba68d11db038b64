/** Guarantees when DynamoDB is busy. */
import { strict as assert } from 'node:assert';
import { sweepNow } from '../../deploy/aws.ts';
import type { Instance } from '../../deploy/instance.ts';
import { remark, step } from '../../deploy/steps.ts';
import { dynamoRefusal } from './answers.ts';
import { during, onlyIf, tryAgainAfter } from './ground.ts';
import type { FaultProxy } from './proxy.ts';
import { makeSigners } from './signers.ts';

/** Fails 30 % of all calls of all functions: far more than a table that scales by itself ever does. */
export async function tablePutsOff(instance: Instance, proxy: FaultProxy): Promise<void> {
  await step('DynamoDB puts off 30 % of all calls: every signature is kept and counted once', async () => {
    await tryAgainAfter(instance, 6);
    const signers = await makeSigners(instance, 'put-off', 10);
    const dice = seeded(6);
    let refused = 0;
    await during(
      proxy,
      onlyIf(
        ({ service }) => service === 'dynamodb',
        () => {
          if (dice() >= 0.3) return undefined;
          refused += 1;
          return { answer: dynamoRefusal('ProvisionedThroughputExceededException') };
        },
      ),
      async () => {
        await signers.sign();
        await mailedBySweeps(instance, signers.mailed);
        await signers.press();
        await mailedBySweeps(instance, signers.thanked);
      },
    );
    remark(`${refused} calls refused`);
    assert.ok(refused > 50);
    await signers.expectWhole();
    assert.equal(await signers.doubled(), 0);
  });
}

/** As on AWS when two write to the same item; the emulators never refuse that. */
export async function transactionsConflict(instance: Instance, proxy: FaultProxy): Promise<void> {
  await step('every second transaction is in conflict: every signature is kept and counted once', async () => {
    const signers = await makeSigners(instance, 'in-conflict', 10);
    let transactions = 0;
    await during(
      proxy,
      onlyIf(
        ({ action }) => action === 'TransactWriteItems',
        ({ input }) => {
          transactions += 1;
          const items = Array.isArray(input['TransactItems']) ? input['TransactItems'] : [];
          const CancellationReasons = items.map((_, index) => ({
            Code: index === transactions % items.length ? 'TransactionConflict' : 'None',
          }));
          return transactions % 2 === 0
            ? { answer: dynamoRefusal('TransactionCanceledException', { CancellationReasons }) }
            : undefined;
        },
      ),
      async () => {
        await signers.sign();
        await signers.mailed();
        await signers.confirm();
      },
    );
    remark(`${Math.floor(transactions / 2)} of ${transactions} transactions in conflict`);
    assert.ok(transactions >= 15);
    await signers.expectWhole();
    assert.equal(await signers.doubled(), 0);
  });
}

/** The sweep finds mails that the queue gave up on. It runs as on the schedule, but at once. */
export async function mailedBySweeps(instance: Instance, mailed: (seconds: number) => Promise<void>): Promise<void> {
  for (let rest = 5; rest > 0; rest -= 1) {
    const done = await mailed(20).then(
      () => true,
      () => false,
    );
    if (done) return;
    await sweepNow(instance.emulator.endpoint).catch(() => undefined);
  }
  await mailed(20);
}

/** Returns the same numbers from 0 to 1 each time (mulberry32), so that a failed run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
