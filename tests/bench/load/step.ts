/** One measurement: the load for some seconds, and how busy every process was. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Samples, Taken } from './samples.ts';
import type { Busy, Rates } from './saturated.ts';
import { readersPerSignature } from './signer.ts';
import type { LoadedStack, Probed } from './stack.ts';
import { cores, machineSeconds, usageOf } from './usage.ts';

export interface Step {
  readonly rates: Rates;
  readonly times: Taken;
  /** Processor time that each process took, in cores. */
  readonly used: Readonly<Record<keyof LoadedStack['pids'] | 'machine', number>>;
  readonly busy: Busy;
  /** Resident memory of each process at the end, in bytes. */
  readonly memory: Readonly<Record<keyof LoadedStack['pids'], number>>;
}

/** @param asked signatures a second that were asked for */
export async function measure(
  stack: LoadedStack,
  samples: Samples,
  { asked, seconds }: { asked: number; seconds: number },
): Promise<Step> {
  samples.take();
  const before = await look(stack);
  await sleep(seconds * 1000);
  const times = samples.take();
  const after = await look(stack);
  const passed = (after.at - before.at) / 1000;
  const cpu = (name: keyof LoadedStack['pids']) => (after[name].seconds - before[name].seconds) / passed;
  const machine = (after.machine - before.machine) / passed;
  const used = { stack: cpu('stack'), database: cpu('database'), inbox: cpu('inbox'), bench: cpu('bench'), machine };
  return {
    rates: {
      asked,
      readersAsked: asked * readersPerSignature,
      submission: times.submission.length / passed,
      mail: times.mail.length / passed,
      confirmation: times.confirmation.length / passed,
      reader: times.reader.length / passed,
    },
    times,
    used,
    busy: {
      stack: activeBetween(before.loop, after.loop),
      database: used.database / cores,
      inbox: used.inbox,
      bench: performance.eventLoopUtilization(after.own, before.own).utilization,
      machine: machine / cores,
      others: Math.max(0, machine - used.stack - used.database - used.inbox - used.bench) / cores,
    },
    memory: {
      stack: after.stack.rss,
      database: after.database.rss,
      inbox: after.inbox.rss,
      bench: after.bench.rss,
    },
  };
}

async function look({ pids, probe }: LoadedStack) {
  const loop = await probe();
  return {
    loop,
    own: performance.eventLoopUtilization(),
    machine: machineSeconds(),
    stack: usageOf(pids.stack),
    database: usageOf(pids.database),
    inbox: usageOf(pids.inbox),
    bench: usageOf(pids.bench),
    at: performance.now(),
  };
}

function activeBetween(before: Probed, after: Probed): number {
  const [active, idle] = [after.active - before.active, after.idle - before.idle];
  return active / (active + idle);
}
