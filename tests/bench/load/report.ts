/** The tables of the load. */
import { printTable } from '../table.ts';
import { type MeasuredKind, measuredKinds, quantile } from './samples.ts';
import { percent } from './saturated.ts';
import type { Probed } from './stack.ts';
import type { Step } from './step.ts';

const perSecond = (rate: number) => rate.toFixed(1);
const inCores = (used: number) => used.toFixed(2);
const ms = (time: number) => (Number.isNaN(time) ? '–' : `${time.toFixed(0)} ms`);
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
const bothOf = ({ times }: Step, kind: MeasuredKind) => [0.5, 0.99].map((share) => ms(quantile(times[kind], share)));

/** @returns a line that shows progress */
export function stepLine({ rates: { asked, confirmation } }: Step): string {
  return `${perSecond(asked)} signatures a second asked, ${perSecond(confirmation)} confirmed.`;
}

export function reportSteps(steps: readonly Step[]): void {
  console.log('\nA second:\n');
  printTable(
    ['asked', 'submitted', 'mails', 'confirmed', 'readers asked', 'readers', 'failed'],
    steps.map(({ rates, times }) => [
      ...[rates.asked, rates.submission, rates.mail, rates.confirmation].map(perSecond),
      ...[rates.readersAsked, rates.reader].map(perSecond),
      times.failed,
    ]),
  );
  console.log('\nTimes, p50 and p99; the mail from the submission to the inbox:\n');
  printTable(
    ['asked', ...measuredKinds.flatMap((kind) => [kind, 'p99'])],
    steps.map((step) => [perSecond(step.rates.asked), ...measuredKinds.flatMap((kind) => bothOf(step, kind))]),
  );
  console.log('\nProcessor time in cores, and memory (RSS):\n');
  printTable(
    ['asked', 'stack', 'thread', 'database', 'inbox', 'bench', 'whole machine', 'RSS of stack', 'database', 'inbox'],
    steps.map(({ rates, used, busy, memory }) => [
      perSecond(rates.asked),
      inCores(used.stack),
      percent(busy.stack),
      ...[used.database, used.inbox, used.bench, used.machine].map(inCores),
      ...[memory.stack, memory.database, memory.inbox].map(megabytes),
    ]),
  );
}

/** The same on a machine with much or little other work, so it shows what a free core would do. */
export function reportCost({ rates, used }: Step): void {
  const each = (cores: number) => (1000 * cores) / rates.confirmation;
  const [stack, database, inbox] = [each(used.stack), each(used.database), each(used.inbox)].map(ms);
  console.log(
    `\nAt ${perSecond(rates.asked)} a second, one signature with its readers took ${stack} of processor time in our stack, ${database} in the database, ${inbox} in the inbox.`,
  );
  console.log(`A core for our stack alone would do about ${perSecond(1000 / each(used.stack))} signatures a second.`);
}

interface Look {
  readonly minute: number;
  readonly memory: Probed;
  readonly step: Step | undefined;
}

export function reportMemory(looks: readonly Look[], rate: number): void {
  console.log(
    `\nAt half of that rate, ${perSecond(rate)} signatures a second; memory of the stack after a collection:\n`,
  );
  printTable(
    ['minute', 'confirmed', 'mail p99', 'heap', 'RSS'],
    looks.map(({ minute, memory, step }) => [
      minute.toFixed(1),
      step ? perSecond(step.rates.confirmation) : '–',
      step ? ms(quantile(step.times.mail, 0.99)) : '–',
      megabytes(memory.heapUsed),
      megabytes(memory.rss),
    ]),
  );
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last) return;
  const change = (last.memory.heapUsed - first.memory.heapUsed) / 1024 / 1024;
  console.log(
    `\nThe heap went from ${megabytes(first.memory.heapUsed)} to ${megabytes(last.memory.heapUsed)}: ${(change / last.minute).toFixed(1)} MB a minute.`,
  );
}

interface Refusal {
  readonly refuseSeconds: number;
  readonly waiting: number;
  readonly refused: number;
  /** Until the mails that waited were out, and until all were; undefined when some still were not. */
  readonly seconds: number | undefined;
  readonly rest: number | undefined;
}

export function reportRefusal({ refuseSeconds, waiting, refused, seconds, rest }: Refusal): void {
  const time = (value: number | undefined) => (value === undefined ? 'not in time' : `${value.toFixed(1)} s`);
  console.log(`\nSES refused for ${refuseSeconds} s: ${refused} calls. ${waiting} mails waited at the end.`);
  console.log(`They were in the inbox after ${time(seconds)}, and the mails that came meanwhile ${time(rest)} later.`);
}
