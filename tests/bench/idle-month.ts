/** A month in which nobody signs: what the template holds, and what housekeeping's runs take on an empty table. */
import { runTask } from '../../functions/housekeeping/run-task.ts';
import { housekeepingTask } from '../../functions/housekeeping/task.ts';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { makeWorld } from '../fixtures/world.ts';
import type { BenchEngine } from './bench-store.ts';
import type { FixedCosts } from './bill.ts';
import { fixedCostsIn, memoryGb } from './fixed-costs.ts';
import { meterCalls } from './meter.ts';
import { summarise } from './timing.ts';

const rounds = 5;
/** `CountDrift`, in the one hour of the night in which letters are recounted. Metrics are billed by the hour. */
const metrics = 1 / 24;

/** @param slower how many times slower than this machine's core a function is */
export async function measureIdleMonth(engine: BenchEngine, slower: number): Promise<FixedCosts> {
  // The stack is described from bundles, and only here: the CDK takes seconds to load.
  await bundleFunctions();
  const { template } = await import('../infra/template.ts');
  const { secrets, alarmMetrics, queueCalls, scheduled } = fixedCostsIn(template.toJSON());
  const looker = await engine.freshStore();
  const store = engine.openAgain(looker);
  const calls = meterCalls(store, looker);
  const context = housekeepingContextOf(makeWorld(store));
  let [readUnits, invocations, gbSeconds] = [0, 0, 0];
  for (const { input, runs } of scheduled) {
    const task = housekeepingTask.parse(input);
    const times: number[] = [];
    calls.length = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await runTask(context, task);
      times.push(performance.now() - start);
    }
    readUnits += (runs * calls.reduce((sum, { reads }) => sum + reads, 0)) / rounds;
    invocations += runs;
    gbSeconds += ((runs * slower * summarise(times).least) / 1000) * memoryGb;
  }
  return { secrets, alarms: alarmMetrics, metrics, queueCalls, readUnits, invocations, gbSeconds };
}
